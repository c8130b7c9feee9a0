import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, stateOf, write, type DealState, type Outcome, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg } from './gate-org.ts';

/** A government bid with the shipped playbook: 14 items of weight 100, 12 done with 87, one blocking item open. */
let org: GateOrg;
let id: string;
let deal: DealState;

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const move = async (StageName: string) =>
  words((await write(org.seller.connection, 'update', 'Opportunity', [{ Id: id, StageName }]))[0]);
const gate = async () =>
  (
    await org.admin.query<Row>(
      `SELECT Score__c, Planned_Checks__c, Planned_Weight__c, Open_Mandatory__c, Open_Blocking__c, Is_Met__c FROM MF_Gate__c WHERE Id = '${deal.gateId}'`,
    )
  ).records[0];
const opinion = () => deal.checks.find((check) => check.Definition__r.Key__c.endsWith('|GOV-CRYPTO-OPINION'))!;
const isLeftOpen = (check: { Definition__r: { Key__c: string } }) =>
  /\|(GOV-CRYPTO-OPINION|S5-COMPETITOR-PRICE)$/.test(check.Definition__r.Key__c);

/** Everything that is left at the gate, closed by the seller after the dispatcher gave it to him. */
async function closeAll(checks: DealState['checks']): Promise<void> {
  await must(
    org.dispatcher.connection,
    'update',
    'MF_Check__c',
    checks.map((check) => ({ Id: check.Id, Assignee__c: org.seller.id })),
  );
  await must(
    org.seller.connection,
    'update',
    'MF_Check__c',
    checks.map((check) => ({
      Id: check.Id,
      Status__c: 'Passed',
      Answer__c: 'Yes',
      Evidence__c: 'https://docs.example.com/1',
    })),
  );
}

beforeAll(async () => {
  org = await openGateOrg({ catalogue: 'shipped' });
  const [account] = await must(org.admin, 'create', 'Account', [
    { Name: 'Municipal cloud office', Industry: 'Government' },
  ]);
  const running = {
    Name: 'Municipal government cloud',
    AccountId: account!,
    OwnerId: org.seller.id,
    StageName: stageValue('S5'),
    MF_Deal_Type__c: 'HQ_Solution',
    CloseDate: '2026-12-31',
    Amount: 4_000_000,
  };
  [id] = (await must(org.admin, 'create', 'Opportunity', [running])) as [string];
  deal = await stateOf(org.admin, id);
}, 180_000);
afterAll(() => org?.close());

describe('a government deal in bid preparation', () => {
  it('has 14 items with weights of 100', async () => {
    expect(await gate()).toMatchObject({ Planned_Checks__c: 14, Planned_Weight__c: 100 });
    expect(deal.checks).toHaveLength(14);
  });

  it('names the first five open items', async () => {
    const text = await move(stageValue('S6'));
    const [, count = '', titles = ''] = /^Gate not met \(score 0\/80\)\. (\d+) open: (.+)$/.exec(text) ?? [];
    expect(Number(count)).toBeGreaterThan(5);
    expect(titles.startsWith('Authority to bid (ATB) granted; ')).toBe(true);
    expect(titles.split('; ').length).toBe(5);
    expect(text.length).toBeLessThanOrEqual(255);
  });

  it('with 12 items done scores 87 and is blocked by the one that is missing', async () => {
    const done = deal.checks.filter((check) => !isLeftOpen(check));
    expect(done).toHaveLength(12);
    await must(org.head.connection, 'create', 'MF_Decision__c', [
      { Deal__c: deal.dealId, Kind__c: 'ATB', Outcome__c: 'Granted' },
    ]);
    await closeAll(done);
    expect(await gate()).toMatchObject({ Score__c: 87, Open_Mandatory__c: 0, Open_Blocking__c: 1, Is_Met__c: false });
  });

  it('says the same through every door', async () => {
    const said = 'Gate not met (score 87/80). 1 open: Assessment opinion on the cryptography application plan';
    expect(await move(stageValue('S6'))).toBe(said);
    const { connection } = org.seller;
    const patch = async (url: string, body: unknown) => {
      const answer = await fetch(`${connection.instanceUrl}${url}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { Authorization: `Bearer ${connection.accessToken}`, 'Content-Type': 'application/json' },
      });
      return answer.text();
    };
    expect(await patch(`/services/data/v66.0/sobjects/Opportunity/${id}`, { StageName: stageValue('S6') })).toContain(
      said,
    );
    expect(
      await patch(`/services/data/v66.0/ui-api/records/${id}`, { fields: { StageName: stageValue('S6') } }),
    ).toContain(said);
    const job = connection.bulk2.createJob({ object: 'Opportunity', operation: 'update' });
    await job.open();
    await job.uploadData([{ Id: id, StageName: stageValue('S6') }]);
    await job.close();
    await job.poll(100, 20_000);
    expect(JSON.stringify((await job.getAllResults()).failedResults)).toContain(said);
  });

  it('moves on a waiver of the region head with the consent of compliance, and is conditional', async () => {
    const [waiver] = (await must(org.seller.connection, 'create', 'MF_Waiver__c', [
      {
        Deal__c: deal.dealId,
        Check__c: opinion().Id,
        Reason__c: 'Opinion is promised for next week',
        Expires_On__c: org.today(10),
      },
    ])) as [string];
    await must(org.legal.connection, 'update', 'MF_Waiver__c', [{ Id: waiver, Compliance_By__c: org.legal.id }]);
    await must(org.head.connection, 'update', 'MF_Waiver__c', [
      { Id: waiver, Status__c: 'Approved', Approver__c: org.head.id },
    ]);
    expect(await move(stageValue('S6'))).toBe('');
    const { records } = await org.admin.query<Row>(
      `SELECT Is_Conditional__c, Has_Lapsed_Condition__c FROM MF_Deal__c WHERE Id = '${deal.dealId}'`,
    );
    expect(records).toMatchObject([{ Is_Conditional__c: true, Has_Lapsed_Condition__c: false }]);
  });

  it('shows red on day 11 without evidence, and the next gate stays shut', async () => {
    await closeAll((await stateOf(org.admin, id)).checks);
    org.moveClock(11);
    const { records } = await org.admin.query<Row>(
      `SELECT Has_Lapsed_Condition__c, Current_Gate_Met__c FROM MF_Deal__c WHERE Id = '${deal.dealId}'`,
    );
    expect(records).toMatchObject([{ Has_Lapsed_Condition__c: true, Current_Gate_Met__c: true }]);
    expect(await move(stageValue('S7'))).toMatch(/waiver of this deal has run out/);
  });
});

describe('a small deal of 0.6M', () => {
  it('has the four-stage model with five items and none of the fourteen', async () => {
    const [small] = (await must(org.seller.connection, 'create', 'Opportunity', [
      {
        Name: 'Demo licence',
        StageName: stageValue('P1'),
        MF_Deal_Type__c: 'Standard_Product',
        CloseDate: '2026-12-31',
        Amount: 600_000,
      },
    ])) as [string];
    const state = await stateOf(org.admin, small);
    expect(state.checks).toHaveLength(5);
    expect(state.checks.every((check) => check.Definition__r.Key__c.startsWith('M3|'))).toBe(true);
    const { totalSize } = await org.admin.query(`SELECT Id FROM MF_Gate__c WHERE Deal__c = '${state.dealId}'`);
    expect(totalSize).toBe(4);
  });
});
