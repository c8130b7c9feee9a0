import type { Highs } from 'highs';
import { refinePlan } from './refine.ts';
import { greedyPlan } from './greedy.ts';
import { improvePlan } from './improve.ts';
import { type Plan, type Problem, envyOf, valueOf } from './problem.ts';
import { type Relaxation, pairsWorth, relaxProblem } from './relaxation.ts';
import { roundRelaxation } from './round-relaxation.ts';
import { openSearch, type Search } from './search.ts';
import { type OptimiseOptions, type Optimum, type SearchContext, stages } from './stages.ts';

/**
 * The best plan: most worth, then least envy, lowest cost, lowest peak load, earliest submission; what is still equal is
 * settled by ids, so that the same question has one answer. `proven` says which of these the solver has proved.
 */
export function optimise(highs: Highs, problem: Problem, options: OptimiseOptions): Optimum {
  const deadline = performance.now() + options.seconds * 1000;
  if (problem.pairs.length === 0) return { plan: [], value: 0, bound: 0, proven: stages };
  const relaxation = relaxProblem(highs, problem);
  const first = firstPlan(problem, relaxation, { mode: options.mode, deadline });
  options.onPlan?.(first);
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
  const free = greedyPlan(problem, 'service');
  if (mode === 'no-envy') return free;
  const candidates = [free, greedyPlan(problem), roundRelaxation(problem, relaxation)].map((plan) =>
    improvePlan(problem, plan, deadline),
  );
  return candidates.reduce((best, plan) => (valueOf(problem, plan) > valueOf(problem, best) ? plan : best));
}

interface Worthiest {
  readonly plan: Plan;
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

/** First over the few pairs that the relaxation used: a better plan leaves fewer of the others to be looked at. */
function mostWorth(highs: Highs, problem: Problem, context: SearchContext & { first: Plan }): Worthiest {
  const { relaxation, deadline, first } = context;
  let plan = first;
  const core = relaxation.core.map((one) => one.pair);
  if (pairsWorth(relaxation, valueOf(problem, plan)).length > core.length) {
    const half = performance.now() + (deadline - performance.now()) / 2;
    plan = solveWorth(highs, problem, core, plan, { ...context, deadline: half }).plan;
  }
  const kept = pairsWorth(relaxation, valueOf(problem, plan));
  const last = solveWorth(highs, problem, kept, plan, context);
  return { ...last, bound: Math.min(last.bound, relaxation.bound) };
}

function solveWorth(
  highs: Highs,
  problem: Problem,
  pairs: readonly number[],
  first: Plan,
  context: SearchContext,
): Worthiest {
  const search = openSearch(highs, problem, pairs, first, context);
  try {
    search.maximiseValue();
    const bound = context.options.mode === 'no-envy' ? withoutEnvy(problem, search) : search.run('worth').bound;
    return { plan: search.plan, value: valueOf(problem, search.plan), bound, proven: search.proven };
  } finally {
    search.close();
  }
}

/** Each plan with envy is forbidden by rows, until the best one left has none. */
function withoutEnvy(problem: Problem, search: Search): number {
  const known = search.plan;
  for (;;) {
    const { bound } = search.run('worth');
    const envies = envyOf(problem, search.plan);
    if (envies.length === 0) return bound;
    if (!search.proven) {
      search.plan = known;
      return bound;
    }
    for (const envy of envies) search.forbid(envy);
  }
}
