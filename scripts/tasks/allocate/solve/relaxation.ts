import type { Highs } from 'highs';
import { pairAt, orderAt, type Problem } from './problem.ts';
import type { PairRow } from './pattern-master.ts';
import { Program } from './program.ts';

export interface Relaxation {
  /** No plan is worth more. */
  readonly bound: number;
  /** By pair of the problem: using it costs at least this much (≤ 0) against the bound. */
  readonly reducedCosts: Float64Array;
  /** The pairs the relaxation worked with, and how much of each it used. */
  readonly core: readonly { readonly pair: number; readonly share: number }[];
  /** What the bound pays for one head of each order. */
  readonly orderDuals: Float64Array;
  /** Rows that every plan asked for obeys, beyond those of orders and hours. */
  readonly rows: readonly PairRow[];
}

/** Pairs of each order to begin with; the duals call in the others that matter. */
const FIRST_PAIRS = 16;
const PAIRS_PER_ROUND = 8;

/**
 * The linear relaxation over all pairs, without ever holding them all: it starts with the best pairs of each order and
 * prices the rest by the duals, until none left out could improve it. That is a proof for all of them.
 */
export function relaxProblem(highs: Highs, problem: Problem): Relaxation {
  if (problem.pairs.length === 0) return nothing(problem);
  const core = new Set(
    problem.pairsOfOrder.flatMap((pairs) => best(pairs, FIRST_PAIRS, (pair) => value(problem, pair))),
  );
  for (;;) {
    const { bound, reducedCosts, shares, orderDuals } = relaxOver(
      highs,
      problem,
      [...core].sort((left, right) => left - right),
    );
    const missing = problem.pairsOfOrder.flatMap((pairs) => {
      const worthwhile = pairs.filter((pair) => !core.has(pair) && (reducedCosts[pair] ?? 0) > 1e-6);
      return best(worthwhile, PAIRS_PER_ROUND, (pair) => reducedCosts[pair] ?? 0);
    });
    if (missing.length === 0) return { bound, reducedCosts, core: shares, orderDuals, rows: [] };
    for (const pair of missing) core.add(pair);
  }
}

/** The pairs that a plan worth at least `least` may use: any other would cost more than the bound leaves. */
export function pairsWorth(relaxation: Relaxation, least: number): number[] {
  const kept: number[] = [];
  for (const [pair, reduced] of relaxation.reducedCosts.entries())
    if (relaxation.bound + Math.min(0, reduced) >= least - 0.5) kept.push(pair);
  return kept;
}

function nothing(problem: Problem): Relaxation {
  const orderDuals = new Float64Array(problem.orders.length);
  return { bound: 0, reducedCosts: new Float64Array(), core: [], orderDuals, rows: [] };
}

function relaxOver(highs: Highs, problem: Problem, pairs: readonly number[]) {
  const program = new Program(highs, problem, pairs);
  try {
    program.setObjective('maximise', new Map(pairs.map((pair, column) => [column, value(problem, pair)])));
    const { values, rowDuals, objective } = program.relax();
    const shares = pairs.map((pair, column) => ({ pair, share: values[column] ?? 0 }));
    const orderDuals = Float64Array.from(problem.orders, (_order, index) => {
      const row = program.orderRows.get(index);
      return row === undefined ? 0 : Math.max(0, rowDuals[row] ?? 0);
    });
    return { bound: objective, reducedCosts: priceAll(problem, program, rowDuals), shares, orderDuals };
  } finally {
    program.dispose();
  }
}

function priceAll(problem: Problem, program: Program, rowDuals: Float64Array): Float64Array {
  const dualOf = (row: number | undefined): number => (row === undefined ? 0 : (rowDuals[row] ?? 0));
  const reduced = Float64Array.from(problem.pairs, (pair) => pair.value - dualOf(program.orderRows.get(pair.order)));
  for (const { row, of } of program.capacity) {
    const dual = dualOf(row);
    if (dual === 0) continue;
    for (const pair of of.pairs) {
      const { hours } = orderAt(problem, pairAt(problem, pair).order);
      reduced[pair] = (reduced[pair] ?? 0) - dual * hours;
    }
  }
  return reduced;
}

function best(pairs: readonly number[], count: number, rank: (pair: number) => number): number[] {
  return [...pairs].sort((left, right) => rank(right) - rank(left) || left - right).slice(0, count);
}

function value(problem: Problem, pair: number): number {
  return pairAt(problem, pair).value;
}
