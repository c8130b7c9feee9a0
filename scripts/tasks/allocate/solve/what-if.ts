import type { Highs } from 'highs';
import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { fillByWorth } from './greedy.ts';
import { type Plan, type Problem, VALUE_SCALE, orderAt, pairAt, personAt, valueOf } from './problem.ts';
import { pairsWorth, type Relaxation } from './relaxation.ts';
import { openSearch } from './search.ts';

export interface Forced {
  readonly plan: Plan;
  readonly value: number;
}

export interface WhatIf {
  readonly relaxation: Relaxation;
  readonly seconds: number;
}

/**
 * The best plan in which these pairs are chosen; undefined when they do not fit together or time ran out. Its value
 * against the optimum is what insisting on them costs.
 */
export function bestWith(
  highs: Highs,
  problem: Problem,
  forced: readonly number[],
  whatIf: WhatIf,
): Forced | undefined {
  const first = fillByWorth(problem, forced);
  if (!first) return undefined;
  const pairs = pairsWorth(whatIf.relaxation, valueOf(problem, first));
  const all = [...new Set([...pairs, ...first])].sort((left, right) => left - right);
  const deadline = performance.now() + whatIf.seconds * 1000;
  const search = openSearch(highs, problem, all, first, {
    relaxation: whatIf.relaxation,
    deadline,
    options: { mode: 'worth', seconds: whatIf.seconds },
  });
  try {
    for (const column of search.program.columnsOf(forced)) search.program.bind(column, 1, 1);
    search.maximiseValue();
    search.run('worth');
    return search.proven ? { plan: search.plan, value: valueOf(problem, search.plan) } : undefined;
  } finally {
    search.close();
  }
}

/** Value units as the objective that people see. */
export function asObjective(value: number): number {
  return value / VALUE_SCALE;
}

/** Whether a pair's person has room for it beside what a plan gives them. */
export function hasRoomIn(problem: Problem, plan: Plan, index: number): boolean {
  const { order, person } = pairAt(problem, index);
  const works: Work[] = plan
    .map((other) => pairAt(problem, other))
    .filter((other) => other.person === person && other.order !== order)
    .map((other) => orderAt(problem, other.order));
  return canTake(personAt(problem, person), [...works, orderAt(problem, order)]);
}
