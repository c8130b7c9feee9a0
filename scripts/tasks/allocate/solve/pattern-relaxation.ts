import type { Highs } from 'highs';
import { bestPattern, type Pattern } from './best-pattern.ts';
import { envyPairs } from './envy-cuts.ts';
import { envyRows } from './envy-rows.ts';
import { type MasterAnswer, type PairRow, PatternMaster } from './pattern-master.ts';
import { envyOf, orderAt, pairAt, type Plan, type Problem, valueOf } from './problem.ts';
import type { Relaxation } from './relaxation.ts';
import type { OptimiseOptions } from './stages.ts';

/** Prices of the orders and of the rows added: with any of them, what people could gain at most bounds every plan. */
interface Prices {
  readonly orders: Float64Array;
  readonly rows: Float64Array;
}

interface Priced {
  readonly prices: Prices;
  readonly profits: Float64Array;
  readonly patterns: readonly Pattern[];
  readonly bound: number;
}

export interface PatternOptions extends Pick<OptimiseOptions, 'mode'> {
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  /** Plans to begin with; in the mode without envy one of them has none. */
  readonly plans: readonly Plan[];
  /** Seconds for a plan of the sets that were made; none is looked for without. */
  readonly wholeSeconds?: number;
  /** Now and then, what each pair is used by then and the bound: a plan near it may be better than any known. */
  readonly onShares?: (core: Relaxation['core'], bound: number) => void;
}

export interface PatternRelaxation extends Relaxation {
  /** The best plan of the sets of orders that were made, where one was asked for and found. */
  readonly whole?: Plan;
}

/** How far prices stay with those of the best bound: the master's own swing to and fro. */
const INERTIA = 0.7;
const ENOUGH = 0.5;
const ENVY_ROUNDS = 30;
const ROUNDS_TOLD = 5;

/**
 * A second relaxation in which every person works a whole set of orders that fits together, instead of parts of orders that
 * fill the hours. Its bound is mostly the best plan itself, so that hardly any pair is left to be looked at. Sets of
 * orders are made when prices call for them; each round of prices proves a bound, also when time runs out before the end.
 */
export function relaxPatterns(
  highs: Highs,
  problem: Problem,
  pairs: Relaxation,
  options: PatternOptions,
): PatternRelaxation {
  const master = new PatternMaster(highs, problem);
  try {
    for (const plan of options.plans) for (const pattern of patternsOf(problem, plan)) master.addPattern(pattern);
    for (const { pair, share } of pairs.core) if (share > 0) master.addPattern([pair]);
    const generation = new Generation(problem, master, pairs, options);
    generation.run();
    for (let round = 0; options.mode === 'no-envy' && round < ENVY_ROUNDS && generation.answer; round++) {
      const rows = envyRows(problem, generation.answer.shares);
      if (rows.length === 0 || performance.now() > options.deadline) break;
      generation.addRows(rows);
      generation.run();
    }
    const [best] = [...options.plans].sort((left, right) => valueOf(problem, right) - valueOf(problem, left));
    const relaxation = generation.relaxation(best === undefined ? 0 : valueOf(problem, best));
    const whole = wholePlan(problem, master, best ?? [], options);
    return { ...relaxation, ...(whole === undefined ? {} : { whole }) };
  } finally {
    master.dispose();
  }
}

/** Of the sets of orders that were made; without envy, its envies are cut off until it has none. */
function wholePlan(
  problem: Problem,
  master: PatternMaster,
  first: Plan,
  { mode, wholeSeconds = 0 }: PatternOptions,
): Plan | undefined {
  const end = performance.now() + wholeSeconds * 1000;
  master.beWhole();
  while (performance.now() < end) {
    const plan = master.solveWhole((end - performance.now()) / 1000, first);
    if (plan === undefined || mode === 'worth') return plan;
    const cuts = envyOf(problem, plan).map((envy) => envyPairs(problem, plan, envy));
    if (cuts.length === 0) return plan;
    for (const cut of cuts) {
      if (cut === undefined) return undefined;
      master.addPairRow(cut);
    }
  }
  return undefined;
}

function patternsOf(problem: Problem, plan: Plan): (readonly number[])[] {
  return [...Map.groupBy(plan, (pair) => pairAt(problem, pair).person).values()];
}

class Generation {
  /** Of the last master that was solved. */
  answer: MasterAnswer | undefined;
  private readonly problem: Problem;
  private readonly master: PatternMaster;
  private readonly start: Relaxation;
  private readonly deadline: number;
  private readonly onShares: PatternOptions['onShares'];
  private readonly rows: PairRow[] = [];
  private best: Priced;

  constructor(problem: Problem, master: PatternMaster, start: Relaxation, { deadline, onShares }: PatternOptions) {
    this.problem = problem;
    this.master = master;
    this.start = start;
    this.deadline = deadline;
    this.onShares = onShares;
    this.best = this.price({ orders: start.orderDuals, rows: new Float64Array() });
    for (const { pairs } of this.best.patterns) master.addPattern(pairs);
  }

  addRows(rows: readonly PairRow[]): void {
    for (const row of rows) {
      this.rows.push(row);
      this.master.addPairRow(row);
    }
    const { prices } = this.best;
    const wider = new Float64Array(this.rows.length);
    wider.set(prices.rows);
    this.best = { ...this.best, prices: { ...prices, rows: wider } };
  }

  /** Until no set of orders could improve the master. */
  run(): void {
    for (let round = 1; performance.now() < this.deadline; round++) {
      const answer = this.master.solve((this.deadline - performance.now()) / 1000);
      if (!answer) return;
      this.answer = answer;
      if (round % ROUNDS_TOLD === 0) this.onShares?.(this.core(), this.best.bound);
      if (this.best.bound - answer.objective < ENOUGH) return;
      const own = { orders: answer.orderDuals, rows: answer.rowDuals };
      const found = this.take(this.price(this.between(own)), answer) || this.take(this.price(own), answer);
      if (!found) return;
    }
  }

  /** @param least value of a plan that is known: pairs that no better plan uses are not looked at closely */
  relaxation(least: number): Relaxation {
    const { bound, prices } = this.best;
    if (bound > this.start.bound) return { ...this.start, rows: this.rows };
    const core = this.core();
    const reducedCosts = Float64Array.from(this.problem.pairs, (_pair, pair) => this.reducedCost(pair, bound - least));
    return { bound, reducedCosts, core, orderDuals: prices.orders, rows: this.rows };
  }

  private core(): Relaxation['core'] {
    const shares = this.answer?.shares ?? new Float64Array();
    return [...shares.entries()].flatMap(([pair, share]) => (share > 1e-6 ? [{ pair, share }] : []));
  }

  /** What the bound loses at least when the pair is used: the best set with it against the best of all. */
  private reducedCost(pair: number, most: number): number {
    const { profits, patterns } = this.best;
    const profit = profits[pair] ?? 0;
    if (profit < -most - 1) return profit;
    const { person } = pairAt(this.problem, pair);
    const beside = bestPattern(this.problem, person, profits, { forced: [pair] }).bound;
    return Math.min(0, profit + beside - (patterns[person]?.bound ?? 0));
  }

  /** True when a set of orders was new. */
  private take(priced: Priced, answer: MasterAnswer): boolean {
    if (priced.bound < this.best.bound) this.best = priced;
    let isNew = false;
    for (const [person, { pairs }] of priced.patterns.entries()) {
      const gain = this.gainOf(pairs, answer) - (answer.personDuals[person] ?? 0);
      if (gain > 1e-3 && this.master.addPattern(pairs)) isNew = true;
    }
    return isNew;
  }

  private gainOf(pairs: readonly number[], answer: MasterAnswer): number {
    return pairs.reduce((sum, pair) => {
      const { value, order } = pairAt(this.problem, pair);
      const byRows = this.rows.reduce(
        (gain, row, index) => gain + (row.get(pair) ?? 0) * (answer.rowDuals[index] ?? 0),
        0,
      );
      return sum + value - (answer.orderDuals[order] ?? 0) + byRows;
    }, 0);
  }

  private between({ orders, rows }: Prices): Prices {
    const blend = (known: Float64Array, own: Float64Array) =>
      own.map((price, index) => INERTIA * (known[index] ?? 0) + (1 - INERTIA) * price);
    const { prices } = this.best;
    return { orders: blend(prices.orders, orders), rows: blend(prices.rows, rows) };
  }

  private price(prices: Prices): Priced {
    const { problem } = this;
    const profits = Float64Array.from(problem.pairs, ({ value, order }) => value - (prices.orders[order] ?? 0));
    for (const [index, row] of this.rows.entries()) {
      const price = prices.rows[index] ?? 0;
      if (price > 0) for (const [pair, factor] of row) profits[pair] = (profits[pair] ?? 0) + price * factor;
    }
    const patterns = problem.people.map((_person, person) => bestPattern(problem, person, profits));
    const paid = prices.orders.reduce((sum, price, order) => sum + price * orderAt(problem, order).headcount, 0);
    const owed = prices.rows.reduce((sum, price) => sum + price, 0);
    return { prices, profits, patterns, bound: patterns.reduce((sum, { bound }) => sum + bound, paid - owed) };
  }
}
