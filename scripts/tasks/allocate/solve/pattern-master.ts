import type { Highs, Model } from 'highs';
import { pairAt, type Plan, type Problem, valueOf } from './problem.ts';

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
  /** Column of each pattern, by its pairs. */
  private readonly known = new Map<string, number>();
  private readonly rows: PairRow[] = [];
  /** Column that says whether an order of several people is served, once patterns are whole. */
  private readonly teams = new Map<number, number>();

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
    const key = keyOf(sorted);
    if (this.known.has(key)) return false;
    this.known.set(key, this.patterns.length);
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

  /** From now on a person works a pattern whole or not at all, and so are teams served; no pattern comes after it. */
  beWhole(): void {
    for (const [order, { headcount }] of this.problem.orders.entries()) {
      if (headcount === 1) continue;
      this.model.changeRowBounds(order, 0, 0);
      this.model.addCol(0, 0, 1, { indices: [order], values: [-headcount] });
      this.teams.set(order, this.patterns.length + this.teams.size);
    }
    const columns = this.patterns.length + this.teams.size;
    const whole = new Int32Array(columns).fill(this.highs.constants.variableType.integer);
    if (columns > 0) this.model.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, whole);
  }

  /** The best plan made of the patterns that there are; undefined when none was found in time. @param first a plan to start from */
  solveWhole(seconds: number, first: Plan): Plan | undefined {
    const served = new Set(first.map((pair) => pairAt(this.problem, pair).order));
    const teams = [...this.teams].flatMap(([order, column]) => (served.has(order) ? [column] : []));
    const start = [...this.columnsOf(first), ...teams];
    this.model.setSolution({ indices: start, values: start.map(() => 1) });
    this.model.options.set('time_limit', this.model.getRunTime() + Math.max(0.05, seconds));
    this.model.run();
    const { solutionStatus } = this.highs.constants;
    if (Number(this.model.info.get('primal_solution_status')) !== solutionStatus.feasible) return undefined;
    const { colValue } = this.model.getSolution();
    const chosen = this.patterns.flatMap((pairs, column) => ((colValue[column] ?? 0) > 0.5 ? pairs : []));
    return chosen.sort((left, right) => left - right);
  }

  dispose(): void {
    this.model.dispose();
  }

  /** Columns of the patterns that make up a plan, as far as they are there. */
  private columnsOf(plan: Plan): number[] {
    const byPerson = Map.groupBy(plan, (pair) => pairAt(this.problem, pair).person);
    return [...byPerson.values()].flatMap((pairs) => this.known.get(keyOf(pairs)) ?? []);
  }

  private addRow(upper: number): void {
    this.model.addRow(-this.highs.infinity, upper, { indices: [], values: [] });
  }
}

function factorOf(row: PairRow, pairs: readonly number[]): number {
  return pairs.reduce((sum, pair) => sum + (row.get(pair) ?? 0), 0);
}

function keyOf(pairs: readonly number[]): string {
  return [...pairs].sort((left, right) => left - right).join();
}
