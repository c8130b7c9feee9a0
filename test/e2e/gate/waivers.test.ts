import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  meetGates,
  moveTo,
  must,
  newDeals,
  passOwn,
  stateOf,
  states,
  write,
  type DealState,
  type Outcome,
  type Row,
} from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg, type Person } from './gate-org.ts';

let org: GateOrg;
beforeAll(async () => {
  org = await openGateOrg();
}, 120_000);
afterAll(() => org?.close());

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const update = async (person: Person, object: string, row: Row) =>
  (await write(person.connection, 'update', object, [row]))[0];

async function ownDone(owner: Person, fields: Row = {}): Promise<DealState> {
  const [id] = await newDeals(owner, 1, fields);
  await passOwn(owner, await states(org.admin, [id!]));
  return stateOf(org.admin, id!);
}

async function request(person: Person, deal: DealState, days: number): Promise<Outcome> {
  const row = {
    Deal__c: deal.dealId,
    Check__c: deal.check('CLEAR').Id,
    Reason__c: 'Opinion comes next week',
    Expires_On__c: org.today(days),
  };
  return (await write(person.connection, 'create', 'MF_Waiver__c', [row]))[0]!;
}

async function approve(waiverId: string): Promise<void> {
  await must(org.legal.connection, 'update', 'MF_Waiver__c', [{ Id: waiverId, Compliance_By__c: org.legal.id }]);
  await must(org.head.connection, 'update', 'MF_Waiver__c', [
    { Id: waiverId, Status__c: 'Approved', Approver__c: org.head.id },
  ]);
}

describe('a waiver', () => {
  it('lasts at most ten working days and ends on a coming day', async () => {
    const deal = await ownDone(org.seller);
    expect(await request(org.seller, deal, 14)).toMatchObject({ success: true });
    expect(words(await request(org.seller, deal, 15))).toMatch(/at most 10 working days/);
    expect(words(await request(org.seller, deal, -1))).toMatch(/at most 10 working days/);
  });

  it('of a blocking check needs legal and compliance before the head', async () => {
    const deal = await ownDone(org.seller);
    const { id } = await request(org.seller, deal, 10);
    expect(
      words(await update(org.head, 'MF_Waiver__c', { Id: id!, Status__c: 'Approved', Approver__c: org.head.id })),
    ).toMatch(/法务合规/);
    await approve(id!);
    expect((await stateOf(org.admin, deal.opportunityId)).isMet).toBe(true);
  });

  it('above the region limit is out of the reach of a region head', async () => {
    const deal = await ownDone(org.seller, { Amount: 5_000_001 });
    const { id } = await request(org.seller, deal, 10);
    await must(org.legal.connection, 'update', 'MF_Waiver__c', [{ Id: id!, Compliance_By__c: org.legal.id }]);
    expect(
      words(await update(org.head, 'MF_Waiver__c', { Id: id!, Status__c: 'Approved', Approver__c: org.head.id })),
    ).toMatch(/权限/);
  });

  it('is never approved by the person who asked, and not in the name of another', async () => {
    const deal = await ownDone(org.broad);
    const own = (await write(org.head.connection, 'create', 'MF_Waiver__c', [{ Deal__c: deal.dealId }]))[0];
    expect(own?.success, 'an approver asks for nothing').toBe(false);
    const { id } = await request(org.broad, deal, 10);
    await must(org.legal.connection, 'update', 'MF_Waiver__c', [{ Id: id!, Compliance_By__c: org.legal.id }]);
    for (const approver of [org.broad.id, org.head.id]) {
      expect(
        words(await update(org.broad, 'MF_Waiver__c', { Id: id!, Status__c: 'Approved', Approver__c: approver })),
      ).toMatch(/never by the requester/);
    }
    expect(words(await update(org.broad, 'MF_Waiver__c', { Id: id!, Requested_By__c: org.legal.id }))).toMatch(
      /requester never does/,
    );
  });

  it('cannot change once it is decided', async () => {
    const deal = await ownDone(org.broad);
    const { id } = await request(org.broad, deal, 5);
    await approve(id!);
    expect(words(await update(org.broad, 'MF_Waiver__c', { Id: id!, Expires_On__c: org.today(14) }))).toMatch(
      /decided waiver cannot change/,
    );
    const other = await ownDone(org.broad);
    expect(words(await update(org.broad, 'MF_Waiver__c', { Id: id!, Check__c: other.check('CLEAR').Id }))).toMatch(
      /one check of its own deal/,
    );
    const borrowed = { Id: other.check('CLEAR').Id, Waived__c: true, Waiver__c: id!, Waived_Until__c: org.today(5) };
    expect(words(await update(org.broad, 'MF_Check__c', borrowed))).toMatch(/approved waiver of this check/);
  });

  it('is written into the log with its reason', async () => {
    const deal = await ownDone(org.seller);
    const { id } = await request(org.seller, deal, 5);
    await approve(id!);
    const { records } = await org.admin.query<Row>(
      `SELECT Kind__c, After__c, Reason__c, Who_Id__c FROM MF_Event_Log__c WHERE Deal__c = '${deal.dealId}'`,
    );
    expect(records).toMatchObject([
      { Kind__c: 'Waiver', After__c: 'Approved', Reason__c: 'Opinion comes next week', Who_Id__c: org.head.id },
    ]);
  });
});

/** Last: the clock only goes on. */
/** With every flow off and, because the first writer may be a flow, with all of them on. */
async function refusedBothWays(person: Person, object: string, row: Row, says: RegExp): Promise<void> {
  for (const on of [true, false]) {
    await org.switchFlows(on);
    expect(words(await update(person, object, row)), `flows ${on ? 'on' : 'off'}`).toMatch(says);
  }
}

describe('time', () => {
  let waived: DealState;
  let moved: DealState;
  let expiring: string;
  beforeAll(async () => {
    waived = await ownDone(org.broad);
    moved = await ownDone(org.broad);
    for (const deal of [waived, moved]) await approve((await request(org.broad, deal, 10)).id!);
    await moveTo(org.broad, [moved.opportunityId], 'S2');
    await meetGates(org, org.broad, [moved.opportunityId]);
    [expiring] = (await newDeals(org.broad, 1)) as [string];
    await meetGates(org, org.broad, [expiring]);
    await org.switchFlows(false);
  });

  it('lets a waived gate pass on the last day of the waiver', async () => {
    org.moveClock(10);
    expect((await stateOf(org.admin, waived.opportunityId)).isMet).toBe(true);
  });

  it('closes the gate again when the waiver has run out', async () => {
    org.moveClock(1);
    await refusedBothWays(
      org.broad,
      'Opportunity',
      { Id: waived.opportunityId, StageName: stageValue('S2') },
      /not met/,
    );
  });

  it('blocks the next gate of a deal that passed on a waiver, and nobody can hide it', async () => {
    const next = { Id: moved.opportunityId, StageName: stageValue('S3') };
    const move = () => update(org.broad, 'Opportunity', next);
    await refusedBothWays(org.broad, 'Opportunity', next, /waiver of this deal has run out/);
    const { Id } = moved.check('CLEAR');
    for (const change of [
      { Waived__c: false },
      { Waived_Until__c: org.today(100) },
      { Waived_Until__c: null },
      { Waiver__c: null },
      { From_Playbook__c: false },
      { Status__c: 'Passed' },
    ]) {
      await update(org.broad, 'MF_Check__c', { Id, ...change });
      expect(words(await move()), JSON.stringify(change)).toMatch(/waiver of this deal has run out/);
    }
  });

  it('opens the next gate when legal has closed the waived check', async () => {
    await must(org.legal.connection, 'update', 'MF_Check__c', [
      { Id: moved.check('CLEAR').Id, Status__c: 'Passed', Expires_On__c: org.today(30) },
    ]);
    expect(
      await update(org.broad, 'Opportunity', { Id: moved.opportunityId, StageName: stageValue('S3') }),
    ).toMatchObject({ success: true });
  });

  it('takes expired evidence for no evidence', async () => {
    org.moveClock(20);
    await refusedBothWays(org.broad, 'Opportunity', { Id: expiring, StageName: stageValue('S2') }, /not met/);
    const check = (await stateOf(org.admin, expiring)).check('CLEAR');
    expect(words(await update(org.broad, 'MF_Check__c', { Id: check.Id, Expires_On__c: org.today(30) }))).toMatch(
      /Only the person/,
    );
    expect(words(await update(org.legal, 'MF_Check__c', { Id: check.Id, Expires_On__c: org.today(31) }))).toMatch(
      /limited time/,
    );
  });

  it('leaves the answer of a passed check to those who may close it', async () => {
    const check = (await stateOf(org.admin, expiring)).check('NEED');
    expect(words(await update(org.legal, 'MF_Check__c', { Id: check.Id, Answer__c: 'No' }))).toMatch(/Only the person/);
    expect(words(await update(org.legal, 'MF_Check__c', { Id: check.Id, Status__c: 'Open' }))).toMatch(
      /Only the person/,
    );
  });
});
