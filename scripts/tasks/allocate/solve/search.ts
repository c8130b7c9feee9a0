import type { Highs } from 'highs';
import type { Envy } from '../../../model/dispatch/envy.ts';
import { envyCut } from './envy-cuts.ts';
import { type Plan, type Problem, orderAt, pairAt, valueOf } from './problem.ts';
import { Program } from './program.ts';
import { standingRows } from './standing-envy.ts';
import type { SearchContext, Stage } from './stages.ts';

/** One program asked several times within a deadline; it always holds the best plan so far. */
export interface Search {
  readonly program: Program;
  plan: Plan;
  /** Whether the last run was proved optimal. */
  readonly proven: boolean;
  /** Whether the time is over. */
  readonly isOver: boolean;
  maximiseValue(): void;
  /** Solves what was asked; keeps the plan when nothing better was found. */
  run(stage: Stage): { readonly bound: number; readonly objective: number };
  /** From now on the order is served. */
  require(order: number): void;
  /** Forbids an envy of the present plan; with a column, the column pays for it instead. */
  forbid(envy: Envy, envyColumn?: number): void;
  /** Forbids what is known beforehand to be envy; with columns of orders, these pay for it instead. */
  forbidStanding(envyColumnOf?: (order: number) => number | undefined): void;
  close(): void;
}

export function openSearch(
  highs: Highs,
  problem: Problem,
  pairs: readonly number[],
  first: Plan,
  { deadline, options, relaxation }: SearchContext,
): Search {
  const program = new Program(highs, problem, pairs);
  for (const row of relaxation.rows) program.addPairRow(row);
  const state = { plan: first, proven: false };
  const planOf = (values: ArrayLike<number>): Plan => pairs.filter((_pair, column) => (values[column] ?? 0) > 0.5);
  return {
    program,
    get plan() {
      return state.plan;
    },
    set plan(plan: Plan) {
      state.plan = plan;
    },
    get proven() {
      return state.proven;
    },
    get isOver() {
      return performance.now() > deadline;
    },
    maximiseValue() {
      program.setObjective('maximise', new Map(pairs.map((pair, column) => [column, pairAt(problem, pair).value])));
    },
    run(stage) {
      program.suggest(state.plan);
      const outcome = program.run({
        seconds: (deadline - performance.now()) / 1000,
        onProgress: ({ best, bound }) => options.onProgress?.({ stage, best, bound }),
        // Only of the first objective: a later one may find plans with envy that a row to come forbids.
        onImproved: (values) => {
          if (stage === 'worth' && options.mode === 'worth') options.onPlan?.(planOf(values));
        },
      });
      state.proven = outcome.status === 'optimal';
      const found = planOf(outcome.values);
      if (outcome.values.length > 0 && (state.proven || valueOf(problem, found) > valueOf(problem, state.plan)))
        state.plan = found;
      return outcome;
    },
    require(order) {
      const columns = program.columnsOf(problem.pairsOfOrder[order] ?? []);
      const { headcount } = orderAt(problem, order);
      program.add({ columns, factors: columns.map(() => 1), lower: headcount, upper: headcount });
    },
    forbid(envy, envyColumn) {
      program.add(envyCut(problem, program, state.plan, envy, envyColumn));
    },
    forbidStanding(envyColumnOf) {
      for (const { order, row, team, weight, least } of standingRows(problem, pairs)) {
        const columns = [
          [program.teamColumns.get(order), team],
          [envyColumnOf?.(order), weight],
        ] as const;
        const others = columns.flatMap(([column, factor]) => (column === undefined ? [] : [[column, factor] as const]));
        program.addPairRow(row, { least, others });
      }
    },
    close() {
      program.dispose();
    },
  };
}
