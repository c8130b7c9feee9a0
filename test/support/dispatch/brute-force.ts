import { canTake } from '../../../scripts/model/dispatch/schedule.ts';
import {
  type Plan,
  type Problem,
  envyOf,
  orderAt,
  pairAt,
  personAt,
  valueOf,
} from '../../../scripts/tasks/allocate/solve/problem.ts';

/** Worth (highest first), envious orders, cost: what plans are compared by, in this order. */
export type Verdict = readonly [value: number, envy: number, cost: number];

/** Every plan there is, one after the other: the answer that needs no cleverness to be right. */
export function bruteForce(problem: Problem, mode: 'worth' | 'no-envy'): Verdict {
  let best: Verdict = [-1, 0, 0];
  for (const plan of plansFrom(problem, 0, [])) {
    if (valueOf(problem, plan) < best[0]) continue;
    const verdict = verdictOf(problem, plan);
    if (mode === 'no-envy' && verdict[1] > 0) continue;
    if (isBetter(verdict, best)) best = verdict;
  }
  return best;
}

export function verdictOf(problem: Problem, plan: Plan): Verdict {
  const cost = plan.reduce((sum, pair) => sum + pairAt(problem, pair).cost, 0);
  return [valueOf(problem, plan), envyOf(problem, plan).length, cost];
}

function isBetter(left: Verdict, right: Verdict): boolean {
  return left[0] !== right[0] ? left[0] > right[0] : left[1] !== right[1] ? left[1] < right[1] : left[2] < right[2];
}

/** Order by order: nobody, or each set of its people that still has room. */
function* plansFrom(problem: Problem, order: number, plan: readonly number[]): Generator<Plan> {
  if (order === problem.orders.length) {
    yield plan;
    return;
  }
  yield* plansFrom(problem, order + 1, plan);
  for (const team of teams(problem.pairsOfOrder[order] ?? [], orderAt(problem, order).headcount))
    if (team.every((pair) => fits(problem, plan, pair))) yield* plansFrom(problem, order + 1, [...plan, ...team]);
}

function* teams(pairs: readonly number[], size: number): Generator<readonly number[]> {
  if (size === 0) yield [];
  else
    for (const [index, pair] of pairs.entries())
      for (const rest of teams(pairs.slice(index + 1), size - 1)) yield [pair, ...rest];
}

function fits(problem: Problem, plan: Plan, index: number): boolean {
  const pair = pairAt(problem, index);
  const mine = plan.filter((other) => pairAt(problem, other).person === pair.person);
  const works = [...mine, index].map((one) => orderAt(problem, pairAt(problem, one).order));
  return canTake(personAt(problem, pair.person), works);
}
