import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../../scripts/local-org/access/open-session.ts';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import { save } from '../../../scripts/local-org/save/save.ts';
import { startTestOrg } from '../../support/local-org.ts';
import { must, newDeals, passOwn, stateOf, states, write, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg } from './gate-org.ts';

/** Undelete has no REST call, so the recycle bin is opened on the org's folder while no server holds it. */
let org: GateOrg;
beforeAll(async () => {
  org = await openGateOrg();
  await org.switchFlows(false);
}, 120_000);

describe('a check brought back from the recycle bin', () => {
  it('beside its hand-made twin makes one too many, and alone it is as open as before', async () => {
    await org.switchFlows(true);
    const [id] = (await newDeals(org.broad, 1)) as [string];
    await passOwn(org.broad, await states(org.admin, [id]));
    await org.switchFlows(false);
    const deal = await stateOf(org.admin, id);
    const { records } = await org.admin.query<Row>(
      `SELECT Gate__c, Definition__c, From_Playbook__c, Kind__c, Weight__c, Mandatory__c, Blocking__c, Role_Key__c, Validity_Days__c, Evidence_Required__c, Check_Key__c, Title_En__c FROM MF_Check__c WHERE Id = '${deal.check('CLEAR').Id}'`,
    );
    const twin: Row = { ...records[0] };
    delete twin['attributes'];
    await must(org.broad.connection, 'delete', 'MF_Check__c', [deal.check('CLEAR').Id]);
    const [twinId] = (await must(org.broad.connection, 'create', 'MF_Check__c', [twin])) as [string];
    await must(org.legal.connection, 'update', 'MF_Check__c', [
      { Id: twinId, Status__c: 'Passed', Expires_On__c: org.today(30) },
    ]);
    expect((await stateOf(org.admin, id)).isMet, 'legal has passed an authentic check').toBe(true);
    await org.test.org.close();
    const now = () => Date.parse(`${org.today()}T04:00:00Z`);
    const engine = openOrg({ dir: org.test.dir, now });
    const [undeleted] = save(
      openSession(engine, org.broad.id),
      'undelete',
      [{ object: 'MF_Check__c', row: { Id: deal.check('CLEAR').Id } }],
      { allOrNone: true },
    );
    engine.store.close();
    const again = await startTestOrg({ dir: org.test.dir, now });
    const broad = await again.connectAs('broad@gate.test');
    const [outcome] = await write(broad, 'update', 'Opportunity', [{ Id: id, StageName: stageValue('S2') }]);
    await again.close();
    expect(
      [undeleted?.success === true, outcome?.success === true],
      'either it stays away or it shuts the gate',
    ).not.toEqual([true, true]);
  });
});
