import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { buildProblem, pairAt, type Problem, withWorth } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { servingWorths } from '../../../../../scripts/tasks/allocate/solve/serving-worths.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';

const highs = await loadHighs();

const solve = (problem: Problem, mode: 'worth' | 'no-envy') => optimise(highs, problem, { mode, seconds: 30 });

describe.each([
  ['worth', 0],
  ['worth', 0.6],
  ['no-envy', 0],
  ['no-envy', 0.6],
] as const)('the worth from which a deferred order is served, by %s with %d of teams', (mode, teams) => {
  it('serves it when the allocation is solved again, and two tenths less do not', { timeout: 120_000 }, () => {
    let asked = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const { orders, people } = randomAllocation(seed, { orders: 10, people: 3, weeks: 1, skills: 1, teams });
      const problem = buildProblem(orders, people, defaultFitFormula);
      const optimum = solve(problem, mode);
      const options = { mode, deadline: performance.now() + 60_000 };
      for (const { orderId, worth } of servingWorths(highs, problem, optimum, options)) {
        asked++;
        const order = problem.orders.findIndex((one) => one.id === orderId);
        const isServedAt = (at: number) =>
          solve(withWorth(problem, order, at), mode).plan.some((pair) => pairAt(problem, pair).order === order);
        expect({ seed, orderId, worth, at: isServedAt(worth) }).toEqual({ seed, orderId, worth, at: true });
        // A tenth less may still be worth as much as the best plan without it, to the last unit; two tenths may not.
        expect({ seed, orderId, worth, below: isServedAt(worth - 0.2) }).toEqual({
          seed,
          orderId,
          worth,
          below: false,
        });
      }
    }
    expect(asked).toBeGreaterThan(3);
  });
});
