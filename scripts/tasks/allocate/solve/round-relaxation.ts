import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { orderAt, pairAt, personAt, type Plan, type Problem } from './problem.ts';
import type { Relaxation } from './relaxation.ts';

/** A plan near the relaxation: the pairs it used most come first, then whatever still fits, the most valuable first. */
export function roundRelaxation(problem: Problem, core: Relaxation['core']): Plan {
  const ranked = [...core].sort(
    (left, right) =>
      right.share - left.share ||
      pairAt(problem, right.pair).value - pairAt(problem, left.pair).value ||
      left.pair - right.pair,
  );
  const works: Work[][] = problem.people.map(() => []);
  const teams: number[][] = problem.orders.map(() => []);
  for (const { pair } of ranked) {
    const { order, person } = pairAt(problem, pair);
    const team = teams[order] ?? [];
    const work = orderAt(problem, order);
    if (team.length >= work.headcount || !canTake(personAt(problem, person), [...(works[person] ?? []), work]))
      continue;
    team.push(pair);
    works[person]?.push(work);
  }
  // A team that is not complete serves nobody.
  const whole = teams.filter((team, order) => team.length === orderAt(problem, order).headcount);
  return whole.flat().sort((left, right) => left - right);
}
