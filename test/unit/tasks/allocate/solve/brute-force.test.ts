import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { buildProblem } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { stages } from '../../../../../scripts/tasks/allocate/solve/stages.ts';
import { bruteForce, verdictOf } from '../../../../support/dispatch/brute-force.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';

/** `ALLOCATION_CASES=2000` for the long proof. */
const cases = Number(process.env['ALLOCATION_CASES'] ?? 60);
const highs = await loadHighs();

describe.each(['worth', 'no-envy'] as const)('an allocation by %s', (mode) => {
  it(`is as good as trying every plan, in ${String(cases)} random cases`, { timeout: cases * 2000 }, () => {
    for (let seed = 1; seed <= cases; seed++) {
      const { orders, people } = randomAllocation(seed, {
        orders: 3 + (seed % 4),
        people: 4,
        weeks: 1 + (seed % 3),
        skills: 3,
      });
      const problem = buildProblem(orders, people, defaultFitFormula);
      const { plan, proven } = optimise(highs, problem, { mode, seconds: 30 });
      expect({ seed, verdict: verdictOf(problem, plan), proven }).toEqual({
        seed,
        verdict: bruteForce(problem, mode),
        proven: stages,
      });
    }
  });
});
