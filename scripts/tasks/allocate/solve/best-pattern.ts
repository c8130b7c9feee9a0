import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { orderAt, pairAt, personAt, type Problem } from './problem.ts';

/** Orders that one person could serve together, as pairs. */
export interface Pattern {
  readonly pairs: readonly number[];
  readonly profit: number;
  /** No pattern of the person has more; above the profit only when the search for a better one was cut short. */
  readonly bound: number;
}

/** Steps after which a search ends with what it has; the bound stays true. */
const MOST_STEPS = 20_000;
const TOLERANCE = 1e-6;

interface Item {
  readonly pair: number;
  readonly profit: number;
  readonly work: Work;
}

export interface PatternOptions {
  /** Pairs that are taken in any case; their own profit is not counted. */
  readonly forced?: readonly number[];
  /** Steps after which the search ends with what it has. */
  readonly steps?: number;
}

/**
 * The most profitable orders that fit a person together, by branch and bound over those with a profit.
 * @param profits by pair
 */
export function bestPattern(
  problem: Problem,
  person: number,
  profits: Float64Array,
  { forced = [], steps = MOST_STEPS }: PatternOptions = {},
): Pattern {
  const { freeHours, hoursLimit = Infinity } = personAt(problem, person);
  const given = forced.map((pair) => orderAt(problem, pairAt(problem, pair).order));
  const free = Math.min(
    hoursLimit,
    freeHours.reduce((sum, hours) => sum + hours, 0),
  );
  const room = free - given.reduce((sum, work) => sum + work.hours, 0);
  const fits = (works: readonly Work[]) => canTake(personAt(problem, person), works);
  const search = new PatternSearch(itemsOf(problem, person, profits, forced, room), given, { fits, steps });
  return search.run(room);
}

function itemsOf(
  problem: Problem,
  person: number,
  profits: Float64Array,
  forced: readonly number[],
  room: number,
): Item[] {
  const items: Item[] = [];
  for (const pair of problem.pairsOfPerson[person] ?? []) {
    const profit = profits[pair] ?? 0;
    if (profit <= TOLERANCE || forced.includes(pair)) continue;
    const work = orderAt(problem, pairAt(problem, pair).order);
    if (work.hours <= room) items.push({ pair, profit, work });
  }
  // The most profit per hour first: then the room left, filled in that order, bounds what may still come.
  return items.sort((left, right) => right.profit / right.work.hours - left.profit / left.work.hours);
}

class PatternSearch {
  private readonly items: readonly Item[];
  private readonly works: Work[];
  private readonly chosen: number[] = [];
  private readonly fits: (works: readonly Work[]) => boolean;
  private readonly mostSteps: number;
  private best = { profit: 0, pairs: [] as readonly number[] };
  private steps = 0;

  constructor(
    items: readonly Item[],
    given: readonly Work[],
    { fits, steps }: { readonly fits: (works: readonly Work[]) => boolean; readonly steps: number },
  ) {
    this.items = items;
    this.works = [...given];
    this.fits = fits;
    this.mostSteps = steps;
  }

  run(room: number): Pattern {
    this.extend(0, 0, room);
    const { profit, pairs } = this.best;
    return { profit, pairs, bound: this.steps > this.mostSteps ? this.most(0, room) : profit };
  }

  private extend(from: number, profit: number, room: number): void {
    if (profit > this.best.profit) this.best = { profit, pairs: [...this.chosen] };
    for (let index = from; index < this.items.length; index++) {
      if (++this.steps > this.mostSteps || profit + this.most(index, room) <= this.best.profit + TOLERANCE) return;
      const item = this.items[index];
      if (!item || item.work.hours > room) continue;
      this.works.push(item.work);
      if (this.fits(this.works)) {
        this.chosen.push(item.pair);
        this.extend(index + 1, profit + item.profit, room - item.work.hours);
        this.chosen.pop();
      }
      this.works.pop();
    }
  }

  /** The rest of the items in their order until the room is full, the last one in part. */
  private most(from: number, room: number): number {
    let profit = 0;
    for (let index = from, left = room; index < this.items.length && left > 0; index++) {
      const item = this.items[index];
      if (!item) continue;
      profit += item.profit * Math.min(1, left / item.work.hours);
      left -= item.work.hours;
    }
    return profit;
  }
}
