import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { orderAt, pairAt, personAt, type Plan, type Problem } from './problem.ts';

/**
 * Orders by worth, each taking the best people that are still free. It is the plan one would make by hand, the first
 * plan the solver has to beat, and (ranked by service) a plan without justified envy.
 */
export function greedyPlan(problem: Problem, rankBy: 'value' | 'service' = 'value'): Plan {
  const works: Work[][] = problem.people.map(() => []);
  const plan: number[] = [];
  for (const order of ordersByWorth(problem)) {
    const { headcount } = orderAt(problem, order);
    const fitting = rankedPairs(problem, order, rankBy).filter((pair) => hasRoom(problem, works, pair));
    if (fitting.length < headcount) continue;
    for (const pair of fitting.slice(0, headcount)) {
      works[pairAt(problem, pair).person]?.push(orderAt(problem, order));
      plan.push(pair);
    }
  }
  return plan.sort((left, right) => left - right);
}

function ordersByWorth(problem: Problem): number[] {
  return problem.orders
    .map((order, index) => ({ order, index }))
    .sort(
      (left, right) =>
        right.order.worth - left.order.worth ||
        left.order.submittedAt.localeCompare(right.order.submittedAt) ||
        left.index - right.index,
    )
    .map(({ index }) => index);
}

function rankedPairs(problem: Problem, order: number, rankBy: 'value' | 'service'): number[] {
  return [...(problem.pairsOfOrder[order] ?? [])].sort((left, right) => {
    const [one, other] = [pairAt(problem, left), pairAt(problem, right)];
    const byRank = rankBy === 'service' ? other.service - one.service : 0;
    return byRank || other.value - one.value || one.cost - other.cost || left - right;
  });
}

/** Whether a pair's order still fits beside the works that its person has. */
function hasRoom(problem: Problem, works: readonly (readonly Work[])[], index: number): boolean {
  const pair = pairAt(problem, index);
  return canTake(personAt(problem, pair.person), [...(works[pair.person] ?? []), orderAt(problem, pair.order)]);
}
