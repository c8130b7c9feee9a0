import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetGates, newDeals, passOwn, stateOf, states, write } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg, type Person } from './gate-org.ts';

let org: GateOrg;
beforeAll(async () => {
  org = await openGateOrg();
}, 120_000);
afterAll(() => org?.close());

async function refusal(person: Person, id: string, code = 'S2') {
  const [outcome] = await write(person.connection, 'update', 'Opportunity', [{ Id: id, StageName: stageValue(code) }]);
  expect(outcome?.success).toBe(false);
  return {
    text: outcome!.errors.map((error) => error.message).join('\n'),
    fields: outcome!.errors.flatMap((error) => error.fields ?? []),
  };
}

async function languageOf(person: Person, language: string): Promise<void> {
  await org.admin.sobject('User').update({ Id: person.id, LanguageLocaleKey: language });
}

describe('the message of the gate', () => {
  it('names the open items in English, at the stage', async () => {
    const [id] = (await newDeals(org.seller, 1)) as [string];
    expect(await refusal(org.seller, id)).toEqual({
      text: 'Gate not met (score 0/80). 2 open: Need confirmed; Conflict check cleared',
      fields: ['StageName'],
    });
  });

  it('names them in Chinese to who works in Chinese', async () => {
    const [id] = (await newDeals(org.seller, 1)) as [string];
    await languageOf(org.seller, 'zh_CN');
    expect((await refusal(org.seller, id)).text).toBe(
      '关口未满足（得分 0/80）。未完成 2 项：需求已确认；利益冲突检查通过',
    );
    await org.switchFlows(false);
    expect((await refusal(org.seller, id)).text, 'the rule speaks Chinese too').toBe(
      '该阶段的关口尚未满足。请打开关口面板，完成必选项和阻断项并达到通过分，再推进阶段。',
    );
    await org.switchFlows(true);
    await languageOf(org.seller, 'en_US');
  });

  it('names what is left and the score reached', async () => {
    const [id] = (await newDeals(org.seller, 1)) as [string];
    await passOwn(org.seller, await states(org.admin, [id]));
    expect((await refusal(org.seller, id)).text).toBe('Gate not met (score 90/80). 1 open: Conflict check cleared');
  });

  it('says that the score is short when nothing binding is open', async () => {
    const [id] = (await newDeals(org.seller, 1)) as [string];
    await meetGates(org, org.seller, [id]);
    const deal = await stateOf(org.admin, id);
    await org.seller.connection.sobject('MF_Check__c').update({ Id: deal.check('VISIT').Id, Status__c: 'Failed' });
    expect((await refusal(org.seller, id)).text).toBe(
      'Gate not met (score 70/80). Close more checks to reach the score.',
    );
  });

  it('leaves skipped stages to the rule that speaks of them', async () => {
    const [id] = (await newDeals(org.seller, 1)) as [string];
    expect((await refusal(org.seller, id, 'S4')).text).toMatch(/Stages cannot be skipped/);
  });

  it('does not stop the holder of the bypass', async () => {
    const [id] = (await newDeals(org.bypasser, 1)) as [string];
    const moved = await write(org.bypasser.connection, 'update', 'Opportunity', [
      { Id: id, StageName: stageValue('S2'), MF_Move_Reason__c: 'Agreed with the head' },
    ]);
    expect(moved).toMatchObject([{ success: true }]);
  });
});

describe('a writer that skips the rules', () => {
  it('is stopped by the flow after the save', async () => {
    const { records } = await org.admin.tooling.query<{ Id: string }>(
      "SELECT Id FROM FlowDefinition WHERE DeveloperName = 'MF_Opportunity_Gate_Message'",
    );
    await org.admin.request({
      method: 'PATCH',
      url: `/services/data/v66.0/tooling/sobjects/FlowDefinition/${records[0]!.Id}`,
      body: JSON.stringify({ Metadata: { activeVersionNumber: 0 } }),
      headers: { 'Content-Type': 'application/json' },
    });
    await org.deployWithoutRules();
    const [id] = (await newDeals(org.seller, 1)) as [string];
    expect((await refusal(org.seller, id)).text).toMatch(/so the stage cannot move/);
    await meetGates(org, org.seller, [id]);
    expect(
      await write(org.seller.connection, 'update', 'Opportunity', [{ Id: id, StageName: stageValue('S2') }]),
    ).toMatchObject([{ success: true }]);
  });
});
