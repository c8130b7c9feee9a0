import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { orderAt, pairAt, personAt, type Plan, type Problem } from './problem.ts';

/**
 * Orders by worth, each taking the best people that are still free. It is the plan one would make by hand, the first
 * plan the solver has to beat, and (ranked by service) a plan without justified envy.
 */
export function greedyPlan(problem: Problem, rankBy: 'value' | 'service' = 'value'): Plan {
  return fill(problem, [], rankBy) ?? [];
}

/** The plan made by hand around pairs that are settled; undefined when these do not fit together. */
export function fillByWorth(problem: Problem, settled: readonly number[]): Plan | undefined {
  return fill(problem, settled, 'value');
}

function fill(problem: Problem, settled: readonly number[], rankBy: 'value' | 'service'): Plan | undefined {
  const works: Work[][] = problem.people.map(() => []);
  const left = problem.people.map(({ freeHours }) => freeHours.reduce((sum, hours) => sum + hours, 0));
  const plan: number[] = [];
  const take = (pair: number): void => {
    works[pairAt(problem, pair).person]?.push(orderAt(problem, pairAt(problem, pair).order));
    const { order, person } = pairAt(problem, pair);
    left[person] = (left[person] ?? 0) - orderAt(problem, order).hours;
    plan.push(pair);
  };
  for (const pair of settled) {
    if (!hasRoom(problem, works, pair)) return undefined;
    take(pair);
  }
  // The rest of a settled team comes before anybody else takes its people.
  const begun = new Set(settled.map((pair) => pairAt(problem, pair).order));
  for (const order of [...begun, ...ordersByWorth(problem).filter((one) => !begun.has(one))]) {
    const open =
      orderAt(problem, order).headcount - settled.filter((pair) => pairAt(problem, pair).order === order).length;
    const fitting: number[] = [];
    for (const pair of rankedPairs(problem, order, rankBy)) {
      if (fitting.length === open) break;
      // Of thousands of orders most find a person full: that is seen without laying out all of the person's weeks.
      if ((left[pairAt(problem, pair).person] ?? 0) < orderAt(problem, order).hours) continue;
      if (!settled.includes(pair) && hasRoom(problem, works, pair)) fitting.push(pair);
    }
    if (fitting.length === open) fitting.forEach(take);
    else if (begun.has(order)) return undefined;
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
