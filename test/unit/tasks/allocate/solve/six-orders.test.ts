import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import type { ObservedOrder } from '../../../../../scripts/model/dispatch/fairness.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { VALUE_SCALE, assignmentsOf, buildProblem } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { stages } from '../../../../../scripts/tasks/allocate/solve/stages.ts';
import { byWorth, fivePeople, sixOrders } from '../../../model/dispatch/six-orders.ts';

const highs = await loadHighs();

function allocate(orders: readonly ObservedOrder[], people = fivePeople) {
  const problem = buildProblem(orders, people, defaultFitFormula);
  const optimum = optimise(highs, problem, { mode: 'worth', seconds: 10 });
  return { ...optimum, objective: optimum.value / VALUE_SCALE, assignments: assignmentsOf(problem, optimum.plan) };
}

describe('the allocation of six orders to five people', () => {
  it('is the plan that the worth of the deals asks for, proved in every objective', () => {
    const { objective, assignments, proven } = allocate(sixOrders);
    expect(objective).toBeCloseTo(335.42, 2);
    expect(assignments).toEqual(byWorth);
    expect(proven).toEqual(stages);
  });

  it("does not change with the requester's grade, the time of submission or the order of rows", () => {
    const graded = sixOrders.map((order) => ({
      ...order,
      requesterGrade: 10 - order.requesterGrade,
      nominee: 'Wang Min',
    }));
    const earlier = sixOrders.map((order) => ({ ...order, submittedAt: '2026-10-01T00:00:00Z' }));
    const shuffled = [...sixOrders].reverse();
    for (const orders of [graded, earlier, shuffled])
      expect(allocate(orders, [...fivePeople].reverse()).assignments).toEqual(byWorth);
  });
});
