import type { Highs } from 'highs';
import { fillByWorth } from './greedy.ts';
import { improvePlan } from './improve.ts';
import { mostWorth } from './most-worth.ts';
import { optimise } from './optimise.ts';
import { orderAt, pairAt, type Plan, type Problem, valueOf, withWorth } from './problem.ts';
import type { Relaxation } from './relaxation.ts';
import { stages } from './stages.ts';

/** Worths are told in tenths. */
const MOST = 1000;

export interface ServingContext {
  readonly relaxation: Relaxation;
  /** Value of the best plan, which does not serve the order. */
  readonly optimum: number;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
}

/**
 * The least worth at which some plan with the order is worth more than the best without, so that solving again serves it.
 * From the most worth there is, each best plan with the order tells the worth that would do for itself; when no other plan
 * does for less, that is the answer. Undefined when no worth up to 100 serves it, or the time is over.
 */
export function servingWorth(
  highs: Highs,
  problem: Problem,
  order: number,
  context: ServingContext,
): number | undefined {
  let least: number | undefined;
  for (let tenths = MOST; tenths > 0;) {
    const at = withWorth(problem, order, tenths / 10);
    const plan = bestServing(highs, problem, at, order, context);
    if (!plan) return undefined;
    const enough = leastFor(problem, order, plan, context.optimum);
    if (enough > tenths) return least;
    least = enough / 10;
    tenths = enough - 1;
  }
  return least;
}

/** Tenths from which this plan is worth more than the optimum. */
function leastFor(problem: Problem, order: number, plan: Plan, optimum: number): number {
  const worthIt = (tenths: number) => valueOf(withWorth(problem, order, tenths / 10), plan) > optimum;
  let [low, high] = [0, MOST + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (worthIt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function bestServing(
  highs: Highs,
  problem: Problem,
  at: Problem,
  order: number,
  { relaxation, deadline }: ServingContext,
): Plan | undefined {
  const ranked = [...(at.pairsOfOrder[order] ?? [])].sort(
    (left, right) => pairAt(at, right).value - pairAt(at, left).value || left - right,
  );
  let first: Plan | undefined;
  for (const pair of ranked) first ??= fillByWorth(at, [pair]);
  if (!first) return undefined;
  const found = mostWorth(highs, at, {
    relaxation: raised(relaxation, problem, at, order),
    first: improvePlan(at, first, deadline),
    required: order,
    deadline,
    options: { mode: 'worth', seconds: 0 },
  });
  return found.proven ? found.plan : undefined;
}

/** The bounds of the question hold for one order worth more when they grow by what it gains at most. */
function raised(relaxation: Relaxation, problem: Problem, at: Problem, order: number): Relaxation {
  const pairs = problem.pairsOfOrder[order] ?? [];
  const gainOf = (pair: number) => pairAt(at, pair).value - pairAt(problem, pair).value;
  const most = Math.max(...pairs.map(gainOf));
  const reducedCosts = Float64Array.from(relaxation.reducedCosts);
  for (const pair of pairs) reducedCosts[pair] = Math.min(0, reducedCosts[pair] ?? 0) + gainOf(pair) - most;
  const bound = relaxation.bound + orderAt(problem, order).headcount * most;
  return { ...relaxation, bound, reducedCosts };
}

/**
 * Without envy a higher worth also lets the order envy others, so that no line through the plans tells when it is served:
 * the worth is halved in on by solving again. At the answer the order is served, a tenth below it is not.
 */
export function servingWorthWithoutEnvy(
  highs: Highs,
  problem: Problem,
  order: number,
  deadline: number,
): number | undefined {
  const isServed = (tenths: number): boolean | undefined => {
    const seconds = (deadline - performance.now()) / 1000;
    if (seconds <= 0) return undefined;
    const { plan, proven } = optimise(highs, withWorth(problem, order, tenths / 10), { mode: 'no-envy', seconds });
    if (proven.length < stages.length) return undefined;
    return plan.some((pair) => pairAt(problem, pair).order === order);
  };
  let [low, high] = [Math.floor(orderAt(problem, order).worth * 10), MOST];
  if (isServed(high) !== true) return undefined;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const served = isServed(middle);
    if (served === undefined) return undefined;
    if (served) high = middle;
    else low = middle;
  }
  return high / 10;
}
