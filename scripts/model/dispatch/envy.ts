import type { AllocationOrder, AllocationPerson, Assignment } from './allocation.ts';
import { type FitFormula, defaultFitFormula, fitOf, rateRange, skillScore } from './fit.ts';
import { canTake } from './schedule.ts';

/** An order that a person held by less worthy orders (or by nobody) would have served better. */
export interface Envy {
  readonly orderId: string;
  /** Who would serve it better: one person, or a whole team where it has none. */
  readonly personIds: readonly string[];
  /** `held`: less worthy orders hold the hours; `idle`: nobody does. */
  readonly kind: 'held' | 'idle';
  /** Less worthy orders on the first of them. */
  readonly heldBy: readonly string[];
}

/**
 * Justified envy: for each order the person that would raise its service most although the hours are idle or belong to
 * less worthy orders. Orders of equal worth do not envy each other. An order without an entry has nothing to complain of.
 * Works for any assignment, also one made by hand with people who are not eligible.
 */
export function justifiedEnvy(
  orders: readonly AllocationOrder[],
  people: readonly AllocationPerson[],
  assignments: readonly Assignment[],
  formula: FitFormula = defaultFitFormula,
): Envy[] {
  const rates = rateRange(people);
  const orderById = new Map(orders.map((order) => [order.id, order]));
  const heldBy = groupOrders(assignments, orderById);
  const teamOf = groupPeople(assignments);
  return orders.flatMap((order) => {
    const team = teamOf.get(order.id) ?? [];
    const candidates = people
      .filter((person) => !team.includes(person.id) && !fitOf(order, person, rates, formula).ineligible)
      .map((person) => ({ person, service: skillScore(order, person), room: roomFor(order, person, heldBy) }))
      .filter(({ room }) => room !== undefined)
      .sort((left, right) => right.service - left.service || (left.room?.kind === 'held' ? -1 : 1));
    const best = candidates.at(0);
    if (!best?.room || !wouldRise(order, team, candidates, people)) return [];
    const missing = team.length === 0 ? order.headcount : 1;
    const personIds = candidates.slice(0, missing).map(({ person }) => person.id);
    return [{ orderId: order.id, personIds, ...best.room }];
  });
}

function wouldRise(
  order: AllocationOrder,
  team: readonly string[],
  candidates: readonly { readonly service: number }[],
  people: readonly AllocationPerson[],
): boolean {
  if (team.length === 0) return candidates.length >= order.headcount;
  const worst = Math.min(
    ...people.filter((person) => team.includes(person.id)).map((person) => skillScore(order, person)),
  );
  return (candidates[0]?.service ?? 0) > worst;
}

function roomFor(
  order: AllocationOrder,
  person: AllocationPerson,
  heldBy: ReadonlyMap<string, readonly AllocationOrder[]>,
): Pick<Envy, 'kind' | 'heldBy'> | undefined {
  const held = (heldBy.get(person.id) ?? []).filter((other) => other.id !== order.id);
  const lower = held.filter((other) => other.worth < order.worth);
  const stay = held.filter((other) => other.worth >= order.worth);
  if (!canTake(person, [...stay, order])) return undefined;
  const idle = canTake(person, [...held, order]);
  return { kind: idle ? 'idle' : 'held', heldBy: lower.map((other) => other.id) };
}

function groupOrders(
  assignments: readonly Assignment[],
  orderById: ReadonlyMap<string, AllocationOrder>,
): Map<string, AllocationOrder[]> {
  const groups = new Map<string, AllocationOrder[]>();
  for (const { personId, orderId } of assignments) {
    const order = orderById.get(orderId);
    if (order) groups.set(personId, [...(groups.get(personId) ?? []), order]);
  }
  return groups;
}

function groupPeople(assignments: readonly Assignment[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { personId, orderId } of assignments) groups.set(orderId, [...(groups.get(orderId) ?? []), personId]);
  return groups;
}
