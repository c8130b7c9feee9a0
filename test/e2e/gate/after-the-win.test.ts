import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  meetGates,
  moveTo,
  must,
  newDeals,
  passLegal,
  passOwn,
  stateOf,
  states,
  write,
  type Outcome,
} from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg } from './gate-org.ts';

let org: GateOrg;
let id: string;
beforeAll(async () => {
  org = await openGateOrg();
  [id] = (await newDeals(org.broad, 1)) as [string];
  for (const next of ['S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'Closed Won']) {
    await meetGates(org, org.broad, [id]);
    await moveTo(org.broad, [id], next);
  }
}, 180_000);
afterAll(() => org?.close());

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const phase = async (value: string) =>
  (
    await write(org.broad.connection, 'update', 'MF_Deal__c', [
      { Id: (await stateOf(org.admin, id)).dealId, Phase__c: value },
    ])
  )[0];
const dealRow = async () =>
  (
    await org.admin.query<{ Phase__c: string; Current_Gate_Stage__c: string }>(
      `SELECT Phase__c, Current_Gate_Stage__c FROM MF_Deal__c WHERE Opportunity__c = '${id}'`,
    )
  ).records[0];

describe('a won deal', () => {
  it('stands at the gate of the handover with its checks', async () => {
    expect(await dealRow()).toMatchObject({ Phase__c: stageValue('S8'), Current_Gate_Stage__c: stageValue('S8') });
    expect((await stateOf(org.admin, id)).checks).toHaveLength(3);
  });

  it('cannot go on to the retrospective, skip it or fall back before the handover is done', async () => {
    expect(words(await phase(stageValue('S9')))).toMatch(/After the win/);
    expect(words(await phase('Closed'))).toMatch(/After the win/);
    expect(
      words(
        (
          await write(org.broad.connection, 'update', 'MF_Deal__c', [
            { Id: (await stateOf(org.admin, id)).dealId, Phase__c: null },
          ])
        )[0],
      ),
    ).toMatch(/After the win/);
  });

  it('goes through handover and retrospective to its end', async () => {
    await passOwn(org.broad, await states(org.admin, [id]));
    await passLegal(org, await states(org.admin, [id]));
    expect(await phase(stageValue('S9'))).toMatchObject({ success: true });
    expect(await dealRow()).toMatchObject({ Phase__c: stageValue('S9'), Current_Gate_Stage__c: stageValue('S9') });
    expect((await stateOf(org.admin, id)).checks).toHaveLength(3);
    expect(words(await phase('Closed'))).toMatch(/After the win/);
    await meetGates(org, org.broad, [id]);
    expect(await phase('Closed')).toMatchObject({ success: true });
  });

  it('is reopened only by those who may, and then loses its phase', async () => {
    await must(org.admin, 'create', 'PermissionSetAssignment', [
      {
        AssigneeId: org.broad.id,
        PermissionSetId: (
          await org.admin.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'MF_Sales_Leader'`)
        ).records[0]!.Id,
      },
    ]);
    await moveTo(org.broad, [id], 'S7', { MF_Move_Reason__c: 'Contract cancelled' });
    expect(await dealRow()).toMatchObject({ Phase__c: null, Current_Gate_Stage__c: stageValue('S7') });
  });
});
