import type { Highs } from 'highs';
import { everyBest } from './every-best.ts';
import { fillByPrices } from './fill-by-prices.ts';
import { greedyPlan } from './greedy.ts';
import { improvePlan } from './improve.ts';
import { mostWorth } from './most-worth.ts';
import { relaxPatterns } from './pattern-relaxation.ts';
import { envyOf, type Plan, type Problem, valueOf } from './problem.ts';
import { refinePlan } from './refine.ts';
import { type Relaxation, relaxProblem } from './relaxation.ts';
import { repackPlan } from './repack.ts';
import { roundRelaxation } from './round-relaxation.ts';
import { type OptimiseOptions, type Optimum, type SearchContext, stages } from './stages.ts';
import { priceWeeks } from './week-prices.ts';

/** Of the time, what the bound may take at most; better plans are looked for in the rest. */
const SHARE_OF_PATTERNS = 0.6;
/** Of what is left then, what a plan of the patterns may take. */
const SHARE_OF_WHOLE = 0.5;
/** Pairs of which a linear program is not built in a time that anybody waits: prices bound them. */
const MOST_OF_PROGRAM = 20_000;
/** Pairs beyond which no program at all is built. */
const MOST_OF_PATTERNS = 250_000;
const SHARE_OF_PRICES = 0.3;

/**
 * The best plan: most worth, then least envy, lowest cost, lowest peak load, earliest submission; what is still equal is
 * settled by ids, so that the same question has one answer. `proven` says which of these the solver has proved.
 */
export function optimise(highs: Highs, problem: Problem, options: OptimiseOptions): Optimum {
  const deadline = performance.now() + options.seconds * 1000;
  if (problem.pairs.length === 0) return { plan: [], value: 0, bound: 0, proven: stages };
  const tell = (plan: Plan, bound: number): void => {
    options.onPlan?.(plan);
    options.onProgress?.({ stage: 'worth', best: valueOf(problem, plan), bound });
  };
  // Something to go on with before the first program is even built: of ten thousand orders that takes a while.
  const byHand = greedyPlan(problem, options.mode === 'no-envy' ? 'service' : 'value');
  tell(byHand, everyBest(problem));
  if (problem.pairs.length > MOST_OF_PATTERNS) return optimiseByPrices(problem, byHand, { deadline, options, tell });
  const pairs = firstBound(highs, problem, { least: valueOf(problem, byHand), deadline });
  tell(byHand, pairs.bound);
  let first = firstPlan(problem, pairs, { mode: options.mode, deadline });
  tell(first, pairs.bound);
  const half = performance.now() + (deadline - performance.now()) * SHARE_OF_PATTERNS;
  const wholeSeconds = ((deadline - half) * SHARE_OF_WHOLE) / 1000;
  const onShares = (core: Relaxation['core'], bound: number): void => {
    const near = repackPlan(problem, roundRelaxation(problem, core), half);
    first = better(problem, first, near, options.mode);
    tell(first, bound);
  };
  const { whole, ...relaxation } = relaxPatterns(highs, problem, pairs, {
    ...{ mode: options.mode, deadline: half, plans: [first], wholeSeconds },
    ...(options.mode === 'worth' ? { onShares } : {}),
  });
  const second = whole === undefined ? first : better(problem, first, whole, options.mode);
  tell(second, relaxation.bound);
  const worthiest = mostWorth(highs, problem, { relaxation, first: second, deadline, options });
  options.onPlan?.(worthiest.plan);
  if (!worthiest.proven) return { ...worthiest, proven: [] };
  return refinePlan(highs, problem, worthiest, { relaxation, deadline, options });
}

/**
 * What can be done for thousands of orders: prices bound the plan, the plan by prices is packed person by person, and a better
 * plan makes better prices. Nothing is proved, and the gap is small. Without envy there is only the plan made by hand.
 */
function optimiseByPrices(
  problem: Problem,
  byHand: Plan,
  {
    deadline,
    options,
    tell,
  }: Pick<SearchContext, 'deadline' | 'options'> & { readonly tell: (plan: Plan, bound: number) => void },
): Optimum {
  let [plan, bound] = [byHand, Infinity];
  for (const share of [SHARE_OF_PRICES, 0.5]) {
    const now = performance.now();
    const prices = priceWeeks(problem, valueOf(problem, plan), now + (deadline - now) * share);
    bound = Math.min(bound, prices.bound);
    tell(plan, bound);
    if (options.mode === 'no-envy') break;
    const filled = fillByPrices(problem, prices);
    tell(better(problem, plan, filled, options.mode), bound);
    const left = performance.now() + (deadline - performance.now()) * share;
    plan = better(problem, plan, repackPlan(problem, filled, left), options.mode);
    tell(plan, bound);
  }
  const value = valueOf(problem, plan);
  return { plan, value, bound: Math.max(value, bound), proven: [] };
}

function firstBound(
  highs: Highs,
  problem: Problem,
  { least, deadline }: { readonly least: number; readonly deadline: number },
): Relaxation {
  if (problem.pairs.length <= MOST_OF_PROGRAM) return relaxProblem(highs, problem);
  return priceWeeks(problem, least, performance.now() + (deadline - performance.now()) * SHARE_OF_PRICES);
}

function firstPlan(
  problem: Problem,
  relaxation: Relaxation,
  { mode, deadline }: Pick<OptimiseOptions, 'mode'> & Pick<SearchContext, 'deadline'>,
): Plan {
  if (mode === 'no-envy') return greedyPlan(problem, 'service');
  const half = performance.now() + (deadline - performance.now()) / 2;
  const candidates = [
    greedyPlan(problem),
    repackPlan(problem, fillByPrices(problem, relaxation), half),
    improvePlan(problem, roundRelaxation(problem, relaxation.core), half),
  ];
  return candidates.reduce((best, plan) => (valueOf(problem, plan) > valueOf(problem, best) ? plan : best));
}

function better(problem: Problem, plan: Plan, other: Plan, mode: OptimiseOptions['mode']): Plan {
  if (valueOf(problem, other) <= valueOf(problem, plan)) return plan;
  return mode === 'no-envy' && envyOf(problem, other).length > 0 ? plan : other;
}
