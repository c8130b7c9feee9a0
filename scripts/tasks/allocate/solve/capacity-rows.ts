import { orderAt, pairAt, personAt, type Problem } from './problem.ts';

/** Hours of one person's pairs that lie within a span of weeks never exceed what is free in it. */
export interface CapacityRow {
  readonly person: number;
  readonly pairs: readonly number[];
  readonly hours: number;
}

/**
 * A person's works fit their windows exactly when, for every span of weeks, the works that lie wholly within it fit its
 * free hours. Only spans that begin with a window and end with one matter, and of those only what could be overfilled:
 * whole orders stay the only variables, and no week needs one of its own.
 */
export function capacityRows(problem: Problem): CapacityRow[] {
  return problem.people.flatMap((_person, person) => [...spanRows(problem, person), ...limitRow(problem, person)]);
}

function spanRows(problem: Problem, person: number): CapacityRow[] {
  const pairs = problem.pairsOfPerson[person] ?? [];
  const { freeHours } = personAt(problem, person);
  const windowOf = (pair: number) => orderAt(problem, pairAt(problem, pair).order);
  const firsts = [...new Set(pairs.map((pair) => windowOf(pair).firstWeek))];
  const lasts = [...new Set(pairs.map((pair) => windowOf(pair).lastWeek))];
  const rows = new Map<string, CapacityRow>();
  for (const first of firsts)
    for (const last of lasts) {
      if (last < first) continue;
      const inside = pairs.filter((pair) => windowOf(pair).firstWeek >= first && windowOf(pair).lastWeek <= last);
      const hours = freeHours.slice(first, last + 1).reduce((sum, free) => sum + free, 0);
      if (hoursOf(problem, inside) <= hours) continue;
      // The same works within a shorter span have less room: that row says it all.
      const key = inside.join();
      const known = rows.get(key);
      if (!known || known.hours > hours) rows.set(key, { person, pairs: inside, hours });
    }
  return [...rows.values()];
}

function limitRow(problem: Problem, person: number): CapacityRow[] {
  const hours = personAt(problem, person).hoursLimit;
  const pairs = problem.pairsOfPerson[person] ?? [];
  return hours === undefined || hoursOf(problem, pairs) <= hours ? [] : [{ person, pairs, hours }];
}

function hoursOf(problem: Problem, pairs: readonly number[]): number {
  return pairs.reduce((sum, pair) => sum + orderAt(problem, pairAt(problem, pair).order).hours, 0);
}
