import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { AllocationOrder, AllocationPerson } from '../../../../../scripts/model/dispatch/allocation.ts';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { canTake } from '../../../../../scripts/model/dispatch/schedule.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { assignmentsOf, buildProblem, envyOf } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { stages } from '../../../../../scripts/tasks/allocate/solve/stages.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';

/** `INVARIANT_CASES=10000` for the long proof. */
const cases = Number(process.env['INVARIANT_CASES'] ?? 100);
const highs = await loadHighs();

function allocate(orders: readonly AllocationOrder[], people: readonly AllocationPerson[], mode: 'worth' | 'no-envy') {
  const problem = buildProblem(orders, people, defaultFitFormula);
  const { plan, proven, value } = optimise(highs, problem, { mode, seconds: 30 });
  return { problem, plan, proven, value, assignments: assignmentsOf(problem, plan) };
}

const modeOf = (seed: number) => (seed % 2 === 0 ? 'worth' : 'no-envy');

/** A case with load caps and people who are barred in some of its rows. */
function randomCase(seed: number) {
  const size = { orders: 6 + (seed % 7), people: 3 + (seed % 5), weeks: 1 + (seed % 4), skills: 3 };
  const { orders, people } = randomAllocation(seed, size);
  return {
    orders: orders.map((order, index) => (index % 4 === 0 ? { ...order, barred: ['P0001'] } : order)),
    people: people.map((person, index) => (index % 3 === 0 ? { ...person, hoursLimit: 40 } : person)),
  };
}

describe('every allocation', () => {
  it(`keeps to hours, skills and whole teams, in ${String(cases)} random cases`, { timeout: cases * 2000 }, () => {
    for (let seed = 1; seed <= cases; seed++) {
      const { orders, people } = randomCase(seed);
      const mode = modeOf(seed);
      const { problem, plan, proven, assignments } = allocate(orders, people, mode);
      const broken: string[] = proven.length === stages.length ? [] : ['not proved'];
      for (const person of people) {
        const mine = assignments.filter((one) => one.personId === person.id).map((one) => one.orderId);
        if (
          !canTake(
            person,
            orders.filter((order) => mine.includes(order.id)),
          )
        )
          broken.push(`${person.id} is overbooked`);
      }
      for (const order of orders) {
        const team = assignments.filter((one) => one.orderId === order.id).map((one) => one.personId);
        if (team.length > 0 && new Set(team).size !== order.headcount) broken.push(`${order.id} has half a team`);
        for (const person of people.filter(({ id }) => team.includes(id))) {
          if (order.needs.some((need) => need.mandatory && (person.skills[need.skill] ?? 0) < need.level))
            broken.push(`${person.id} lacks a skill of ${order.id}`);
          if (order.barred?.includes(person.id)) broken.push(`${person.id} is barred from ${order.id}`);
        }
      }
      if (mode === 'no-envy' && envyOf(problem, plan).length > 0) broken.push('envy');
      expect({ seed, broken }).toEqual({ seed, broken: [] });
    }
  });

  it('is the same whatever the order of its rows, who asks and whom they name', { timeout: cases * 2000 }, () => {
    for (let seed = 1; seed <= Math.ceil(cases / 5); seed++) {
      const { orders, people } = randomCase(seed);
      const asked = orders.map((order, index) => ({ ...order, requesterGrade: 9 - (index % 9), nominee: 'P0000' }));
      const turned = asked.reverse().map((order) => ({ ...order, needs: [...order.needs].reverse() }));
      const plain = allocate(orders, people, modeOf(seed)).assignments;
      expect({ seed, plan: allocate(turned, [...people].reverse(), modeOf(seed)).assignments }).toEqual({
        seed,
        plan: plain,
      });
    }
  });

  it('is worth and costs the same whenever its orders were submitted', { timeout: cases * 2000 }, () => {
    for (let seed = 1; seed <= Math.ceil(cases / 5); seed++) {
      const { orders, people } = randomCase(seed);
      const early = orders.map((order, index) =>
        index % 2 === 0 ? { ...order, submittedAt: '2026-01-01T00:00:00.000Z' } : order,
      );
      const figures = (of: readonly AllocationOrder[]) => {
        const { problem, plan, value } = allocate(of, people, modeOf(seed));
        return { seed, value, cost: plan.reduce((sum, pair) => sum + (problem.pairs[pair]?.cost ?? 0), 0) };
      };
      expect(figures(early)).toEqual(figures(orders));
    }
  });
});
