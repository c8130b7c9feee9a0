import type { Highs } from 'highs';
import { envyOf, type Plan, type Problem, valueOf } from './problem.ts';
import { pairsWorth } from './relaxation.ts';
import { roundRelaxation } from './round-relaxation.ts';
import { openSearch, type Search } from './search.ts';
import type { OptimiseOptions, SearchContext } from './stages.ts';

/** Of the bound: pairs that lose less than this are tried first. */
const NEAR = 5e-6;

export interface WorthContext extends SearchContext {
  readonly first: Plan;
  /** An order that has to be served; the first plan serves it. */
  readonly required?: number;
}

export interface Worthiest {
  readonly plan: Plan;
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

/** First over the few pairs that the relaxation nearly used: a better plan leaves fewer of the others to be looked at. */
export function mostWorth(highs: Highs, problem: Problem, context: WorthContext): Worthiest {
  const { relaxation, deadline } = context;
  let plan = context.first;
  if (context.required === undefined)
    plan = better(problem, plan, roundRelaxation(problem, relaxation.core), context.options.mode);
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
  // A search that was cut before it knew any bound tells less than nothing.
  const known = last.bound >= last.value - 0.5 ? last.bound : Infinity;
  return { ...last, bound: Math.min(known, relaxation.bound) };
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
  context: WorthContext,
): Worthiest {
  const search = openSearch(highs, problem, pairs, first, context);
  try {
    if (context.required !== undefined) search.require(context.required);
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
