import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetGates, moveTo, must, newDeals, passOwn, stateOf, states, write, type Outcome, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { doors, request } from './doors.ts';
import { openGateOrg, scopeFile, type GateOrg, type Person } from './gate-org.ts';

let org: GateOrg;
beforeAll(async () => {
  org = await openGateOrg();
}, 120_000);
afterAll(() => org?.close());

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const update = async (person: Person, object: string, row: Row) =>
  (await write(person.connection, 'update', object, [row]))[0];
const create = async (person: Person, object: string, row: Row) =>
  (await write(person.connection, 'create', object, [row]))[0]!;
const base = { Name: 'Door', CloseDate: '2026-12-31', Amount: 100_000 };

describe.each([{ flows: 'on' }, { flows: 'off' }])(
  'the gate with the flows $flows',
  { timeout: 120_000 },
  ({ flows }) => {
    let open: string;
    let ownDone: string;
    let itsOwn: string;
    beforeAll(async () => {
      await org.switchFlows(true);
      [open, ownDone] = (await newDeals(org.broad, 2)) as [string, string];
      [itsOwn] = (await newDeals(org.integration, 1)) as [string];
      await passOwn(org.broad, await states(org.admin, [ownDone]));
      await org.switchFlows(flows === 'on');
    });

    it.each(doors)('holds against $door', async ({ send }) => {
      for (const person of [org.broad, org.integration]) {
        const id = person === org.broad ? open : itsOwn;
        expect(JSON.stringify(await send(person, id))).toMatch(/not met/);
        expect((await stateOf(org.admin, id)).stage).toBe(stageValue('S1'));
      }
    });

    it('holds against a Bulk job of the integration user', async () => {
      const job = org.integration.connection.bulk2.createJob({ object: 'Opportunity', operation: 'update' });
      await job.open();
      await job.uploadData([{ Id: itsOwn, StageName: stageValue('S2') }]);
      await job.close();
      await job.poll(100, 20_000);
      const { failedResults, successfulResults } = await job.getAllResults();
      expect(successfulResults).toHaveLength(0);
      expect(JSON.stringify(failedResults)).toMatch(/not met/);
      expect((await stateOf(org.admin, itsOwn)).stage).toBe(stageValue('S1'));
    });

    it('opens for a composite request that passes the last check and moves', async () => {
      const legalOwns = (await stateOf(org.admin, ownDone)).check('CLEAR');
      await must(org.dispatcher.connection, 'update', 'MF_Check__c', [{ Id: legalOwns.Id, Assignee__c: org.broad.id }]);
      const body = {
        allOrNone: true,
        compositeRequest: [
          {
            method: 'PATCH',
            url: `/services/data/v66.0/sobjects/MF_Check__c/${legalOwns.Id}`,
            referenceId: 'pass',
            body: { Status__c: 'Passed', Expires_On__c: org.today(5) },
          },
          {
            method: 'PATCH',
            url: `/services/data/v66.0/sobjects/Opportunity/${ownDone}`,
            referenceId: 'move',
            body: { StageName: stageValue('S2') },
          },
        ],
      };
      expect(JSON.stringify(await request(org.broad, 'POST', '/composite', body))).not.toMatch(/errorCode/);
      expect((await stateOf(org.admin, ownDone)).stage).toBe(stageValue('S2'));
    });

    it('refuses a clone that brings its stage or its deal along, and says what to do', async () => {
      const { dealId } = await stateOf(org.admin, open);
      expect(
        words(
          await create(org.broad, 'Opportunity', {
            ...base,
            StageName: stageValue('S3'),
            MF_Deal_Type__c: 'HQ_Solution',
          }),
        ),
      ).toMatch(/clone too, begins in the first stage/);
      expect(
        words(
          await create(org.broad, 'Opportunity', {
            ...base,
            StageName: stageValue('S1'),
            MF_Deal_Type__c: 'HQ_Solution',
            MF_Deal__c: dealId,
          }),
        ),
      ).toMatch(/Clear the field Deal/);
    });

    it('refuses to choose the type and move in one save, and to choose it late', async () => {
      const { id } = await create(org.broad, 'Opportunity', { ...base, StageName: stageValue('S1') });
      expect(
        words(
          await update(org.broad, 'Opportunity', {
            Id: id!,
            MF_Deal_Type__c: 'HQ_Solution',
            StageName: stageValue('S2'),
          }),
        ),
      ).toMatch(/two saves/);
      await must(org.broad.connection, 'update', 'Opportunity', [{ Id: id!, StageName: stageValue('S3') }]);
      expect(words(await update(org.broad, 'Opportunity', { Id: id!, MF_Deal_Type__c: 'HQ_Solution' }))).toMatch(
        /first stage of its playbook/,
      );
    });

    it('leaves opportunities alone that nobody put under it', async () => {
      const { id } = await create(org.broad, 'Opportunity', { ...base, StageName: 'Prospecting' });
      await must(org.broad.connection, 'update', 'Opportunity', [{ Id: id!, StageName: 'Closed Won' }]);
      await must(org.broad.connection, 'delete', 'Opportunity', [id!]);
    });
  },
);

describe.each([{ flows: 'on' }, { flows: 'off' }])(
  'small deals with the flows $flows',
  { timeout: 120_000 },
  ({ flows }) => {
    it('do not move above the limit, not even for a bypass holder', async () => {
      await org.switchFlows(true);
      const small = { StageName: stageValue('P1'), MF_Deal_Type__c: 'Standard_Product', Amount: 600_000 };
      const ids = [...(await newDeals(org.broad, 1, small)), ...(await newDeals(org.bypasser, 1, small))];
      await meetGates(org, org.broad, [ids[0]!]);
      await org.switchFlows(flows === 'on');
      await must(org.broad.connection, 'update', 'Opportunity', [{ Id: ids[0]!, Amount: 1_000_001 }]);
      expect(words(await update(org.broad, 'Opportunity', { Id: ids[0]!, StageName: stageValue('P2') }))).toMatch(
        /above the limit/,
      );
      const big = { Id: ids[1]!, StageName: stageValue('P2'), Amount: 1_000_001, MF_Move_Reason__c: 'Big customer' };
      expect(words(await update(org.bypasser, 'Opportunity', big))).toMatch(/above the limit/);
      await must(org.broad.connection, 'update', 'Opportunity', [
        { Id: ids[0]!, Amount: 1_000_000, StageName: stageValue('P2') },
      ]);
    });
  },
);

describe('the holder of the bypass', { timeout: 120_000 }, () => {
  it('needs a reason with every flow off too', async () => {
    await org.switchFlows(true);
    const [id] = (await newDeals(org.bypasser, 1)) as [string];
    await org.switchFlows(false);
    for (const MF_Move_Reason__c of [undefined, null, ''])
      expect(
        words(await update(org.bypasser, 'Opportunity', { Id: id, StageName: stageValue('S3'), MF_Move_Reason__c })),
      ).toMatch(/Write a new Move Reason/);
    await org.switchFlows(true);
  });

  it('needs a new reason, and the log keeps it', async () => {
    const [id] = (await newDeals(org.bypasser, 1)) as [string];
    expect(words(await update(org.bypasser, 'Opportunity', { Id: id, StageName: stageValue('S3') }))).toMatch(
      /Write a new Move Reason/,
    );
    await moveTo(org.bypasser, [id], 'S3', { MF_Move_Reason__c: 'Framework contract' });
    expect(
      words(await update(org.bypasser, 'Opportunity', { Id: id, StageName: stageValue('S5') })),
      'the old reason does not count',
    ).toMatch(/Write a new Move Reason/);
    const { dealId, stage, checks } = await stateOf(org.admin, id);
    expect(stage).toBe(stageValue('S3'));
    expect(checks, 'the gate of the entered stage has its checks').toHaveLength(3);
    const { records } = await org.admin.query<Row & { Id: string }>(
      `SELECT Id, Kind__c, Before__c, After__c, Reason__c, Who_Id__c FROM MF_Event_Log__c WHERE Deal__c = '${dealId}'`,
    );
    expect(records).toMatchObject([
      {
        Kind__c: 'Bypass',
        Before__c: stageValue('S1'),
        After__c: stageValue('S3'),
        Reason__c: 'Framework contract',
        Who_Id__c: org.bypasser.id,
      },
    ]);
    expect(words(await update(org.bypasser, 'MF_Event_Log__c', { Id: records[0]!.Id, Reason__c: 'None' }))).toMatch(
      /cannot change/,
    );
  });

  it('needs no reason where the gate is met', async () => {
    const [id] = (await newDeals(org.bypasser, 1)) as [string];
    await meetGates(org, org.bypasser, [id]);
    await moveTo(org.bypasser, [id], 'S2');
  });
});

describe('moves with a reason', { timeout: 120_000 }, () => {
  it('go back, are lost and come back where they were lost', async () => {
    const [id] = (await newDeals(org.seller, 1)) as [string];
    await meetGates(org, org.seller, [id]);
    await moveTo(org.seller, [id], 'S2');
    await moveTo(org.seller, [id], 'S1', { MF_Move_Reason__c: 'Budget withdrawn' });
    expect((await stateOf(org.admin, id)).isMet, 'the gate passed before still stands').toBe(true);
    await moveTo(org.seller, [id], 'S2');
    await moveTo(org.seller, [id], 'Closed Lost', { MF_Move_Reason__c: 'Lost on price' });
    await moveTo(org.seller, [id], 'S2', { MF_Move_Reason__c: 'Winner withdrew' });
    const { dealId } = await stateOf(org.admin, id);
    const { records } = await org.admin.query<{ Kind__c: string }>(
      `SELECT Kind__c FROM MF_Event_Log__c WHERE Deal__c = '${dealId}' ORDER BY Name`,
    );
    expect(records.map((row) => row.Kind__c)).toEqual(['Advanced', 'Back', 'Advanced', 'Lost', 'Reopened']);
  });
});

/** Last: the scope is deployed for the whole org. */
describe('in scope', { timeout: 120_000 }, () => {
  it('no opportunity is created or moved without a type', async () => {
    const { id } = await create(org.broad, 'Opportunity', { ...base, StageName: 'Prospecting' });
    await org.deploy(scopeFile({ Required_From__c: '2026-03-01' }));
    for (const on of [true, false]) {
      await org.switchFlows(on);
      for (const person of [org.broad, org.seller])
        expect(words(await create(person, 'Opportunity', { ...base, StageName: 'Prospecting' }))).toMatch(
          /Choose a deal type/,
        );
      for (const StageName of [stageValue('S1'), 'Closed Won'])
        expect(words(await update(org.broad, 'Opportunity', { Id: id!, StageName }))).toMatch(/Choose a deal type/);
    }
    await must(org.broad.connection, 'update', 'Opportunity', [{ Id: id!, StageName: 'Closed Lost' }]);
  });

  it('record types outside the scope and days before it are free', async () => {
    await org.deploy(scopeFile({ Required_From__c: '2026-03-01', Record_Types__c: ';Solution;' }));
    expect(await create(org.broad, 'Opportunity', { ...base, StageName: 'Prospecting' })).toMatchObject({
      success: true,
    });
    await org.deploy(scopeFile({ Required_From__c: '2026-04-01' }));
    expect(await create(org.broad, 'Opportunity', { ...base, StageName: 'Prospecting' })).toMatchObject({
      success: true,
    });
  });
});
