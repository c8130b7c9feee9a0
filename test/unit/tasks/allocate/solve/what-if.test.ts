import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { AllocationOrder, AllocationPerson } from '../../../../../scripts/model/dispatch/allocation.ts';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { assignmentsOf, buildProblem } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { relaxProblem } from '../../../../../scripts/tasks/allocate/solve/relaxation.ts';
import { bestWith, servingWorth } from '../../../../../scripts/tasks/allocate/solve/what-if.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';

const highs = await loadHighs();

function solve(orders: readonly AllocationOrder[], people: readonly AllocationPerson[]) {
  const problem = buildProblem(orders, people, defaultFitFormula);
  return { problem, optimum: optimise(highs, problem, { mode: 'worth', seconds: 30 }) };
}

const isServed = (orders: readonly AllocationOrder[], people: readonly AllocationPerson[], id: string): boolean => {
  const { problem, optimum } = solve(orders, people);
  return assignmentsOf(problem, optimum.plan).some((one) => one.orderId === id);
};

describe('the worth from which a deferred order is served', () => {
  it('serves it when the allocation is solved again, and a little less does not', { timeout: 120_000 }, () => {
    let asked = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const { orders, people } = randomAllocation(seed, { orders: 9, people: 3, weeks: 1, skills: 1, teams: 0 });
      const { problem, optimum } = solve(orders, people);
      const whatIf = { relaxation: relaxProblem(highs, problem), seconds: 30 };
      const served = new Set(assignmentsOf(problem, optimum.plan).map((one) => one.orderId));
      for (const [index, order] of problem.orders.entries()) {
        if (served.has(order.id)) continue;
        const enough = servingWorth(highs, problem, index, optimum.value, whatIf);
        if (!enough) continue;
        asked++;
        const at = (worth: number) => problem.orders.map((one) => (one.id === order.id ? { ...one, worth } : one));
        expect(isServed(at(enough.worth), people, order.id)).toBe(true);
        if (enough.worth > 0.3) expect(isServed(at(enough.worth - 0.3), people, order.id)).toBe(false);
      }
    }
    expect(asked).toBeGreaterThan(5);
  });
});

describe('insisting on a person', () => {
  it('costs nothing for a chosen pair and the difference for another', () => {
    const { orders, people } = randomAllocation(5, { orders: 8, people: 6, weeks: 2, skills: 2 });
    const { problem, optimum } = solve(orders, people);
    const whatIf = { relaxation: relaxProblem(highs, problem), seconds: 30 };
    for (const [pair] of problem.pairs.entries()) {
      const forced = bestWith(highs, problem, [pair], whatIf);
      if (optimum.plan.includes(pair)) expect(forced?.value).toBe(optimum.value);
      else if (forced) {
        expect(forced.plan).toContain(pair);
        expect(forced.value).toBeLessThanOrEqual(optimum.value);
      }
    }
    expect(optimum.plan.length).toBeGreaterThan(0);
  });
});
