import type { Highs } from 'highs';
import { refinePlan } from './refine.ts';
import { greedyPlan } from './greedy.ts';
import { improvePlan } from './improve.ts';
import { type Plan, type Problem, envyOf, valueOf } from './problem.ts';
import { relaxPatterns } from './pattern-relaxation.ts';
import { type Relaxation, pairsWorth, relaxProblem } from './relaxation.ts';
import { roundRelaxation } from './round-relaxation.ts';
import { openSearch, type Search } from './search.ts';
import { type OptimiseOptions, type Optimum, type SearchContext, stages } from './stages.ts';

/** Of the time, what the bound may take at most; better plans are looked for in the rest. */
const SHARE_OF_PATTERNS = 0.6;
/** Of the bound: pairs that lose less than this are tried first. */
const NEAR = 5e-6;

/**
 * The best plan: most worth, then least envy, lowest cost, lowest peak load, earliest submission; what is still equal is
 * settled by ids, so that the same question has one answer. `proven` says which of these the solver has proved.
 */
export function optimise(highs: Highs, problem: Problem, options: OptimiseOptions): Optimum {
  const deadline = performance.now() + options.seconds * 1000;
  if (problem.pairs.length === 0) return { plan: [], value: 0, bound: 0, proven: stages };
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

interface Worthiest {
  readonly plan: Plan;
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

/** First over the few pairs that the relaxation nearly used: a better plan leaves fewer of the others to be looked at. */
function mostWorth(highs: Highs, problem: Problem, context: SearchContext & { first: Plan }): Worthiest {
  const { relaxation, deadline } = context;
  const rounded = roundRelaxation(problem, relaxation);
  let plan = better(problem, context.first, rounded, context.options.mode);
  const core = new Set([...plan, ...relaxation.core.map((one) => one.pair)]);
  for (const pair of pairsWorth(relaxation, relaxation.bound * (1 - NEAR))) core.add(pair);
  if (pairsWorth(relaxation, valueOf(problem, plan)).length > core.size) {
    const half = performance.now() + (deadline - performance.now()) / 2;
    const near = [...core].sort((left, right) => left - right);
    plan = solveWorth(highs, problem, near, plan, { ...context, deadline: half }).plan;
    context.options.onPlan?.(plan);
  }
  const value = valueOf(problem, plan);
  if (value >= relaxation.bound - 0.5) return { plan, value, bound: value, proven: true };
  if (performance.now() > deadline) return { plan, value, bound: relaxation.bound, proven: false };
  const kept = [...new Set([...plan, ...pairsWorth(relaxation, value)])];
  const last = solveWorth(
    highs,
    problem,
    kept.sort((left, right) => left - right),
    plan,
    context,
  );
  return { ...last, bound: Math.min(last.bound, relaxation.bound) };
}

function better(problem: Problem, plan: Plan, other: Plan, mode: OptimiseOptions['mode']): Plan {
  if (valueOf(problem, other) <= valueOf(problem, plan)) return plan;
  return mode === 'no-envy' && envyOf(problem, other).length > 0 ? plan : other;
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
  search.forbidStanding();
  for (;;) {
    const { bound } = search.run('worth');
    const envies = envyOf(problem, search.plan);
    if (envies.length === 0) return bound;
    if (!search.proven || search.isOver) {
      search.plan = known;
      return bound;
    }
    for (const envy of envies) search.forbid(envy);
  }
}
