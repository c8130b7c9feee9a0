import type { Highs, Model } from 'highs';
import { type CapacityRow, capacityRows } from './capacity-rows.ts';
import type { PairRow } from './pattern-master.ts';
import { orderAt, pairAt, type Plan, type Problem } from './problem.ts';

/** A linear row over the program's columns. */
export interface Row {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

export interface PairRowOptions {
  readonly least?: number;
  /** Columns that are no pairs, with their factors. */
  readonly others?: readonly (readonly [column: number, factor: number])[];
}

export interface RunOptions {
  /** Seconds this run may take. */
  readonly seconds: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Column values of each better solution as it is found. */
  readonly onImproved?: (values: Float64Array) => void;
}

/** Bounds of the running objective, in its own units. */
export interface RunProgress {
  readonly best: number;
  readonly bound: number;
}

export interface RunOutcome {
  readonly status: 'optimal' | 'time-limit' | 'infeasible';
  /** Column values; empty when nothing was found. */
  readonly values: readonly number[];
  readonly objective: number;
  /** The proven bound on the objective. */
  readonly bound: number;
}

/**
 * The integer program over some of a problem's pairs, kept in the solver so that rows can be added and another objective
 * asked. Columns: the pairs in the order given, then one for each order that wants several people (it is served whole or
 * not at all), then whatever is added.
 */
export class Program {
  readonly pairs: readonly number[];
  /** Column of each pair of the problem that is part of the program. */
  readonly columnOf: ReadonlyMap<number, number>;
  /** Column that says whether an order of several people is served, by order. */
  readonly teamColumns: ReadonlyMap<number, number>;
  /** Row of each order; an order without pairs has none. */
  readonly orderRows: ReadonlyMap<number, number>;
  readonly capacity: readonly { readonly row: number; readonly of: CapacityRow }[];
  private readonly model: Model;
  private readonly highs: Highs;
  private columns: number;
  private rows = 0;
  private readonly firstAdded: number;
  private readonly wholeAdded: number[] = [];

  constructor(highs: Highs, problem: Problem, pairs: readonly number[]) {
    this.highs = highs;
    this.pairs = pairs;
    this.columnOf = new Map(pairs.map((pair, column) => [pair, column]));
    const teams = problem.orders.flatMap((order, index) => (order.headcount > 1 ? [index] : []));
    this.teamColumns = new Map(teams.map((order, index) => [order, pairs.length + index]));
    this.columns = pairs.length + teams.length;
    this.firstAdded = this.columns;
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.49 });
    this.model.addVars(new Float64Array(this.columns), new Float64Array(this.columns).fill(1));
    this.orderRows = this.addOrders(problem);
    this.capacity = this.addCapacity(problem);
  }

  get columnCount(): number {
    return this.columns;
  }

  columnsOf(pairs: readonly number[]): number[] {
    return pairs.flatMap((pair) => this.columnOf.get(pair) ?? []);
  }

  /** A further row; returns its index. */
  add({ columns, factors, lower, upper }: Row): number {
    this.model.addRow(lower, upper, { indices: [...columns], values: [...factors] });
    return this.rows++;
  }

  /** A row over pairs of the problem; those that are no part of the program count nothing. */
  addPairRow(row: PairRow, { least = 1, others = [] }: PairRowOptions = {}): void {
    const kept = [...row].flatMap(([pair, factor]) => {
      const column = this.columnOf.get(pair);
      return column === undefined ? [] : [[column, factor] as const];
    });
    const all = [...kept, ...others.filter(([, factor]) => factor !== 0)];
    this.add({
      columns: all.map(([column]) => column),
      factors: all.map(([, factor]) => factor),
      lower: least,
      upper: this.highs.infinity,
    });
  }

  /** A further column; returns its index. */
  addColumn(lower: number, upper: number, { whole = false } = {}): number {
    this.model.addVar(lower, upper);
    if (whole) this.wholeAdded.push(this.columns);
    return this.columns++;
  }

  bind(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, upper);
  }

  /** Costs not given are zero. */
  setObjective(sense: 'maximise' | 'minimise', costs: ReadonlyMap<number, number>): void {
    const all = new Float64Array(this.columns);
    for (const [column, cost] of costs) all[column] = cost;
    this.model.changeColsCost({ kind: 'range', from: 0, to: this.columns - 1 }, all);
    const { objectiveSense } = this.highs.constants;
    this.model.changeObjectiveSense(sense === 'maximise' ? objectiveSense.maximize : objectiveSense.minimize);
  }

  /** Gives the solver a plan to start from. */
  suggest(plan: Plan): void {
    const columns = this.columnsOf(plan);
    this.model.setSolution({ indices: columns, values: columns.map(() => 1) });
  }

  /** Solves with every pair a yes or no; added columns may be fractions unless they are to be whole. */
  run({ seconds, onProgress, onImproved }: RunOptions): RunOutcome {
    const { variableType, callbackType } = this.highs.constants;
    const whole = new Int32Array(this.firstAdded).fill(variableType.integer);
    this.model.changeColsIntegrality({ kind: 'range', from: 0, to: this.firstAdded - 1 }, whole);
    for (const column of this.wholeAdded) this.model.changeColIntegrality(column, variableType.integer);
    this.model.options.set('time_limit', this.model.getRunTime() + Math.max(0.05, seconds));
    this.model.run({
      [callbackType.mipImprovingSolution]: (event) => {
        if (event.data.mip_solution) onImproved?.(event.data.mip_solution);
        return undefined;
      },
      [callbackType.mipLogging]: (event) => {
        const { mip_primal_bound: best, mip_dual_bound: bound } = event.data;
        if (best !== undefined && bound !== undefined) onProgress?.({ best, bound });
        return undefined;
      },
    });
    return this.outcome();
  }

  /** Solves with every pair anything from 0 to 1; the duals tell what a pair left out would be worth. */
  relax(): { readonly values: Float64Array; readonly rowDuals: Float64Array; readonly objective: number } {
    this.model.run();
    const { colValue, rowDual } = this.model.getSolution();
    return { values: colValue, rowDuals: rowDual, objective: this.model.getObjectiveValue() };
  }

  dispose(): void {
    this.model.dispose();
  }

  private addOrders(problem: Problem): Map<number, number> {
    const rows = new Map<number, number>();
    for (const [index, { headcount }] of problem.orders.entries()) {
      const columns = this.columnsOf(problem.pairsOfOrder[index] ?? []);
      const ones = columns.map(() => 1);
      const team = this.teamColumns.get(index);
      if (team !== undefined)
        rows.set(index, this.add({ columns: [...columns, team], factors: [...ones, -headcount], lower: 0, upper: 0 }));
      else if (columns.length > 0) rows.set(index, this.add({ columns, factors: ones, lower: 0, upper: 1 }));
    }
    return rows;
  }

  private addCapacity(problem: Problem): { row: number; of: CapacityRow }[] {
    return capacityRows(problem).flatMap((of) => {
      const kept = of.pairs.filter((pair) => this.columnOf.has(pair));
      const factors = kept.map((pair) => orderAt(problem, pairAt(problem, pair).order).hours);
      if (sum(factors) <= of.hours) return [];
      const columns = this.columnsOf(kept);
      return [{ of, row: this.add({ columns, factors, lower: -this.highs.infinity, upper: of.hours }) }];
    });
  }

  private outcome(): RunOutcome {
    const { modelStatus } = this.highs.constants;
    const status = this.model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: 'infeasible', values: [], objective: 0, bound: 0 };
    const found =
      Number(this.model.info.get('primal_solution_status')) === this.highs.constants.solutionStatus.feasible;
    return {
      status: status === modelStatus.optimal ? 'optimal' : 'time-limit',
      values: found ? [...this.model.getSolution().colValue] : [],
      objective: this.model.getObjectiveValue(),
      bound: Number(this.model.info.get('mip_dual_bound')),
    };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
