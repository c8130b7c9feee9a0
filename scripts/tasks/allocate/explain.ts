import type { AllocationOrder, AllocationPerson, Assignment } from '../../model/dispatch/allocation.ts';
import { type Fit, type FitFormula, fitOf, rateRange } from '../../model/dispatch/fit.ts';
import { canTake } from '../../model/dispatch/schedule.ts';

/** Why an order got whom it got, or nobody; the facts behind the sentences that people read. */
export interface OrderExplanation {
  readonly orderId: string;
  /** 1 for the worthiest of the orders allocated together; equal worth shares a rank. */
  readonly rank: number;
  readonly of: number;
  readonly served: boolean;
  /** Everybody, the best fit first, the ineligible last. */
  readonly candidates: readonly CandidateExplanation[];
}

export interface CandidateExplanation {
  readonly personId: string;
  readonly fit: Fit;
  /** Place among the eligible; absent when not eligible. */
  readonly rank?: number;
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly kind: 'chosen' }
  | { readonly kind: 'ineligible' }
  /** Their hours go to these orders; `worthAhead` is how much worthier each is (negative: it is less worthy). */
  | { readonly kind: 'held'; readonly by: readonly { readonly orderId: string; readonly worthAhead: number }[] }
  /** Free, but another plan is worth more as a whole. */
  | { readonly kind: 'free' };

export function explainOrders(
  orders: readonly AllocationOrder[],
  people: readonly AllocationPerson[],
  assignments: readonly Assignment[],
  formula: FitFormula,
): OrderExplanation[] {
  const rates = rateRange(people);
  const orderById = new Map(orders.map((order) => [order.id, order]));
  const held = new Map<string, AllocationOrder[]>();
  for (const [person, mine] of Map.groupBy(assignments, (one) => one.personId))
    held.set(
      person,
      mine.flatMap((one) => orderById.get(one.orderId) ?? []),
    );
  const served = new Set(assignments.map((one) => one.orderId));
  const worths = orders.map((order) => order.worth).sort((left, right) => right - left);
  return orders.map((order) => {
    const candidates = people
      .map((person) => {
        const fit = fitOf(order, person, rates, formula);
        return { personId: person.id, fit, verdict: verdictOf(order, person, fit, held.get(person.id) ?? []) };
      })
      .sort(byFit);
    return {
      orderId: order.id,
      rank: 1 + worths.indexOf(order.worth),
      of: orders.length,
      served: served.has(order.id),
      candidates: candidates.map((one, index) => (one.fit.ineligible ? one : { ...one, rank: index + 1 })),
    };
  });
}

function verdictOf(
  order: AllocationOrder,
  person: AllocationPerson,
  fit: Fit,
  works: readonly AllocationOrder[],
): Verdict {
  if (works.some((work) => work.id === order.id)) return { kind: 'chosen' };
  if (fit.ineligible) return { kind: 'ineligible' };
  if (canTake(person, [...works, order])) return { kind: 'free' };
  const inTheWay = works.filter((work) => work.firstWeek <= order.lastWeek && work.lastWeek >= order.firstWeek);
  // A works cap may be filled by orders of other weeks.
  const by = inTheWay.length > 0 ? inTheWay : works;
  return { kind: 'held', by: by.map((work) => ({ orderId: work.id, worthAhead: work.worth - order.worth })) };
}

function byFit(
  left: { readonly personId: string; readonly fit: Fit },
  right: { readonly personId: string; readonly fit: Fit },
): number {
  const eligibleFirst = Number(left.fit.ineligible !== undefined) - Number(right.fit.ineligible !== undefined);
  return eligibleFirst || right.fit.total - left.fit.total || (left.personId < right.personId ? -1 : 1);
}
