import type { Highs } from 'highs';
import { orderAt, pairAt, type Problem } from './problem.ts';
import { relaxProblem } from './relaxation.ts';
import type { Optimum } from './stages.ts';
import { servingWorth } from './what-if.ts';

/**
 * The worth from which each deferred order would be served, the worthiest order first, one after the other until the time
 * is over. Nothing of a plan that is not proved: what beats it would be no threshold.
 * @param deadline on the clock of `performance.now()`
 */
export function* servingWorths(
  highs: Highs,
  problem: Problem,
  optimum: Optimum,
  deadline: number,
): Generator<{ readonly orderId: string; readonly worth: number }> {
  if (!optimum.proven.includes('worth')) return;
  const relaxation = relaxProblem(highs, problem);
  const served = new Set(optimum.plan.map((pair) => pairAt(problem, pair).order));
  const deferred = problem.orders
    .map((order, index) => ({ order, index }))
    .filter(({ index }) => !served.has(index) && (problem.pairsOfOrder[index] ?? []).length > 0)
    .sort((left, right) => right.order.worth - left.order.worth || left.index - right.index);
  for (const { index } of deferred) {
    const seconds = (deadline - performance.now()) / 1000;
    if (seconds <= 0) return;
    const found = servingWorth(highs, problem, index, optimum.value, { relaxation, seconds });
    // A person whose best plan was not proved in time may have been the cheaper one.
    if (performance.now() > deadline) return;
    if (found) yield { orderId: orderAt(problem, index).id, worth: found.worth };
  }
}
