import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetGates, must, newDeals, stateOf, write, type Outcome, type Row } from './deals.ts';
import { checkDefinitions, stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg } from './gate-org.ts';

/** With every flow off somebody who may write everything makes deal, gate and checks by hand. Only the playbook's own are let in. */
let org: GateOrg;
let opportunityId: string;
beforeAll(async () => {
  org = await openGateOrg();
  await org.switchFlows(false);
  [opportunityId] = (await newDeals(org.broad, 1)) as [string];
}, 120_000);
afterAll(() => org?.close());

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const create = async (object: string, row: Row) => (await write(org.broad.connection, 'create', object, [row]))[0]!;
const update = async (object: string, row: Row) => (await write(org.broad.connection, 'update', object, [row]))[0];
const idOf = async (object: string, where: string) =>
  (await org.admin.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${where}`)).records[0]!.Id;
const move = (code: string) => update('Opportunity', { Id: opportunityId, StageName: stageValue(code) });
const s1 = stageValue('S1');

describe('a deal made by hand', () => {
  it('is refused without its playbook, with another one, or for another opportunity', async () => {
    expect(words(await move('S2'))).toMatch(/no deal workspace/);
    const deal = {
      Opportunity__c: opportunityId,
      Opportunity_Key__c: opportunityId,
      Playbook__c: await idOf('MF_Playbook__c', "Key__c = 'M1'"),
      Playbook_Key__c: 'M1|1.0',
    };
    expect(words(await create('MF_Deal__c', { ...deal, Playbook__c: null }))).toMatch(/published playbook/);
    expect(
      words(
        await create('MF_Deal__c', {
          ...deal,
          Playbook__c: await idOf('MF_Playbook__c', "Key__c = 'M3'"),
          Playbook_Key__c: 'M3|1.0',
        }),
      ),
    ).toMatch(/published playbook/);
    expect(words(await create('MF_Deal__c', { ...deal, Opportunity_Key__c: 'mine' }))).toMatch(/id of the opportunity/);
    expect(words(await create('MF_Deal__c', { ...deal, Industry__c: 'Power' }))).toMatch(/industry of the account/);
    expect(words(await create('MF_Deal__c', { ...deal, Phase__c: 'Closed' }))).toMatch(/After the win/);
    const { id } = await create('MF_Deal__c', deal);
    await must(org.broad.connection, 'update', 'Opportunity', [{ Id: opportunityId, MF_Deal__c: id! }]);
    expect(words(await move('S2'))).toMatch(/does not stand at the gate/);
  });
});

describe('a gate made by hand', () => {
  it('is refused with an easier threshold, an easy manifest or the stage of another playbook', async () => {
    const { dealId } = await stateOf(org.admin, opportunityId);
    const gate = {
      Deal__c: dealId,
      Stage__c: await idOf('MF_Stage__c', "Key__c = 'M1|1.0|S1'"),
      Stage_Value__c: s1,
      Stage_Order__c: 1,
      Threshold__c: 80,
      Nominal_Probability__c: 10,
      Gate_Key__c: `${dealId}|${s1}`,
    };
    const easy: Row[] = [
      { Nominal_Probability__c: 90 },
      { Budget_Percent__c: 50 },
      { Threshold__c: 0 },
      { Threshold__c: null },
      { Stage_Value__c: stageValue('S2') },
      { Gate_Key__c: 'mine' },
      { Stage__c: null },
      { Stage__c: await idOf('MF_Stage__c', "Key__c = 'M3|1.0|P1'") },
    ];
    for (const change of easy)
      expect(words(await create('MF_Gate__c', { ...gate, ...change })), JSON.stringify(change)).toMatch(
        /made from a stage/,
      );
    for (const manifest of [
      { Planned_Checks__c: 1, Planned_Weight__c: 60 },
      { Planned_Checks__c: 0, Planned_Weight__c: 0, Empty_By_Design__c: true },
      { Planned_Checks__c: 3 },
    ])
      expect(words(await create('MF_Gate__c', { ...gate, ...manifest })), JSON.stringify(manifest)).toMatch(
        /those of its stage/,
      );
    const { id } = await create('MF_Gate__c', { ...gate, Planned_Checks__c: 3, Planned_Weight__c: 100 });
    expect(words(await create('MF_Gate__c', gate))).toMatch(/duplicate value/);
    await must(org.broad.connection, 'update', 'MF_Deal__c', [{ Id: dealId, Current_Gate__c: id! }]);
    expect(words(await move('S2')), 'no check was made').toMatch(/not met/);
  });
});

describe('checks made by hand', () => {
  it('are refused when they are easier than the playbook or already closed', async () => {
    const { gateId } = await stateOf(org.admin, opportunityId);
    const legal = await idOf('MF_Check_Definition__c', "Key__c = 'M1|1.0|S1-CLEAR'");
    const check = {
      Gate__c: gateId,
      From_Playbook__c: true,
      Definition__c: legal,
      Check_Key__c: `${gateId}|M1|1.0|S1-CLEAR`,
      Kind__c: 'Compliance',
      Weight__c: 10,
      Blocking__c: true,
      Role_Key__c: 'LEGAL',
      Validity_Days__c: 30,
      Title_En__c: 'Conflict check cleared',
    };
    for (const change of [
      { Blocking__c: false },
      { Weight__c: 0 },
      { Role_Key__c: 'AR' },
      { Validity_Days__c: null },
      { Definition__c: null },
      { Check_Key__c: null },
    ])
      expect(words(await create('MF_Check__c', { ...check, ...change })), JSON.stringify(change)).toMatch(
        /made from a definition/,
      );
    expect(words(await create('MF_Check__c', { ...check, Status__c: 'Passed' }))).toMatch(/new check is open/);
    expect(words(await create('MF_Check__c', { ...check, Waived__c: true, Waived_Until__c: org.today(5) }))).toMatch(
      /new check is open/,
    );
    expect(words(await create('MF_Check__c', { ...check, Assignee__c: org.broad.id }))).toMatch(
      /to nobody for other roles/,
    );
  });

  it('made half do not meet the gate; made whole and closed by those who may they do', async () => {
    const { gateId, dealId } = await stateOf(org.admin, opportunityId);
    const make = async (code: string) => {
      const definition = checkDefinitions.find((one) => one.code === code)!;
      const { role, Evidence_Kind__c } = definition;
      const key = `M1|1.0|S1-${code}`;
      const row = {
        Title_En__c: definition.Title_En__c,
        Kind__c: definition.Kind__c,
        Weight__c: definition.Weight__c,
        Mandatory__c: definition.Mandatory__c,
        Blocking__c: definition.Blocking__c,
        Validity_Days__c: definition.Validity_Days__c,
        Gate__c: gateId,
        From_Playbook__c: true,
        Definition__c: await idOf('MF_Check_Definition__c', `Key__c = '${key}'`),
        Check_Key__c: `${gateId}|${key}`,
        Role_Key__c: role,
        Evidence_Required__c: Evidence_Kind__c === 'Link',
        Assignee__c: role === 'AR' ? org.broad.id : null,
      };
      await must(org.broad.connection, 'create', 'MF_Check__c', [row]);
      return row;
    };
    const need = await make('NEED');
    await make('VISIT');
    await must(
      org.broad.connection,
      'update',
      'MF_Check__c',
      (await stateOf(org.admin, opportunityId)).checks.map((check) => ({
        Id: check.Id,
        Status__c: 'Passed',
        Answer__c: 'Yes',
        Evidence__c: 'https://docs.example.com/1',
      })),
    );
    for (const on of [true, false]) {
      await org.switchFlows(on);
      expect(words(await move('S2')), 'the check of legal was left out').toMatch(/not met/);
    }
    expect(words(await create('MF_Check__c', need)), 'nor can one be made twice').toMatch(/duplicate value/);
    await make('CLEAR');
    expect(words(await move('S2'))).toMatch(/not met/);
    const deal = await stateOf(org.admin, opportunityId);
    await must(org.legal.connection, 'update', 'MF_Check__c', [
      { Id: deal.check('CLEAR').Id, Status__c: 'Passed', Expires_On__c: org.today(30) },
    ]);
    expect(await move('S2'), 'a lawful move needs no flow').toMatchObject({ success: true });
    expect(words(await move('S3')), 'the pointer stayed behind: it fails closed').toMatch(/does not stand at the gate/);
    expect(
      words(await update('MF_Deal__c', { Id: dealId, Current_Gate__c: gateId })) || words(await move('S3')),
    ).toMatch(/does not stand at the gate|current gate must be/);
  });
});

describe('the catalogue', () => {
  it('cannot be softened once it is published', async () => {
    const definition = await idOf('MF_Check_Definition__c', "Key__c = 'M1|1.0|S2-CLEAR'");
    const stage = await idOf('MF_Stage__c', "Key__c = 'M1|1.0|S2'");
    const playbook = await idOf('MF_Playbook__c', "Key__c = 'M1'");
    const changeAsAdmin = async (object: string, row: Row) =>
      words((await write(org.admin, 'update', object, [row]))[0]);
    expect(await changeAsAdmin('MF_Check_Definition__c', { Id: definition, Blocking__c: false })).toMatch(
      /published and cannot change/,
    );
    expect(await changeAsAdmin('MF_Stage__c', { Id: stage, Threshold__c: 1 })).toMatch(/published and cannot change/);
    expect(await changeAsAdmin('MF_Playbook__c', { Id: playbook, Status__c: 'Draft' })).toMatch(/cannot change/);
    expect(
      words(
        await create('MF_Playbook__c', {
          Name: 'Easy',
          Key__c: 'E',
          Version__c: '1.0',
          Key_Version__c: 'E|1.0',
          Deal_Type__c: 'HQ_Solution',
          Status__c: 'Published',
        }),
      ),
    ).toMatch(/may not publish/);
  });

  it('keeps published definitions when the flows are on', async () => {
    await org.switchFlows(true);
    const definition = await idOf('MF_Check_Definition__c', "Key__c = 'M1|1.0|S2-CLEAR'");
    expect(words((await write(org.admin, 'delete', 'MF_Check_Definition__c', [definition]))[0])).toMatch(
      /cannot be deleted/,
    );
    const [id] = (await newDeals(org.broad, 1)) as [string];
    await meetGates(org, org.broad, [id]);
    const deal = await stateOf(org.admin, id);
    expect(words((await write(org.broad.connection, 'delete', 'MF_Check__c', [deal.checks[0]!.Id]))[0])).toMatch(
      /cannot be deleted/,
    );
    expect(words((await write(org.broad.connection, 'delete', 'MF_Deal__c', [deal.dealId]))[0])).toMatch(
      /cannot be deleted/,
    );
    await must(org.broad.connection, 'delete', 'Opportunity', [id]);
  });
});
