import type { Problem } from './problem.ts';
import type { Relaxation } from './relaxation.ts';

/** Rounds without a better bound after which the steps get shorter. */
const PATIENCE = 12;
const SHORTEST = 1e-3;
const MOST_ROUNDS = 2_000;

/**
 * A bound by prices alone: each person's week has a price per hour, each order takes the people who leave it most, and what
 * weeks would earn when sold out is added. Any prices bound every plan; they are raised where a week is asked for too much
 * and lowered where it is not, until the time is over. It holds nothing but numbers, so it does for ten thousand orders, of
 * which a linear program cannot even be built in the time.
 * @param least value of a plan that is known
 * @param deadline on the clock of `performance.now()`
 */
export function priceWeeks(problem: Problem, least: number, deadline: number): Relaxation {
  const market = new Market(problem);
  let best = market.ask();
  let kept = Float64Array.from(market.prices);
  let [step, stale] = [1, 0];
  for (let round = 0; round < MOST_ROUNDS && step > SHORTEST && performance.now() < deadline; round++) {
    const answer = round === 0 ? best : market.ask();
    if (answer.bound < best.bound - 1e-6) {
      best = answer;
      kept = Float64Array.from(market.prices);
      stale = 0;
    } else if (++stale > PATIENCE) {
      [step, stale] = [step / 2, 0];
      market.prices.set(kept);
      market.move(best, (step * (best.bound - least)) / Math.max(1, best.size));
      continue;
    }
    if (best.bound - least < 0.5 || answer.size === 0) break;
    market.move(answer, (step * (answer.bound - least)) / answer.size);
  }
  market.prices.set(kept);
  return market.relaxation();
}

interface MarketAnswer {
  readonly bound: number;
  /** Hours that are free less hours asked for, by person and week. */
  readonly slack: Float64Array;
  /** Σ slack². */
  readonly size: number;
}

class Market {
  /** By person and week, per hour. */
  readonly prices: Float64Array;
  private readonly problem: Problem;
  private readonly weeks: number;
  private readonly free: Float64Array;
  private readonly hours: Float64Array;
  private readonly heads: Uint32Array;
  private readonly firstWeeks: Uint32Array;
  private readonly lastWeeks: Uint32Array;
  private readonly values: Float64Array;
  private readonly persons: Uint32Array;
  private readonly orders: Uint32Array;
  private readonly profits: Float64Array;

  constructor(problem: Problem) {
    const { orders, people, pairs } = problem;
    this.problem = problem;
    this.weeks = people.reduce((most, { freeHours }) => Math.max(most, freeHours.length), 1);
    this.free = new Float64Array(people.length * this.weeks);
    for (const [person, { freeHours }] of people.entries()) this.free.set(freeHours, person * this.weeks);
    this.prices = new Float64Array(this.free.length);
    this.hours = Float64Array.from(orders, (order) => order.hours);
    this.heads = Uint32Array.from(orders, (order) => order.headcount);
    this.firstWeeks = Uint32Array.from(orders, (order) => Math.min(order.firstWeek, this.weeks - 1));
    this.lastWeeks = Uint32Array.from(orders, (order) => Math.min(order.lastWeek, this.weeks - 1));
    this.values = Float64Array.from(pairs, (pair) => pair.value);
    this.persons = Uint32Array.from(pairs, (pair) => pair.person);
    this.orders = Uint32Array.from(pairs, (pair) => pair.order);
    this.profits = new Float64Array(pairs.length);
  }

  ask(): MarketAnswer {
    this.priceAll();
    const slack = Float64Array.from(this.free);
    let bound = this.prices.reduce((sum, price, index) => sum + price * (this.free[index] ?? 0), 0);
    for (const [order, pairs] of this.problem.pairsOfOrder.entries()) {
      const team = this.bestTeam(order, pairs);
      if (team.profit <= 0) continue;
      bound += team.profit;
      for (const pair of team.pairs) {
        const place = this.cheapest(this.persons[pair] ?? 0, order);
        slack[place] = (slack[place] ?? 0) - (this.hours[order] ?? 0);
      }
    }
    // A week that costs nothing and has room stays as it is.
    for (const [place, left] of slack.entries()) if (left > 0 && this.prices[place] === 0) slack[place] = 0;
    return { bound, slack, size: slack.reduce((sum, left) => sum + left * left, 0) };
  }

  move({ slack }: MarketAnswer, step: number): void {
    for (const [place, left] of slack.entries())
      this.prices[place] = Math.max(0, (this.prices[place] ?? 0) - step * left);
  }

  relaxation(): Relaxation {
    const { bound } = this.ask();
    const { problem } = this;
    const orderDuals = new Float64Array(problem.orders.length);
    const core: { pair: number; share: number }[] = [];
    for (const [order, pairs] of problem.pairsOfOrder.entries()) {
      const team = this.bestTeam(order, pairs);
      if (team.profit <= 0) continue;
      orderDuals[order] = team.profit / (this.heads[order] ?? 1);
      for (const pair of team.pairs) core.push({ pair, share: 1 });
    }
    return { bound, reducedCosts: this.reducedCosts(), core, orderDuals, rows: [] };
  }

  /** What the bound loses at least when a pair is used: the best team with it against the best of all, or nobody. */
  private reducedCosts(): Float64Array {
    const reduced = new Float64Array(this.profits.length);
    for (const [order, pairs] of this.problem.pairsOfOrder.entries()) {
      const { pairs: team, profit } = this.bestTeam(order, pairs);
      const worst = team.at(-1);
      const beside = team.slice(0, -1).reduce((sum, pair) => sum + (this.profits[pair] ?? 0), 0);
      for (const pair of pairs) {
        const isOfTeam = team.includes(pair);
        const withPair = isOfTeam ? beside + (this.profits[worst ?? pair] ?? 0) : beside + (this.profits[pair] ?? 0);
        reduced[pair] = Math.min(0, withPair - Math.max(0, profit));
      }
    }
    return reduced;
  }

  private priceAll(): void {
    const { weeks, prices } = this;
    for (let pair = 0; pair < this.profits.length; pair++) {
      const order = this.orders[pair] ?? 0;
      const start = (this.persons[pair] ?? 0) * weeks;
      let price = Infinity;
      for (let week = this.firstWeeks[order] ?? 0; week <= (this.lastWeeks[order] ?? 0); week++)
        price = Math.min(price, prices[start + week] ?? 0);
      this.profits[pair] = (this.values[pair] ?? 0) - price * (this.hours[order] ?? 0);
    }
  }

  /** As many as the order wants, the most profitable first; fewer leave it unserved. */
  private bestTeam(order: number, pairs: readonly number[]): { pairs: readonly number[]; profit: number } {
    const heads = this.heads[order] ?? 1;
    if (pairs.length < heads) return { pairs: [], profit: 0 };
    const team: number[] = [];
    for (const pair of pairs) {
      const profit = this.profits[pair] ?? 0;
      if (team.length === heads && profit <= (this.profits[team[heads - 1] ?? 0] ?? 0)) continue;
      let place = Math.min(team.length, heads - 1);
      for (; place > 0 && (this.profits[team[place - 1] ?? 0] ?? 0) < profit; place--)
        team[place] = team[place - 1] ?? 0;
      team[place] = pair;
    }
    return { pairs: team, profit: team.reduce((sum, pair) => sum + (this.profits[pair] ?? 0), 0) };
  }

  private cheapest(person: number, order: number): number {
    let best = person * this.weeks + (this.firstWeeks[order] ?? 0);
    for (let week = this.firstWeeks[order] ?? 0; week <= (this.lastWeeks[order] ?? 0); week++) {
      const place = person * this.weeks + week;
      if ((this.prices[place] ?? 0) < (this.prices[best] ?? 0)) best = place;
    }
    return best;
  }
}
