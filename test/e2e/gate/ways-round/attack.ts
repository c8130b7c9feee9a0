import {
  meetGates,
  moveTo,
  newDeals,
  passLegal,
  passOwn,
  stateOf,
  states,
  write,
  type Outcome,
  type Row,
} from '../deals.ts';
import { stageValue } from '../fixture-playbooks.ts';
import type { GateOrg, Person } from '../gate-org.ts';
import type { Start, WayRound } from './way-round.ts';

/** Deals of one owner in every starting state; made with the flows on, as people make them. */
export async function prepare(org: GateOrg, owner: Person, ways: readonly WayRound[]): Promise<Map<string, string>> {
  const of = (start: Start) => ways.filter((way) => way.start === start).map((way) => way.name);
  const made = new Map<string, string>();
  const keep = (names: readonly string[], ids: readonly string[]) =>
    names.forEach((name, index) => made.set(name, ids[index]!));
  const first = ways.filter((way) => !['won', 'kinds', 'small and met'].includes(way.start)).map((way) => way.name);
  const ids = await newDeals(owner, first.length + 1);
  keep([...first, 'the met deal'], ids);
  const idsOf = (...starts: Start[]) => starts.flatMap(of).map((name) => made.get(name)!);
  await passOwn(
    owner,
    await states(org.admin, [...idsOf('own done', 'met', 'second stage met'), made.get('the met deal')!]),
  );
  await passLegal(org, await states(org.admin, [...idsOf('met', 'second stage met'), made.get('the met deal')!]));
  await moveTo(owner, idsOf('second stage met'), 'S2');
  await meetGates(org, owner, idsOf('second stage met'));
  await moveTo(owner, idsOf('lost'), 'Closed Lost', { MF_Move_Reason__c: 'Lost on price' });
  keep(of('kinds'), await newDeals(owner, of('kinds').length, { MF_Deal_Type__c: 'Region_Solution' }));
  const product = { StageName: stageValue('P1'), MF_Deal_Type__c: 'Standard_Product' };
  const smallAndMet = await newDeals(owner, of('small and met').length, product);
  await meetGates(org, owner, smallAndMet);
  keep(of('small and met'), smallAndMet);
  const small = await newDeals(owner, of('won').length, product);
  for (const next of ['P2', 'P3', 'P4', 'Closed Won']) {
    await meetGates(org, owner, small);
    await moveTo(owner, small, next);
  }
  keep(of('won'), small);
  return made;
}

export async function attack(
  org: GateOrg,
  attacker: Person,
  way: WayRound,
  made: ReadonlyMap<string, string>,
): Promise<{ before: string; after: string; outcome: Outcome }> {
  const opportunityId = made.get(way.name)!;
  const deal = await stateOf(org.admin, opportunityId);
  const one = async (operation: 'create' | 'update' | 'delete', object: string, row: Row | string) =>
    (await write(attacker.connection, operation, object, [row]))[0]!;
  const outcome = await way.attempt({
    org,
    attacker,
    deal,
    metDeal: await stateOf(org.admin, made.get('the met deal')!),
    update: (object, row) => one('update', object, row),
    create: (object, row) => one('create', object, row),
    remove: (object, id) => one('delete', object, id),
    move: (code, fields = {}) =>
      one('update', 'Opportunity', {
        Id: opportunityId,
        StageName: code.startsWith('Closed') ? code : stageValue(code),
        ...fields,
      }),
  });
  return { before: deal.stage, after: (await stateOf(org.admin, opportunityId)).stage, outcome };
}
