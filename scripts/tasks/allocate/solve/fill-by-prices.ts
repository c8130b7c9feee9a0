import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { orderAt, pairAt, personAt, type Plan, type Problem } from './problem.ts';
import type { Relaxation } from './relaxation.ts';

/**
 * A plan by what a bound pays: the orders that gain most beyond the prices of the hours they take come first, each to the people
 * who lose the bound least. Where hours are short it serves what brings most per hour, as nobody does by worth alone.
 */
export function fillByPrices(problem: Problem, { orderDuals, reducedCosts }: Relaxation): Plan {
  const works: Work[][] = problem.people.map(() => []);
  const left = problem.people.map(({ freeHours }) => freeHours.reduce((sum, hours) => sum + hours, 0));
  const gain = (order: number) => (orderDuals[order] ?? 0) * orderAt(problem, order).headcount;
  const order = problem.orders
    .map((_order, index) => index)
    .sort((one, other) => gain(other) - gain(one) || one - other);
  const plan: number[] = [];
  for (const index of order) {
    const work = orderAt(problem, index);
    const team: number[] = [];
    for (const pair of ranked(problem, index, reducedCosts)) {
      if (team.length === work.headcount) break;
      const { person } = pairAt(problem, pair);
      if ((left[person] ?? 0) < work.hours) continue;
      if (canTake(personAt(problem, person), [...(works[person] ?? []), work])) team.push(pair);
    }
    if (team.length < work.headcount) continue;
    for (const pair of team) {
      const { person } = pairAt(problem, pair);
      works[person]?.push(work);
      left[person] = (left[person] ?? 0) - work.hours;
      plan.push(pair);
    }
  }
  return plan.sort((one, other) => one - other);
}

function ranked(problem: Problem, order: number, reducedCosts: Float64Array): number[] {
  return [...(problem.pairsOfOrder[order] ?? [])].sort(
    (one, other) => (reducedCosts[other] ?? 0) - (reducedCosts[one] ?? 0) || one - other,
  );
}
