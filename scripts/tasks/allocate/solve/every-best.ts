import { pairAt, type Problem } from './problem.ts';

/** Every order by its best people, as if these had time without end: a bound that costs nothing. */
export function everyBest(problem: Problem): number {
  return problem.orders.reduce((sum, { headcount }, order) => {
    const values = (problem.pairsOfOrder[order] ?? []).map((pair) => pairAt(problem, pair).value);
    const best = values.reduce((most, value) => Math.max(most, value), 0);
    return sum + best * headcount;
  }, 0);
}
