import type { Plan } from './problem.ts';
import type { Relaxation } from './relaxation.ts';

export interface OptimiseOptions {
  /** `worth`: the most worth × fit, then the least envy. `no-envy`: the most worth × fit of the plans without envy. */
  readonly mode: 'worth' | 'no-envy';
  /** Seconds for everything; the best plan so far is returned when they are over. */
  readonly seconds: number;
  readonly onProgress?: (progress: OptimiseProgress) => void;
  /** Each better plan as it is found: what is left when the solver has to be stopped. */
  readonly onPlan?: (plan: Plan) => void;
}

export interface OptimiseProgress {
  readonly stage: Stage;
  readonly best: number;
  readonly bound: number;
}

/** The objectives, each optimised without giving up any of those before it. */
export const stages = ['worth', 'envy', 'cost', 'load', 'submission', 'name'] as const;
export type Stage = (typeof stages)[number];

export interface Optimum {
  readonly plan: Plan;
  /** Σ worth × fit in the problem's value units, and the most that any plan could have. */
  readonly value: number;
  readonly bound: number;
  /** Objectives that are proved; all six unless time ran out. */
  readonly proven: readonly Stage[];
}

export interface SearchContext {
  readonly relaxation: Relaxation;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  readonly options: OptimiseOptions;
}
