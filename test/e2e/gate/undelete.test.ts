import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../../scripts/local-org/access/open-session.ts';
import type { SaveResult } from '../../../scripts/local-org/save/contract.ts';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import { save } from '../../../scripts/local-org/save/save.ts';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { meetGates, must, newDeals, passOwn, stateOf, states, write, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg } from './gate-org.ts';

/** Undelete has no REST call, so the recycle bin is opened on the org's folder while no server holds it. */
interface Undeleted {
  readonly again: TestOrg;
  /** Each deal's opportunity, by what happened to it. */
  readonly ids: Readonly<Record<'open' | 'expired' | 'twin' | 'whole', string>>;
  readonly results: Readonly<Record<string, SaveResult | undefined>>;
  /** The gates of the deals that lost a check, before it came back. */
  readonly halves: readonly Row[];
}

const gates = async (connection: TestOrg['connection'], ids: readonly string[]) =>
  (
    await connection.query<Row>(
      `SELECT Check_Count__c, Planned_Checks__c, Open_Blocking__c, Is_Met__c FROM MF_Gate__c WHERE Stage_Value__c = '${stageValue('S1')}' AND Deal__r.Opportunity__c IN ('${ids.join("','")}') ORDER BY Deal__r.Name`,
    )
  ).records;

/** Deletes with the flows off, because with them on no check can be deleted, and brings back with the flows as asked. */
async function deleteAndUndelete(flows: 'on' | 'off'): Promise<Undeleted> {
  const org = await openGateOrg();
  const [open, expired, twin, whole] = (await newDeals(org.broad, 4)) as [string, string, string, string];
  await passOwn(org.broad, await states(org.admin, [open, twin, whole]));
  await meetGates(org, org.broad, [expired]);
  const clears = (await states(org.admin, [open, expired, twin])).map((deal) => deal.check('CLEAR').Id);
  const { records } = await org.admin.query<Row>(
    `SELECT Gate__c, Definition__c, From_Playbook__c, Kind__c, Weight__c, Mandatory__c, Blocking__c, Role_Key__c, Validity_Days__c, Evidence_Required__c, Check_Key__c, Title_En__c FROM MF_Check__c WHERE Id = '${clears[2]}'`,
  );
  await org.switchFlows(false);
  await must(org.broad.connection, 'delete', 'MF_Check__c', clears);
  await must(org.broad.connection, 'delete', 'Opportunity', [whole]);
  const halves = await gates(org.admin, [open, expired]);
  const copy: Row = Object.fromEntries(Object.entries(records[0]!).filter(([name]) => name !== 'attributes'));
  const [twinId] = (await must(org.broad.connection, 'create', 'MF_Check__c', [copy])) as [string];
  const passed = { Id: twinId, Status__c: 'Passed', Expires_On__c: org.today(30) };
  await must(org.legal.connection, 'update', 'MF_Check__c', [passed]);
  await org.switchFlows(flows === 'on');
  org.moveClock(31);
  const now = () => Date.parse(`${org.today()}T04:00:00Z`);
  await org.test.org.close();
  const engine = openOrg({ dir: org.test.dir, now });
  const undelete = (object: string, id: string) =>
    save(openSession(engine, org.broad.id), 'undelete', [{ object, row: { Id: id } }], { allOrNone: true })[0];
  const results = {
    open: undelete('MF_Check__c', clears[0]!),
    expired: undelete('MF_Check__c', clears[1]!),
    twin: undelete('MF_Check__c', clears[2]!),
    whole: undelete('Opportunity', whole),
  };
  engine.store.close();
  const again = await startTestOrg({ dir: org.test.dir, now });
  return { again, ids: { open, expired, twin, whole }, results, halves };
}

describe.each([{ flows: 'on' }, { flows: 'off' }] as const)(
  'brought back from the recycle bin with the flows $flows, by a user with broad edit rights,',
  ({ flows }) => {
    let org: Undeleted;
    beforeAll(async () => {
      org = await deleteAndUndelete(flows);
    }, 180_000);
    afterAll(() => org?.again.close());

    const moved = async (id: string) => {
      const broad = await org.again.connectAs('broad@gate.test');
      const [outcome] = await write(broad, 'update', 'Opportunity', [{ Id: id, StageName: stageValue('S2') }]);
      expect(outcome?.success).toBe(false);
      expect((await stateOf(org.again.connection, id)).stage).toBe(stageValue('S1'));
      return outcome!.errors.map((error) => error.message).join('\n');
    };

    it('no gate is met while its check lies in the bin', () => {
      expect(org.halves).toMatchObject([
        { Check_Count__c: 2, Planned_Checks__c: 3, Is_Met__c: false },
        { Check_Count__c: 2, Planned_Checks__c: 3, Is_Met__c: false },
      ]);
    });

    it('an open check is as open as before', async () => {
      expect(org.results['open']).toMatchObject({ success: true });
      const [gate] = await gates(org.again.connection, [org.ids.open]);
      expect(gate).toMatchObject({ Check_Count__c: 3, Open_Blocking__c: 1, Is_Met__c: false });
      expect(await moved(org.ids.open)).toMatch(/not met/);
    });

    it('a passed check has not outlived its last day', async () => {
      expect(org.results['expired']).toMatchObject({ success: true });
      const [gate] = await gates(org.again.connection, [org.ids.expired]);
      expect(gate).toMatchObject({ Check_Count__c: 3, Open_Blocking__c: 0, Is_Met__c: false });
      expect(await moved(org.ids.expired)).toMatch(/not met/);
    });

    it('a check does not come beside its hand-made twin', async () => {
      expect(org.results['twin']).toMatchObject({ success: false, errors: [{ statusCode: 'DUPLICATE_VALUE' }] });
      const [gate] = await gates(org.again.connection, [org.ids.twin]);
      expect(gate).toMatchObject({ Check_Count__c: 3, Is_Met__c: false });
      expect(await moved(org.ids.twin), 'nor does the twin outlive its last day').toMatch(/not met/);
    });

    it('an opportunity stands at the same open gate', async () => {
      expect(org.results['whole']).toMatchObject({ success: true });
      const [gate] = await gates(org.again.connection, [org.ids.whole]);
      expect(gate).toMatchObject({ Check_Count__c: 3, Open_Blocking__c: 1, Is_Met__c: false });
      expect((await stateOf(org.again.connection, org.ids.whole)).gateId).not.toBe('');
      expect(await moved(org.ids.whole)).toMatch(/not met/);
    });
  },
);
