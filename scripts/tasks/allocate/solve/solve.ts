import { Worker } from 'node:worker_threads';
import type { AllocationOrder, AllocationPerson } from '../../../model/dispatch/allocation.ts';
import type { FitFormula } from '../../../model/dispatch/fit.ts';
import { everyBest } from './every-best.ts';
import { greedyPlan } from './greedy.ts';
import { type Plan, buildProblem, valueOf } from './problem.ts';
import { type OptimiseOptions, type OptimiseProgress, type Optimum, type Stage, stages } from './stages.ts';

export interface SolveQuestion extends Pick<OptimiseOptions, 'mode' | 'seconds'> {
  readonly orders: readonly AllocationOrder[];
  readonly people: readonly AllocationPerson[];
  readonly formula: FitFormula;
  /** Also the worth from which each deferred order would be served, as far as the time allows. */
  readonly servingWorths?: boolean;
}

export interface Solution extends Optimum {
  /** By order; without an entry no worth serves it, or time ran out. */
  readonly servingWorths: Readonly<Record<string, number>>;
  /** Every objective, with what is left of it between best and bound. */
  readonly stages: readonly StageEnd[];
  /** Ended before its time because somebody wanted the best plan so far. */
  readonly isStopped: boolean;
}

export interface StageEnd {
  readonly stage: Stage;
  readonly isProved: boolean;
  /** Share of the bound; 0 when proved, null of an objective that was not reached. */
  readonly gap: number | null;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: OptimiseProgress }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly value: number }
  | { readonly kind: 'optimum'; readonly optimum: Optimum }
  | { readonly kind: 'serving-worth'; readonly orderId: string; readonly worth: number }
  | { readonly kind: 'done' };

export interface SolveControl {
  readonly signal?: AbortSignal;
  /** Aborted, the best plan so far is the answer. */
  readonly stop?: AbortSignal;
  readonly onProgress?: (progress: OptimiseProgress) => void;
}

/** Seconds the solver may take beyond its limit, which it looks at only between two steps. */
const GRACE = 1;

/**
 * Solves in a thread of its own, so that progress is shown and Ctrl-C heard meanwhile. A solver that does not end in
 * time is stopped; the best plan it had found is the answer, with its gap to the bound and nothing proved.
 * @throws the reason of the signal when aborted
 */
export async function solve(
  question: SolveQuestion,
  { signal, stop, onProgress }: SolveControl = {},
): Promise<Solution> {
  signal?.throwIfAborted();
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`./solve-worker.${extension}`, import.meta.url);
  // What the process was started with, `-e` for instance, is meant for it and would end the thread.
  const worker = new Worker(file, { workerData: question, execArgv: [] });
  const known: Known = { plan: [], value: 0, bound: Infinity, servingWorths: {}, progress: new Map() };
  try {
    return await new Promise<Solution>((resolve, reject) => {
      const answer = (): void => resolve(solutionOf(question, known, stop?.aborted === true));
      if (stop?.aborted) return answer();
      stop?.addEventListener('abort', answer, { once: true });
      const late = setTimeout(answer, (question.seconds + GRACE) * 1000);
      worker.once('exit', () => clearTimeout(late));
      worker.on('error', reject);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'done') answer();
        else hear(known, message, onProgress);
      });
    });
  } finally {
    await worker.terminate();
  }
}

interface Known {
  plan: Plan;
  value: number;
  bound: number;
  optimum?: Optimum;
  servingWorths: Record<string, number>;
  /** The last that each objective told. */
  readonly progress: Map<Stage, OptimiseProgress>;
}

function hear(
  known: Known,
  message: Exclude<WorkerMessage, { kind: 'done' }>,
  onProgress: SolveControl['onProgress'],
): void {
  if (message.kind === 'optimum') known.optimum = message.optimum;
  else if (message.kind === 'plan') Object.assign(known, { plan: message.plan, value: message.value });
  else if (message.kind === 'serving-worth') known.servingWorths[message.orderId] = message.worth;
  else {
    known.progress.set(message.progress.stage, message.progress);
    if (message.progress.stage === 'worth') known.bound = Math.min(known.bound, message.progress.bound);
    onProgress?.(message.progress);
  }
}

function solutionOf(question: SolveQuestion, known: Known, isStopped: boolean): Solution {
  const optimum = known.optimum ?? unproved(question, known);
  return { ...optimum, servingWorths: known.servingWorths, stages: stageEnds(optimum, known), isStopped };
}

function stageEnds({ proven, value, bound }: Optimum, { progress }: Known): StageEnd[] {
  return stages.map((stage) => {
    if (proven.includes(stage)) return { stage, isProved: true, gap: 0 };
    if (stage === 'worth') return { stage, isProved: false, gap: gapOf(value, bound) };
    const told = progress.get(stage);
    return { stage, isProved: false, gap: told === undefined ? null : gapOf(told.best, told.bound) };
  });
}

/** Of a plan without a bound, or of one that costs nothing, there is none to tell. */
function gapOf(best: number, bound: number): number | null {
  const most = Math.max(Math.abs(best), Math.abs(bound));
  if (!Number.isFinite(most)) return null;
  return most === 0 ? 0 : Math.abs(bound - best) / most;
}

function unproved({ orders, people, formula, mode }: SolveQuestion, { plan, value, bound }: Known): Optimum {
  if (plan.length > 0) return { plan, value, bound: Math.max(value, bound), proven: [] };
  // Stopped before its first plan: the one that would be made by hand.
  const problem = buildProblem(orders, people, formula);
  const byHand = greedyPlan(problem, mode === 'no-envy' ? 'service' : 'value');
  const worth = valueOf(problem, byHand);
  return { plan: byHand, value: worth, bound: Math.max(worth, Math.min(bound, everyBest(problem))), proven: [] };
}
