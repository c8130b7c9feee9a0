import type { Highs } from 'highs';
import { refinePlan } from './refine.ts';
import { greedyPlan } from './greedy.ts';
import { improvePlan } from './improve.ts';
import { pairAt, type Plan, type Problem, valueOf } from './problem.ts';
import { mostWorth } from './most-worth.ts';
import { relaxPatterns } from './pattern-relaxation.ts';
import { type Relaxation, relaxProblem } from './relaxation.ts';
import { roundRelaxation } from './round-relaxation.ts';
import { type OptimiseOptions, type Optimum, type SearchContext, stages } from './stages.ts';

/** Of the time, what the bound may take at most; better plans are looked for in the rest. */
const SHARE_OF_PATTERNS = 0.6;
/**
 * The best plan: most worth, then least envy, lowest cost, lowest peak load, earliest submission; what is still equal is
 * settled by ids, so that the same question has one answer. `proven` says which of these the solver has proved.
 */
export function optimise(highs: Highs, problem: Problem, options: OptimiseOptions): Optimum {
  const deadline = performance.now() + options.seconds * 1000;
  if (problem.pairs.length === 0) return { plan: [], value: 0, bound: 0, proven: stages };
  // Something to go on with before the first program is even built: of ten thousand orders that takes a while.
  const byHand = greedyPlan(problem, options.mode === 'no-envy' ? 'service' : 'value');
  options.onPlan?.(byHand);
  options.onProgress?.({ stage: 'worth', best: valueOf(problem, byHand), bound: everyBest(problem) });
  const pairs = relaxProblem(highs, problem);
  const first = firstPlan(problem, pairs, { mode: options.mode, deadline });
  options.onPlan?.(first);
  const half = performance.now() + (deadline - performance.now()) * SHARE_OF_PATTERNS;
  const relaxation = relaxPatterns(highs, problem, pairs, { mode: options.mode, deadline: half, plans: [first] });
  options.onProgress?.({ stage: 'worth', best: valueOf(problem, first), bound: relaxation.bound });
  const worthiest = mostWorth(highs, problem, { relaxation, first, deadline, options });
  options.onPlan?.(worthiest.plan);
  if (!worthiest.proven) return { ...worthiest, proven: [] };
  return refinePlan(highs, problem, worthiest, { relaxation, deadline, options });
}

function firstPlan(
  problem: Problem,
  relaxation: Relaxation,
  { mode, deadline }: Pick<OptimiseOptions, 'mode'> & Pick<SearchContext, 'deadline'>,
): Plan {
  if (mode === 'no-envy') return greedyPlan(problem, 'service');
  const candidates = [greedyPlan(problem), improvePlan(problem, roundRelaxation(problem, relaxation), deadline)];
  return candidates.reduce((best, plan) => (valueOf(problem, plan) > valueOf(problem, best) ? plan : best));
}

/** Every order by its best people, as if these had time without end: a bound that costs nothing. */
function everyBest(problem: Problem): number {
  return problem.orders.reduce((sum, { headcount }, order) => {
    const values = (problem.pairsOfOrder[order] ?? []).map((pair) => pairAt(problem, pair).value);
    const best = values.reduce((most, value) => Math.max(most, value), 0);
    return sum + best * headcount;
  }, 0);
}
