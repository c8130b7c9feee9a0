import { canTake } from '../../../model/dispatch/schedule.ts';
import type { PairRow } from './pattern-master.ts';
import { orderAt, pairAt, personAt, type Problem } from './problem.ts';

/** Σ factor × pair + team × (whether the team serves) + weight × (whether the order has envy) ≥ least. */
export interface StandingRow {
  readonly order: number;
  readonly row: PairRow;
  readonly team: number;
  readonly weight: number;
  readonly least: number;
}

/**
 * What keeps orders from envy, whatever the plan: to be served as well as each person would, or orders of equal or higher
 * worth with that person. People who have room in any plan over these pairs need no such orders: who would serve no
 * better than one of them says nothing more. Sets of people for a team that nobody serves are left to be found.
 */
export function standingRows(problem: Problem, kept: readonly number[]): StandingRow[] {
  const isKept = new Set(kept);
  return problem.orders.flatMap(({ headcount }, order) => {
    const pairs = [...(problem.pairsOfOrder[order] ?? [])].sort(
      (left, right) => pairAt(problem, right).service - pairAt(problem, left).service || left - right,
    );
    const persons = pairs.map((pair) => ({ pair, rivals: rivalsOf(problem, order, pair, isKept) }));
    return headcount > 1 ? teamRows(problem, order, persons, isKept) : orderRows(problem, order, persons, isKept);
  });
}

interface Person {
  readonly pair: number;
  /** Kept pairs that could take the person's room; none when all of them together leave enough. */
  readonly rivals: readonly number[];
}

function orderRows(problem: Problem, order: number, persons: readonly Person[], kept: ReadonlySet<number>) {
  const serviceOf = ({ pair }: Person): number => pairAt(problem, pair).service;
  const free = persons.find(({ rivals }) => rivals.length === 0);
  const better = persons.filter((one) => free === undefined || one === free || serviceOf(one) > serviceOf(free));
  return better.map((one): StandingRow => {
    const asGood = persons.filter((other) => kept.has(other.pair) && serviceOf(other) >= serviceOf(one));
    const row = new Map([...asGood.map(({ pair }) => pair), ...one.rivals].map((pair) => [pair, 1]));
    return { order, row, team: 0, weight: 1, least: 1 };
  });
}

/** A team that serves: nobody in it is worse than somebody with room beside it. One that does not: enough have no room. */
function teamRows(problem: Problem, order: number, persons: readonly Person[], kept: ReadonlySet<number>) {
  const { headcount } = orderAt(problem, order);
  const serviceOf = ({ pair }: Person): number => pairAt(problem, pair).service;
  const rows: StandingRow[] = [];
  if (persons.filter(({ rivals }) => rivals.length === 0).length >= headcount)
    rows.push({ order, row: new Map(), team: 1, weight: 1, least: 1 });
  for (const one of persons) {
    const row = new Map(one.rivals.map((rival) => [rival, headcount]));
    for (const other of persons) if (kept.has(other.pair) && serviceOf(other) >= serviceOf(one)) row.set(other.pair, 1);
    if (kept.has(one.pair)) row.set(one.pair, headcount);
    rows.push({ order, row, team: -headcount, weight: headcount, least: 0 });
    // Free in every plan, and never of the team: whoever is worse says less.
    if (one.rivals.length === 0 && !kept.has(one.pair)) break;
  }
  return rows;
}

function rivalsOf(problem: Problem, order: number, pair: number, kept: ReadonlySet<number>): number[] {
  const { person } = pairAt(problem, pair);
  const asked = orderAt(problem, order);
  const rivals = (problem.pairsOfPerson[person] ?? []).filter((one) => {
    const rival = pairAt(problem, one).order;
    return kept.has(one) && rival !== order && orderAt(problem, rival).worth >= asked.worth;
  });
  const works = rivals.map((one) => orderAt(problem, pairAt(problem, one).order));
  return canTake(personAt(problem, person), [...works, asked]) ? [] : rivals;
}
