import type { Highs } from 'highs';
import { orderAt, pairAt, type Problem } from './problem.ts';
import { relaxPatterns } from './pattern-relaxation.ts';
import { relaxProblem } from './relaxation.ts';
import { servingWorth, servingWorthWithoutEnvy } from './serving-worth.ts';
import type { OptimiseOptions, Optimum } from './stages.ts';

export interface ServingOptions extends Pick<OptimiseOptions, 'mode'> {
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
}

/**
 * The worth from which each deferred order would be served, the worthiest order first, one after the other until the time
 * is over. Nothing of a plan that is not proved: what beats it would be no threshold.
 */
export function* servingWorths(
  highs: Highs,
  problem: Problem,
  optimum: Optimum,
  { mode, deadline }: ServingOptions,
): Generator<{ readonly orderId: string; readonly worth: number }> {
  if (!optimum.proven.includes('worth')) return;
  const served = new Set(optimum.plan.map((pair) => pairAt(problem, pair).order));
  const deferred = problem.orders
    .map((order, index) => ({ order, index }))
    .filter(({ index }) => !served.has(index) && (problem.pairsOfOrder[index] ?? []).length > 0)
    .sort((left, right) => right.order.worth - left.order.worth || left.index - right.index);
  if (deferred.length === 0) return;
  const pairs = relaxProblem(highs, problem);
  const relaxation = relaxPatterns(highs, problem, pairs, { mode: 'worth', deadline, plans: [optimum.plan] });
  for (const { index } of deferred) {
    if (performance.now() > deadline) return;
    const worth =
      mode === 'no-envy'
        ? servingWorthWithoutEnvy(highs, problem, index, deadline)
        : servingWorth(highs, problem, index, { relaxation, optimum: optimum.value, deadline });
    if (worth !== undefined) yield { orderId: orderAt(problem, index).id, worth };
  }
}
