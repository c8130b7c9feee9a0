import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignPermissionSets } from '../../../scripts/tasks/assign-permission-sets.ts';
import { escalate } from '../../../scripts/tasks/dispatch/escalate-task.ts';
import { shareRates } from '../../../scripts/tasks/dispatch/share-rates-task.ts';
import { runTask, type Task } from '../../../scripts/tasks/task.ts';
import { orgPortOf } from '../../support/org-port-of.ts';
import type { Person } from '../gate/gate-org.ts';
import { must, type Row } from '../gate/deals.ts';
import { decisionOf } from '../gate/proofs.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { draft, proposed, read, readyDeals, score, step, take, told, weeks } from './orders.ts';

let org: DispatchOrg;
let deal: string;
beforeAll(async () => {
  org = await openDispatchOrg();
  [deal] = (await readyDeals(org)) as [string];
}, 180_000);
afterAll(() => org?.close());

/** As a command runs it, by the org's clock. */
async function run<State, Plan, Outcome>(
  task: Task<Record<string, never>, State, Plan, Outcome>,
  connection: Person['connection'],
): Promise<{ plan: Plan; outcome?: Outcome }> {
  const context = {
    org: orgPortOf(connection),
    report: () => undefined,
    signal: new AbortController().signal,
    now: () => Date.parse(org.instant()),
  };
  return runTask(task, context, {}, { dryRun: false });
}

async function log(order: string): Promise<Row[]> {
  const { records } = await org.admin.query<Row>(
    `SELECT Kind__c, Before__c, After__c, Reason__c, Who_Id__c FROM MF_Event_Log__c WHERE Subject_Id__c = '${order}' ORDER BY Id`,
  );
  return records;
}

describe('the clock of an answer', { timeout: 120_000 }, () => {
  it('runs by the calendar, raises what is late once for each level, and writes it in the log', async () => {
    // The story begins on Monday at noon in Shanghai; Tuesday is a day off.
    await must(org.dispatcher.connection, 'create', 'MF_Holiday__c', [
      { Name: 'Founding day', Date__c: org.today(1), Key__c: `${org.today(1)}|` },
    ]);
    const order = await draft(org, deal);
    await take(org.seller, order, 'Submitted');
    const clock = () =>
      read<Row>(org, 'MF_Dispatch__c', order, 'Sla_Due__c, Escalation__c, Escalated_At__c, Sla_Met__c');
    expect(await clock()).toMatchObject({ Sla_Due__c: '2026-03-04T04:00:00.000+0000', Escalation__c: null });
    expect(await run(escalate, org.integration.connection)).toMatchObject({ outcome: { written: 0 } });
    org.moveClock(2 + 2 / 24);
    expect(await run(escalate, org.integration.connection)).toMatchObject({
      plan: { late: [{ escalation: 1, isNew: true }] },
      outcome: { written: 1 },
    });
    expect(await clock()).toMatchObject({ Escalation__c: 1 });
    expect(await run(escalate, org.integration.connection)).toMatchObject({ outcome: { written: 0 } });
    org.moveClock(1);
    await run(escalate, org.integration.connection);
    expect(await clock()).toMatchObject({ Escalation__c: 2, Sla_Met__c: false });
    expect(await log(order)).toMatchObject([
      { Kind__c: 'Escalated', Before__c: null, After__c: '1', Who_Id__c: org.integration.id },
      { Kind__c: 'Escalated', Before__c: '1', After__c: '2' },
    ]);
    expect(await told(org.intruder, 'MF_Dispatch__c', { Id: order, Escalation__c: null })).toMatch(/Leave them to it/);
    await score(org, order);
    await take(org.dispatcher, order, 'Validated');
    expect(await run(escalate, org.integration.connection)).toMatchObject({ plan: { late: [] } });
  });

  it('writes overrides, approved emergencies, new scores and budget decisions in the log, each once', async () => {
    const [week] = (await weeks(org, org.engineers.chen, 40, 2)) as [string];
    const urgent = await draft(org, deal, { Emergency__c: true, Emergency_Reason__c: 'Tender on Friday' });
    await take(org.seller, urgent, 'Submitted');
    await must(org.head.connection, 'update', 'MF_Dispatch__c', [
      { Id: urgent, Emergency_Approved_By__c: org.head.id },
    ]);
    await score(org, urgent, 60);
    await take(org.seller, urgent, 'Recalled');
    await take(org.seller, urgent, 'Draft');
    org.moveClock(1 / 24);
    await take(org.seller, urgent, 'Submitted');
    await score(org, urgent, 70);
    expect(await log(urgent)).toMatchObject([
      { Kind__c: 'Emergency', Reason__c: 'Tender on Friday', Who_Id__c: org.head.id },
      { Kind__c: 'Rescore', Before__c: '60', After__c: '70' },
    ]);
    const { order } = await proposed(org, { deal, engineer: org.engineers.chen, week });
    expect(await step(org.dispatcher, order, 'Proposed', { Override__c: true, Override_Loss__c: 4.5 })).toMatch(
      /override needs a reason/,
    );
    const decision = await decisionOf(org, deal);
    const overridden = { Override__c: true, Override_Loss__c: 4.5, Override_Reason__c: 'On site already' };
    await must(org.dispatcher.connection, 'update', 'MF_Dispatch__c', [{ Id: order, ...overridden }]);
    await must(org.dispatcher.connection, 'update', 'MF_Dispatch__c', [{ Id: order, Budget_Decision__c: decision }]);
    await must(org.dispatcher.connection, 'update', 'MF_Dispatch__c', [
      { Id: order, Status_Reason__c: 'Nothing else' },
    ]);
    expect(await log(order)).toMatchObject([
      { Kind__c: 'Override', After__c: '4.5', Reason__c: 'On site already', Who_Id__c: org.dispatcher.id },
      { Kind__c: 'Budget', Who_Id__c: org.dispatcher.id },
    ]);
  });
});

describe('a rate', { timeout: 120_000 }, () => {
  it('is shared with the engineer and the manager, and taken back from a former manager', async () => {
    const rates = async (person: Person) =>
      (await person.connection.query<Row>('SELECT Hourly_Rate__c FROM MF_Rate__c')).records.map(
        (row) => row['Hourly_Rate__c'],
      );
    const manage = (manager: Person) =>
      must(org.integration.connection, 'update', 'MF_Resource__c', [
        { Id: org.engineers.wang, Manager__c: manager.id },
      ]);
    await assignPermissionSets(orgPortOf(org.admin, org.test.org.username), ['MF_Role_Finance']);
    await manage(org.chen);
    expect(await rates(org.chen)).toEqual([450]);
    expect(await run(shareRates, org.admin)).toMatchObject({ outcome: { refusals: [] } });
    expect((await rates(org.chen)).toSorted()).toEqual([280, 450]);
    expect(await run(shareRates, org.admin)).toMatchObject({ plan: { added: [], removed: [] } });
    await manage(org.leader);
    await run(shareRates, org.admin);
    expect([await rates(org.chen), await rates(org.leader), await rates(org.dispatcher)]).toEqual([[450], [280], []]);
  });
});

describe('the due time of an answer', { timeout: 120_000 }, () => {
  it('starts with the submission, whoever submits and whatever door, as the task would reckon it', async () => {
    const holidays = [
      ['Founding day', 8, '', false],
      ['Everywhere worked', 12, '', true],
      ['HQ stays at home', 12, 'HQ', false],
      ['HQ works on Sunday', 13, 'HQ', true],
    ] as const;
    await must(
      org.dispatcher.connection,
      'create',
      'MF_Holiday__c',
      holidays.map(([Name, day, region, worked]) => ({
        ...{ Name, Date__c: org.today(day), Is_Worked__c: worked },
        ...{ Region__c: region || null, Key__c: `${org.today(day)}|${region}` },
      })),
    );
    for (let turn = 0; turn < 14; turn++) {
      const order = await draft(org, deal, { First_Week__c: org.monday(3), Last_Week__c: org.monday(5) });
      await take(org.seller, order, 'Submitted');
      const { Sla_Due__c: due } = await read<{ Sla_Due__c: string }>(org, 'MF_Dispatch__c', order, 'Sla_Due__c');
      const { plan } = await run(escalate, org.integration.connection);
      const { Name } = await read<{ Name: string }>(org, 'MF_Dispatch__c', order, 'Name');
      expect([turn, due, plan.rows.filter((row) => row.order === Name)]).toEqual([turn, due, []]);
      expect(due).toMatch(/^2026-03/);
      org.moveClock([1, 3, 5, 6.01, 9.5, 11, 14, 22][turn % 8]! / 24);
    }
  });
});
