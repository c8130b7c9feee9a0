import loadHighs from 'highs';
import { expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { canTake } from '../../../../../scripts/model/dispatch/schedule.ts';
import { fillByPrices } from '../../../../../scripts/tasks/allocate/solve/fill-by-prices.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import {
  buildProblem,
  orderAt,
  pairAt,
  personAt,
  type Plan,
  type Problem,
  valueOf,
} from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { relaxPatterns } from '../../../../../scripts/tasks/allocate/solve/pattern-relaxation.ts';
import { repackPlan } from '../../../../../scripts/tasks/allocate/solve/repack.ts';
import { priceWeeks } from '../../../../../scripts/tasks/allocate/solve/week-prices.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';

const highs = await loadHighs();
const later = () => performance.now() + 60_000;

/** Nobody works more than they can, and every order has all of its people or none, each once. */
function isPossible(problem: Problem, plan: Plan): boolean {
  const works = Map.groupBy(plan, (pair) => pairAt(problem, pair).person);
  const teams = Map.groupBy(plan, (pair) => pairAt(problem, pair).order);
  return (
    [...works].every(([person, pairs]) =>
      canTake(
        personAt(problem, person),
        pairs.map((pair) => orderAt(problem, pairAt(problem, pair).order)),
      ),
    ) &&
    [...teams].every(([order, pairs]) => {
      const people = new Set(pairs.map((pair) => pairAt(problem, pair).person));
      return people.size === pairs.length && pairs.length === orderAt(problem, order).headcount;
    })
  );
}

it.each(Array.from({ length: 12 }, (_none, seed) => seed + 1))(
  'prices bound every plan and every pair, and what is filled and packed by them is possible, in case %i',
  (seed) => {
    const { orders, people } = randomAllocation(seed, { orders: 24, people: 9, weeks: 3, teams: 0.3 });
    const problem = buildProblem(orders, people, defaultFitFormula);
    const optimum = optimise(highs, problem, { mode: 'worth', seconds: 60 });
    const prices = priceWeeks(problem, 0, later());
    expect(prices.bound).toBeGreaterThanOrEqual(optimum.value - 0.5);
    for (const pair of optimum.plan)
      expect(prices.bound + (prices.reducedCosts[pair] ?? 0)).toBeGreaterThanOrEqual(optimum.value - 0.5);
    const filled = fillByPrices(problem, prices);
    const packed = repackPlan(problem, filled, later());
    const { whole = [], bound } = relaxPatterns(highs, problem, prices, {
      ...{ mode: 'worth', deadline: later(), plans: [packed], wholeSeconds: 60 },
    });
    for (const plan of [filled, packed, whole]) expect(isPossible(problem, plan)).toBe(true);
    expect(valueOf(problem, packed)).toBeGreaterThanOrEqual(valueOf(problem, filled));
    expect(valueOf(problem, whole)).toBeGreaterThanOrEqual(valueOf(problem, packed));
    expect(bound).toBeGreaterThanOrEqual(optimum.value - 0.5);
    expect(valueOf(problem, packed) / optimum.value).toBeGreaterThan(0.85);
  },
);
