import type { AllocationOrder, AllocationPerson, Assignment } from '../../../model/dispatch/allocation.ts';
import { type Envy, justifiedEnvy } from '../../../model/dispatch/envy.ts';
import { type FitFormula, fitOf, rateRange, skillScore } from '../../../model/dispatch/fit.ts';
import { checkInput } from './check-input.ts';

/** An eligible person for an order; indexes into the problem's sorted lists. */
export interface Pair {
  readonly order: number;
  readonly person: number;
  /** 0-100. */
  readonly fit: number;
  /** Worth × fit in hundredths, per head: whole numbers, so that equal plans are exactly equal. */
  readonly value: number;
  /** Hours × rate in whole units of the company currency. */
  readonly cost: number;
  /** Weighted share of needed skills, 0-100. */
  readonly service: number;
}

/** Everything sorted by id, so that the answer does not depend on the order of the rows it was read from. */
export interface Problem {
  readonly formula: FitFormula;
  readonly orders: readonly AllocationOrder[];
  readonly people: readonly AllocationPerson[];
  readonly pairs: readonly Pair[];
  readonly pairsOfOrder: readonly (readonly number[])[];
  readonly pairsOfPerson: readonly (readonly number[])[];
}

/** Units of `value` per unit of the reported objective Σ worth × fit ÷ 100. */
export const VALUE_SCALE = 10_000;

export function buildProblem(
  orders: readonly AllocationOrder[],
  people: readonly AllocationPerson[],
  formula: FitFormula,
): Problem {
  checkInput(orders, people);
  const sortedOrders = [...orders].sort(byId);
  const sortedPeople = [...people].sort(byId);
  const rates = rateRange(sortedPeople);
  const pairs: Pair[] = [];
  const pairsOfOrder: number[][] = sortedOrders.map(() => []);
  const pairsOfPerson: number[][] = sortedPeople.map(() => []);
  for (const [order, { worth, hours, headcount }] of sortedOrders.entries())
    for (const [person, candidate] of sortedPeople.entries()) {
      const one = sortedOrders[order];
      if (!one) continue;
      const fit = fitOf(one, candidate, rates, formula);
      if (fit.ineligible) continue;
      pairsOfOrder[order]?.push(pairs.length);
      pairsOfPerson[person]?.push(pairs.length);
      pairs.push({
        order,
        person,
        fit: fit.total,
        value: valueAt(worth, fit.total, headcount),
        cost: Math.round(hours * candidate.rate),
        service: skillScore(one, candidate),
      });
    }
  return { formula, orders: sortedOrders, people: sortedPeople, pairs, pairsOfOrder, pairsOfPerson };
}

function valueAt(worth: number, fit: number, headcount: number): number {
  return Math.round((worth * fit * 100) / headcount);
}

/** The same question with one order of another worth. */
export function withWorth(problem: Problem, order: number, worth: number): Problem {
  const { headcount } = orderAt(problem, order);
  return {
    ...problem,
    orders: problem.orders.map((one, index) => (index === order ? { ...one, worth } : one)),
    pairs: problem.pairs.map((pair) =>
      pair.order === order ? { ...pair, value: valueAt(worth, pair.fit, headcount) } : pair,
    ),
  };
}

/** A plan is the set of chosen pairs, ascending. */
export type Plan = readonly number[];

export function assignmentsOf(problem: Problem, plan: Plan): Assignment[] {
  return plan.map((index) => {
    const pair = pairAt(problem, index);
    return { orderId: orderAt(problem, pair.order).id, personId: personAt(problem, pair.person).id };
  });
}

export function valueOf(problem: Problem, plan: Plan): number {
  return plan.reduce((sum, index) => sum + pairAt(problem, index).value, 0);
}

export function envyOf(problem: Problem, plan: Plan): Envy[] {
  return justifiedEnvy(problem.orders, problem.people, assignmentsOf(problem, plan), problem.formula);
}

export function pairAt(problem: Problem, index: number): Pair {
  return at(problem.pairs, index);
}

export function orderAt(problem: Problem, index: number): AllocationOrder {
  return at(problem.orders, index);
}

export function personAt(problem: Problem, index: number): AllocationPerson {
  return at(problem.people, index);
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`Expected an index below ${String(list.length)}, got ${String(index)}.`);
  return item;
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
