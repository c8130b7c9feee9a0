import { expect } from 'vitest';
import { meetGates, moveTo, newDeals, passLegal, passOwn, stateOf, states, write, type DealState, type Outcome, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import type { GateOrg, Person } from './gate-org.ts';

/** How far a deal is when the attack begins. */
export type Start = 'open' | 'own done' | 'met' | 'lost' | 'won' | 'second stage met';

export interface Attack {
  readonly org: GateOrg;
  readonly attacker: Person;
  readonly deal: DealState;
  /** Another deal of the same owner whose gate is met. */
  readonly metDeal: DealState;
  update(object: string, row: Row): Promise<Outcome>;
  create(object: string, row: Row): Promise<Outcome>;
  remove(object: string, id: string): Promise<Outcome>;
  /** The move that must be refused. */
  move(code: string, fields?: Row): Promise<Outcome>;
}

export interface WayRound {
  readonly name: string;
  readonly start: Start;
  /** Tries everything and ends with the move; its outcome must be a refusal. */
  attempt(attack: Attack): Promise<Outcome>;
  /** A rule that must speak when nothing else stops the attacker; checked for the user with broad rights and flows off. */
  readonly says?: RegExp;
}

const S2 = stageValue('S2');

/** Whatever the attack tries before the move may be refused or not; what counts is that the stage stays. */
export const waysRound: readonly WayRound[] = [
  { name: 'moving with an open gate', start: 'open', attempt: (a) => a.move('S2'), says: /not met/ },
  { name: 'moving with the score reached and a blocking check open', start: 'own done', attempt: (a) => a.move('S2'), says: /not met/ },
  { name: 'clearing the type and moving in one save', start: 'open', attempt: (a) => a.move('S2', { MF_Deal_Type__c: null }), says: /cannot be changed or cleared/ },
  {
    name: 'clearing the type, then moving',
    start: 'open',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, MF_Deal_Type__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  { name: 'changing to another type and moving along its stages', start: 'open', attempt: (a) => a.move('P2', { MF_Deal_Type__c: 'Standard_Product' }), says: /cannot be changed/ },
  { name: 'swapping the deal for a met one while moving', start: 'open', attempt: (a) => a.move('S2', { MF_Deal__c: a.metDeal.dealId }), says: /cannot be exchanged/ },
  {
    name: 'swapping the deal for a met one, then moving',
    start: 'open',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, MF_Deal__c: a.metDeal.dealId });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'clearing the deal, then moving',
    start: 'open',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, MF_Deal__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  { name: 'moving two stages through a met gate', start: 'met', attempt: (a) => a.move('S3'), says: /cannot be skipped/ },
  { name: 'winning at once through a met gate', start: 'met', attempt: (a) => a.move('Closed Won'), says: /cannot be skipped/ },
  { name: 'a stage of another playbook', start: 'met', attempt: (a) => a.move('P2'), says: /cannot be skipped/ },
  { name: 'a stage that no playbook has', start: 'met', attempt: (a) => a.update('Opportunity', { Id: a.deal.opportunityId, StageName: 'Prospecting' }), says: /cannot be skipped/ },
  { name: 'a stage value that the org does not know', start: 'met', attempt: (a) => a.update('Opportunity', { Id: a.deal.opportunityId, StageName: 'Nearly There' }) },
  { name: 'losing without a reason', start: 'open', attempt: (a) => a.move('Closed Lost'), says: /Move Reason/ },
  { name: 'reopening a lost deal ahead', start: 'lost', attempt: (a) => a.move('S2', { MF_Move_Reason__c: 'Customer called' }), says: /reopened in the stage/ },
  { name: 'reopening a lost deal where it was, without a reason', start: 'lost', attempt: (a) => a.move('S1'), says: /Move Reason/ },
  { name: 'winning a lost deal', start: 'lost', attempt: (a) => a.move('Closed Won', { MF_Move_Reason__c: 'Won after all' }), says: /reopened in the stage/ },
  { name: 'reopening a won deal', start: 'won', attempt: (a) => a.move('P2', { MF_Move_Reason__c: 'Contract cancelled' }), says: /Reopen Won Deals/ },
  { name: 'losing a won deal', start: 'won', attempt: (a) => a.move('Closed Lost', { MF_Move_Reason__c: 'Contract cancelled' }), says: /Reopen Won Deals/ },
  { name: 'going back without a reason', start: 'second stage met', attempt: (a) => a.move('S1'), says: /Move Reason/ },
  {
    name: 'deleting the open check',
    start: 'own done',
    async attempt(a) {
      await a.remove('MF_Check__c', a.deal.check('CLEAR').Id);
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'adding easy checks of the playbook kind',
    start: 'open',
    async attempt(a) {
      const easy = { Gate__c: a.deal.gateId, From_Playbook__c: true, Kind__c: 'Action', Title_En__c: 'Easy', Weight__c: 1000, Status__c: 'Passed' };
      await a.create('MF_Check__c', easy);
      await a.create('MF_Check__c', { ...easy, Check_Key__c: `${a.deal.gateId}|EASY` });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'replacing the deleted check by an easy one of the same weight',
    start: 'own done',
    async attempt(a) {
      await a.remove('MF_Check__c', a.deal.check('CLEAR').Id);
      await a.create('MF_Check__c', { Gate__c: a.deal.gateId, From_Playbook__c: true, Kind__c: 'Action', Title_En__c: 'Easy', Weight__c: 10, Status__c: 'Open', Assignee__c: a.attacker.id, Check_Key__c: `${a.deal.gateId}|EASY` });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'lowering weights and taking marks off',
    start: 'own done',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      for (const change of [{ Weight__c: 0 }, { Blocking__c: false }, { Mandatory__c: false }, { From_Playbook__c: false }, { Role_Key__c: 'AR' }, { Validity_Days__c: null }]) await a.update('MF_Check__c', { Id, ...change });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'marking the blocking check not applicable',
    start: 'own done',
    async attempt(a) {
      await a.update('MF_Check__c', { Id: a.deal.check('CLEAR').Id, Status__c: 'Not applicable' });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'marking an own mandatory check not applicable',
    start: 'met',
    async attempt(a) {
      expect(await a.update('MF_Check__c', { Id: a.deal.check('NEED').Id, Status__c: 'Not applicable' })).toMatchObject({ success: true });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'reassigning the check to oneself and passing it',
    start: 'own done',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      await a.update('MF_Check__c', { Id, Assignee__c: a.attacker.id });
      await a.update('MF_Check__c', { Id, Status__c: 'Passed', Expires_On__c: a.org.today(10) });
      await a.update('MF_Check__c', { Id, Assignee__c: a.attacker.id, Status__c: 'Passed', Expires_On__c: a.org.today(10) });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'waiving the check oneself',
    start: 'own done',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      const until = a.org.today(5);
      await a.update('MF_Check__c', { Id, Waived__c: true, Waived_Until__c: until });
      const request = { Deal__c: a.deal.dealId, Check__c: Id, Reason__c: 'Later', Expires_On__c: until, Requested_By__c: a.attacker.id, Approver__c: a.attacker.id };
      await a.create('MF_Waiver__c', { ...request, Status__c: 'Approved' });
      const { id } = await a.create('MF_Waiver__c', { ...request, Status__c: 'Requested' });
      if (id) await a.update('MF_Waiver__c', { Id: id, Status__c: 'Approved', Approver__c: a.attacker.id, Compliance_By__c: a.attacker.id });
      if (id) await a.update('MF_Check__c', { Id, Waived__c: true, Waived_Until__c: until, Waiver__c: id });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'editing the manifest and the threshold',
    start: 'own done',
    async attempt(a) {
      await a.remove('MF_Check__c', a.deal.check('CLEAR').Id);
      for (const change of [{ Planned_Checks__c: 2, Planned_Weight__c: 90 }, { Planned_Checks__c: null }, { Threshold__c: 0 }, { Empty_By_Design__c: true, Planned_Checks__c: 0 }]) await a.update('MF_Gate__c', { Id: a.deal.gateId, ...change });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'pointing the deal at the met gate of another deal',
    start: 'open',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.deal.dealId, Current_Gate__c: a.metDeal.gateId });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'clearing the pointer of the deal',
    start: 'open',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.deal.dealId, Current_Gate__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'making a second gate for the stage',
    start: 'open',
    async attempt(a) {
      const { records } = await a.org.admin.query<{ Stage__c: string }>(`SELECT Stage__c FROM MF_Gate__c WHERE Id = '${a.deal.gateId}'`);
      const forged = { Deal__c: a.deal.dealId, Stage__c: records[0]!.Stage__c, Stage_Value__c: stageValue('S1'), Stage_Order__c: 1, Threshold__c: 80 };
      for (const change of [{ Gate_Key__c: `${a.deal.dealId}|${stageValue('S1')}` }, { Gate_Key__c: 'mine', Threshold__c: 0 }, { Gate_Key__c: null }]) {
        const { id } = await a.create('MF_Gate__c', { ...forged, ...change });
        if (id) await a.update('MF_Deal__c', { Id: a.deal.dealId, Current_Gate__c: id });
      }
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'a second deal for the opportunity',
    start: 'open',
    async attempt(a) {
      const { records } = await a.org.admin.query<{ Playbook__c: string }>(`SELECT Playbook__c FROM MF_Deal__c WHERE Id = '${a.deal.dealId}'`);
      for (const key of [a.deal.opportunityId, a.metDeal.opportunityId, null]) {
        const { id } = await a.create('MF_Deal__c', { Opportunity__c: a.deal.opportunityId, Opportunity_Key__c: key, Playbook__c: records[0]!.Playbook__c, Playbook_Key__c: 'M1|1.0' });
        expect(id ?? null).toBeNull();
      }
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 're-parenting a met deal, gate and check',
    start: 'open',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.metDeal.dealId, Opportunity__c: a.deal.opportunityId });
      await a.update('MF_Gate__c', { Id: a.metDeal.gateId, Deal__c: a.deal.dealId });
      await a.update('MF_Check__c', { Id: a.metDeal.check('NEED').Id, Gate__c: a.deal.gateId });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'deleting the deal',
    start: 'open',
    async attempt(a) {
      await a.remove('MF_Deal__c', a.deal.dealId);
      return a.move('S2');
    },
    says: /no deal workspace|not met/,
  },
  {
    name: 'deleting the gate',
    start: 'open',
    async attempt(a) {
      await a.remove('MF_Gate__c', a.deal.gateId);
      return a.move('S2');
    },
    says: /does not stand at the gate|not met/,
  },
  {
    name: 'skipping the phase after the win',
    start: 'won',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.deal.dealId, Phase__c: 'Closed' });
      return a.move('P4', { MF_Move_Reason__c: 'Not yet' });
    },
    says: /Reopen Won Deals/,
  },
];

/** Deals of one owner in every starting state; made with the flows on, as people make them. */
export async function prepare(org: GateOrg, owner: Person, ways: readonly WayRound[]): Promise<Map<string, string>> {
  const of = (start: Start) => ways.filter((way) => way.start === start).map((way) => way.name);
  const made = new Map<string, string>();
  const keep = (names: readonly string[], ids: readonly string[]) => names.forEach((name, index) => made.set(name, ids[index]!));
  const first = ways.filter((way) => way.start !== 'won').map((way) => way.name);
  const ids = await newDeals(owner, first.length + 1);
  keep([...first, 'the met deal'], ids);
  const idsOf = (...starts: Start[]) => starts.flatMap(of).map((name) => made.get(name)!);
  await passOwn(owner, await states(org.admin, [...idsOf('own done', 'met', 'second stage met'), made.get('the met deal')!]));
  await passLegal(org, await states(org.admin, [...idsOf('met', 'second stage met'), made.get('the met deal')!]));
  await moveTo(owner, idsOf('second stage met'), 'S2');
  await meetGates(org, owner, idsOf('second stage met'));
  await moveTo(owner, idsOf('lost'), 'Closed Lost', { MF_Move_Reason__c: 'Lost on price' });
  const small = await newDeals(owner, of('won').length, { StageName: stageValue('P1'), MF_Deal_Type__c: 'Standard_Product' });
  for (const next of ['P2', 'P3', 'P4', 'Closed Won']) {
    await meetGates(org, owner, small);
    await moveTo(owner, small, next);
  }
  keep(of('won'), small);
  return made;
}

export async function attack(org: GateOrg, attacker: Person, way: WayRound, made: ReadonlyMap<string, string>): Promise<{ before: string; after: string; outcome: Outcome }> {
  const opportunityId = made.get(way.name)!;
  const deal = await stateOf(org.admin, opportunityId);
  const one = async (operation: 'create' | 'update' | 'delete', object: string, row: Row | string) => (await write(attacker.connection, operation, object, [row]))[0]!;
  const outcome = await way.attempt({
    org,
    attacker,
    deal,
    metDeal: await stateOf(org.admin, made.get('the met deal')!),
    update: (object, row) => one('update', object, row),
    create: (object, row) => one('create', object, row),
    remove: (object, id) => one('delete', object, id),
    move: (code, fields = {}) => one('update', 'Opportunity', { Id: opportunityId, StageName: code.startsWith('Closed') ? code : stageValue(code), ...fields }),
  });
  return { before: deal.stage, after: (await stateOf(org.admin, opportunityId)).stage, outcome };
}

export { S2 };
