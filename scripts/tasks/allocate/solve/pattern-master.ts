import type { Highs, Model } from 'highs';
import { pairAt, type Problem, valueOf } from './problem.ts';

/** At least one of the pairs' factors must be met: Σ factor × pair ≥ 1. */
export type PairRow = ReadonlyMap<number, number>;

export interface MasterAnswer {
  readonly objective: number;
  /** Of the orders, ≥ 0. */
  readonly orderDuals: Float64Array;
  /** Of the people, ≥ 0. */
  readonly personDuals: Float64Array;
  /** Of the rows added, ≥ 0. */
  readonly rowDuals: Float64Array;
  /** How much of each pair is used. */
  readonly shares: Float64Array;
}

/** The linear program over whole patterns: each person works one of them, each order takes as many people as it needs. */
export class PatternMaster {
  private readonly model: Model;
  private readonly problem: Problem;
  private readonly highs: Highs;
  private readonly patterns: (readonly number[])[] = [];
  private readonly known = new Set<string>();
  private readonly rows: PairRow[] = [];

  constructor(highs: Highs, problem: Problem) {
    this.highs = highs;
    this.problem = problem;
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, random_seed: 1 });
    this.model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
    for (const { headcount } of problem.orders) this.addRow(headcount);
    for (const _person of problem.people) this.addRow(1);
  }

  /** False when it is there already. */
  addPattern(pairs: readonly number[]): boolean {
    const [first] = pairs;
    if (first === undefined) return false;
    const sorted = [...pairs].sort((left, right) => left - right);
    const key = sorted.join();
    if (this.known.has(key)) return false;
    this.known.add(key);
    this.patterns.push(sorted);
    const offset = this.problem.orders.length;
    const entries = new Map(sorted.map((pair) => [pairAt(this.problem, pair).order, 1]));
    entries.set(offset + pairAt(this.problem, first).person, 1);
    for (const [index, row] of this.rows.entries()) {
      const factor = factorOf(row, sorted);
      if (factor !== 0) entries.set(offset + this.problem.people.length + index, -factor);
    }
    this.model.addCol(valueOf(this.problem, sorted), 0, this.highs.infinity, {
      indices: [...entries.keys()],
      values: [...entries.values()],
    });
    return true;
  }

  addPairRow(row: PairRow): void {
    this.rows.push(row);
    const entries = this.patterns.flatMap((pairs, column) => {
      const factor = factorOf(row, pairs);
      return factor === 0 ? [] : [[column, -factor] as const];
    });
    this.model.addRow(-this.highs.infinity, -1, {
      indices: entries.map(([column]) => column),
      values: entries.map(([, factor]) => factor),
    });
  }

  /** Undefined when the rows leave no plan of the patterns there are, or time ran out. */
  solve(seconds: number): MasterAnswer | undefined {
    this.model.options.set('time_limit', this.model.getRunTime() + Math.max(0.05, seconds));
    this.model.run();
    if (this.model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return undefined;
    const { colValue, rowDual } = this.model.getSolution();
    const shares = new Float64Array(this.problem.pairs.length);
    for (const [column, pairs] of this.patterns.entries())
      for (const pair of pairs) shares[pair] = (shares[pair] ?? 0) + (colValue[column] ?? 0);
    const people = this.problem.orders.length;
    const rows = people + this.problem.people.length;
    const duals = rowDual.map((dual) => Math.max(0, dual));
    return {
      objective: this.model.getObjectiveValue(),
      orderDuals: duals.slice(0, people),
      personDuals: duals.slice(people, rows),
      rowDuals: duals.slice(rows),
      shares,
    };
  }

  dispose(): void {
    this.model.dispose();
  }

  private addRow(upper: number): void {
    this.model.addRow(-this.highs.infinity, upper, { indices: [], values: [] });
  }
}

function factorOf(row: PairRow, pairs: readonly number[]): number {
  return pairs.reduce((sum, pair) => sum + (row.get(pair) ?? 0), 0);
}
