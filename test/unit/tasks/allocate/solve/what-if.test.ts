import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { AllocationOrder, AllocationPerson } from '../../../../../scripts/model/dispatch/allocation.ts';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { buildProblem } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { relaxProblem } from '../../../../../scripts/tasks/allocate/solve/relaxation.ts';
import { bestWith } from '../../../../../scripts/tasks/allocate/solve/what-if.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';

const highs = await loadHighs();

function solve(orders: readonly AllocationOrder[], people: readonly AllocationPerson[]) {
  const problem = buildProblem(orders, people, defaultFitFormula);
  return { problem, optimum: optimise(highs, problem, { mode: 'worth', seconds: 30 }) };
}

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
