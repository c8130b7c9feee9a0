import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, newDeals, stateOf, write, type DealState, type Outcome, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg, type Person } from './gate-org.ts';
import { decisionOf, LINK, memberOf, orderOf, passAllBut } from './proofs.ts';

let org: GateOrg;
beforeAll(async () => {
  org = await openGateOrg();
}, 120_000);
afterAll(() => org?.close());

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const update = async (person: Person, object: string, row: Row) =>
  (await write(person.connection, 'update', object, [row]))[0];
const region = async (owner: Person): Promise<DealState> => {
  const [id] = await newDeals(owner, 1, { MF_Deal_Type__c: 'Region_Solution' });
  return stateOf(org.admin, id!);
};
const row = async (id: string) =>
  (
    await org.admin.query<Row>(
      `SELECT Status__c, Decision_Kind__c, Decision__c, Team_Member__c, Expires_On__c FROM MF_Check__c WHERE Id = '${id}'`,
    )
  ).records[0];

describe('with the flows on, a check that is only set to passed', () => {
  it('finds the decision and its last day, and lets go of them when it is taken back', async () => {
    const deal = await region(org.seller);
    await passAllBut(org, org.seller, deal, 'DECIDE');
    const { Id } = deal.check('DECIDE');
    expect(await row(Id)).toMatchObject({ Decision_Kind__c: 'ATI', Decision__c: null });
    const pass = () => update(org.seller, 'MF_Check__c', { Id, Status__c: 'Passed', Evidence__c: LINK });
    expect(words(await pass())).toMatch(/Ask the head to record the decision/);
    await decisionOf(org, deal.dealId, { Outcome__c: 'Refused' });
    await decisionOf(org, deal.dealId, { Valid_Until__c: org.today(-1) });
    expect(words(await pass())).toMatch(/Ask the head to record the decision/);
    const decision = await decisionOf(org, deal.dealId, { Outcome__c: 'Conditional', Valid_Until__c: org.today(5) });
    expect(await pass()).toMatchObject({ success: true });
    expect(await row(Id)).toMatchObject({ Decision__c: decision, Expires_On__c: org.today(5) });
    expect((await stateOf(org.admin, deal.opportunityId)).isMet).toBe(true);
    await must(org.seller.connection, 'update', 'MF_Check__c', [{ Id, Status__c: 'Open' }]);
    expect(await row(Id)).toMatchObject({ Decision__c: null });
  });

  it('finds the member who holds the role today', async () => {
    const deal = await region(org.seller);
    await passAllBut(org, org.seller, deal, 'STAFF');
    const { Id } = deal.check('STAFF');
    const pass = () => update(org.seller, 'MF_Check__c', { Id, Status__c: 'Passed' });
    await memberOf(org, org.seller, deal.dealId, { To_Date__c: org.today(-1) });
    expect(words(await pass())).toMatch(/Name the person in the deal team/);
    const member = await memberOf(org, org.seller, deal.dealId, { From_Date__c: org.today() });
    expect(await pass()).toMatchObject({ success: true });
    expect(await row(Id)).toMatchObject({ Team_Member__c: member });
    expect(
      await update(org.seller, 'Opportunity', { Id: deal.opportunityId, StageName: stageValue('S2') }),
    ).toMatchObject({ success: true });
  });
});

describe.each([{ flows: 'on' }, { flows: 'off' }])(
  'with the flows $flows, as a user with broad edit rights',
  ({ flows }) => {
    let deal: DealState;
    let other: DealState;
    beforeAll(async () => {
      await org.switchFlows(true);
      deal = await region(org.broad);
      other = await region(org.broad);
      await org.switchFlows(flows === 'on');
      await passAllBut(org, org.broad, deal);
    });

    it('a passed check keeps its record, its person and its last day', async () => {
      expect((await stateOf(org.admin, deal.opportunityId)).isMet).toBe(true);
      const decide = deal.check('DECIDE').Id;
      const borrowed = await decisionOf(org, other.dealId);
      const short = await decisionOf(org, deal.dealId, { Valid_Until__c: org.today(5) });
      for (const change of [{ Decision__c: null }, { Decision__c: borrowed }, { Decision__c: short }])
        expect(
          words(await update(org.broad, 'MF_Check__c', { Id: decide, ...change })),
          JSON.stringify(change),
        ).toMatch(/in force, and expires with it/);
      const bound = { Id: decide, Decision__c: short, Expires_On__c: org.today(5) };
      expect(await update(org.broad, 'MF_Check__c', bound)).toMatchObject({ success: true });
      expect(words(await update(org.broad, 'MF_Check__c', { Id: decide, Expires_On__c: org.today(99) }))).toMatch(
        /expires with it/,
      );
      const staff = deal.check('STAFF').Id;
      expect(words(await update(org.broad, 'MF_Check__c', { Id: staff, Team_Member__c: null }))).toMatch(
        /holds its role/,
      );
      const orders = [
        null,
        await orderOf(org, other.dealId),
        await orderOf(org, deal.dealId, { Status__c: 'Delivered' }),
      ];
      for (const order of orders)
        expect(
          words(await update(org.broad, 'MF_Check__c', { Id: deal.check('SEND').Id, Dispatch__c: order })),
        ).toMatch(/dispatch order of this deal that was accepted/);
      const closed = await orderOf(org, deal.dealId, { Status__c: 'Closed' });
      expect(await update(org.broad, 'MF_Check__c', { Id: deal.check('SEND').Id, Dispatch__c: closed })).toMatchObject({
        success: true,
      });
      expect(words(await update(org.broad, 'MF_Check__c', { Id: decide, Decision_Kind__c: 'None' }))).toMatch(
        /cannot change/,
      );
    });

    it('nobody else exchanges the record, and the record itself stays as it was', async () => {
      const { records } = await org.admin.query<{ Decision__c: string; Team_Member__c: string }>(
        `SELECT Decision__c, Team_Member__c FROM MF_Check__c WHERE Gate__c = '${deal.gateId}' ORDER BY Order__c`,
      );
      const [decision, member] = [records[0]!.Decision__c, records[1]!.Team_Member__c];
      const own = await decisionOf(org, deal.dealId);
      expect(words(await update(org.legal, 'MF_Check__c', { Id: deal.check('DECIDE').Id, Decision__c: own }))).toMatch(
        /Only the person/,
      );
      for (const change of [{ Outcome__c: 'Refused' }, { Valid_Until__c: org.today(99) }, { Kind__c: 'ATB' }])
        expect(
          words(await update(org.head, 'MF_Decision__c', { Id: decision, ...change })),
          JSON.stringify(change),
        ).toMatch(/已作出的决策不可更改/);
      for (const change of [{ Member__c: org.head.id }, { Member__c: null }])
        expect(words(await update(org.broad, 'MF_Team_Member__c', { Id: member, ...change }))).toMatch(/cannot change/);
      expect(words(await update(org.broad, 'MF_Team_Member__c', { Id: member, Role_Key__c: 'AR' }))).toMatch(
        /is the key of the role/,
      );
    });

    it('a new check brings no record along', async () => {
      const check = { Gate__c: deal.gateId, Title_En__c: 'Mine', Kind__c: 'Decision' };
      const decision = await decisionOf(org, deal.dealId);
      const [made] = await write(org.broad.connection, 'create', 'MF_Check__c', [{ ...check, Decision__c: decision }]);
      expect(words(made)).toMatch(/new check is open/);
    });

    it('a check without its record goes on a waiver', async () => {
      await must(org.dispatcher.connection, 'update', 'MF_Check__c', [
        { Id: other.check('DECIDE').Id, Assignee__c: org.broad.id },
      ]);
      await passAllBut(org, org.broad, other, 'DECIDE');
      const request = {
        Deal__c: other.dealId,
        Check__c: other.check('DECIDE').Id,
        Reason__c: 'The board meets on Friday',
        Expires_On__c: org.today(5),
        Requested_By__c: org.broad.id,
      };
      const [waiver] = await must(org.broad.connection, 'create', 'MF_Waiver__c', [request]);
      await must(org.head.connection, 'update', 'MF_Waiver__c', [
        { Id: waiver!, Status__c: 'Approved', Approver__c: org.head.id },
      ]);
      const waived = {
        Id: other.check('DECIDE').Id,
        Waived__c: true,
        Waived_Until__c: org.today(5),
        Waiver__c: waiver!,
      };
      if (flows === 'off') await must(org.broad.connection, 'update', 'MF_Check__c', [waived]);
      expect((await stateOf(org.admin, other.opportunityId)).checks[0]?.Status__c).toBe('Open');
      const gate = await org.admin.query<Row>(`SELECT Open_Mandatory__c FROM MF_Gate__c WHERE Id = '${other.gateId}'`);
      expect(gate.records[0]).toMatchObject({ Open_Mandatory__c: 0 });
    });
  },
);

/** Last: the clock only goes on. */
describe('a decision that runs out', () => {
  it('shuts the gate again, whatever the flows do', async () => {
    await org.switchFlows(true);
    const deal = await region(org.broad);
    await passAllBut(org, org.broad, deal, 'DECIDE');
    const decision = await decisionOf(org, deal.dealId, { Valid_Until__c: org.today(5) });
    const pass = { Id: deal.check('DECIDE').Id, Status__c: 'Passed', Decision__c: decision };
    await must(org.broad.connection, 'update', 'MF_Check__c', [pass]);
    org.moveClock(5);
    expect((await stateOf(org.admin, deal.opportunityId)).isMet).toBe(true);
    org.moveClock(1);
    for (const on of [true, false]) {
      await org.switchFlows(on);
      const moved = await update(org.broad, 'Opportunity', { Id: deal.opportunityId, StageName: stageValue('S2') });
      expect(words(moved)).toMatch(/not met/);
    }
  });
});
