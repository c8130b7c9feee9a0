import type { Envy } from '../../../model/dispatch/envy.ts';
import { orderAt, pairAt, type Plan, type Problem } from './problem.ts';
import type { PairRow } from './pattern-master.ts';
import type { Program, Row } from './program.ts';

/**
 * The row that a plan with this envy breaks and no plan without it: either the order is served as well as the envied
 * people would, or another order of equal or higher worth joins one of them, or the order's envy column pays.
 * Found envies become rows one by one, because all of them at once would be a row for every pair and set of orders.
 */
export function envyCut(problem: Problem, program: Program, plan: Plan, envy: Envy, envyColumn?: number): Row {
  const order = problem.orders.findIndex((one) => one.id === envy.orderId);
  const people = envy.personIds.map((id) => problem.people.findIndex((person) => person.id === id));
  const factors = new Map<number, number>();
  const add = (columns: readonly number[], factor: number): void => {
    for (const column of columns) factors.set(column, (factors.get(column) ?? 0) + factor);
  };
  const { headcount } = orderAt(problem, order);
  const served = plan.some((pair) => pairAt(problem, pair).order === order);
  const team = program.teamColumns.get(order);
  const rivals = people.flatMap((person) => newRivals(problem, plan, order, person));
  if (team === undefined) {
    add(program.columnsOf(asGood(problem, order, people[0])), 1);
    add(program.columnsOf(rivals), 1);
  } else if (served) {
    add(program.columnsOf(asGood(problem, order, people[0])), 1);
    add(program.columnsOf(pairsOf(problem, order, people)), headcount);
    add(program.columnsOf(rivals), headcount);
    add([team], -headcount);
  } else {
    add([team], 1);
    add(program.columnsOf(rivals), 1);
  }
  const needed = team !== undefined && served ? 0 : 1;
  if (envyColumn !== undefined) add([envyColumn], team !== undefined && served ? headcount : 1);
  return { columns: [...factors.keys()], factors: [...factors.values()], lower: needed, upper: Infinity };
}

/** The same row over pairs alone, for an order of one person; undefined for a team, which needs a column of its own. */
export function envyPairs(problem: Problem, plan: Plan, envy: Envy): PairRow | undefined {
  const order = problem.orders.findIndex((one) => one.id === envy.orderId);
  const [person] = envy.personIds.map((id) => problem.people.findIndex((one) => one.id === id));
  if (person === undefined || orderAt(problem, order).headcount > 1) return undefined;
  const pairs = [...asGood(problem, order, person), ...newRivals(problem, plan, order, person)];
  return new Map(pairs.map((pair) => [pair, 1]));
}

/** Pairs of the order whose people serve it at least as well as this person. */
function asGood(problem: Problem, order: number, person: number | undefined): number[] {
  const pairs = problem.pairsOfOrder[order] ?? [];
  const service = pairs.map((pair) => pairAt(problem, pair)).find((pair) => pair.person === person)?.service ?? 0;
  return pairs.filter((pair) => pairAt(problem, pair).service >= service);
}

function pairsOf(problem: Problem, order: number, people: readonly number[]): number[] {
  return (problem.pairsOfOrder[order] ?? []).filter((pair) => people.includes(pairAt(problem, pair).person));
}

/** Pairs that would bring the person an order of equal or higher worth which the plan has not given it. */
function newRivals(problem: Problem, plan: Plan, order: number, person: number): number[] {
  const { worth } = orderAt(problem, order);
  return (problem.pairsOfPerson[person] ?? []).filter((pair) => {
    const rival = pairAt(problem, pair).order;
    return rival !== order && orderAt(problem, rival).worth >= worth && !plan.includes(pair);
  });
}
