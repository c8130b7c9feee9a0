import { Worker } from 'node:worker_threads';
import type { AllocationOrder, AllocationPerson } from '../../../model/dispatch/allocation.ts';
import type { FitFormula } from '../../../model/dispatch/fit.ts';
import { greedyPlan } from './greedy.ts';
import { type Plan, buildProblem, valueOf } from './problem.ts';
import type { OptimiseOptions, OptimiseProgress, Optimum } from './stages.ts';

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
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: OptimiseProgress }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly value: number }
  | { readonly kind: 'optimum'; readonly optimum: Optimum }
  | { readonly kind: 'serving-worth'; readonly orderId: string; readonly worth: number }
  | { readonly kind: 'done' };

export interface SolveControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OptimiseProgress) => void;
}

/** Seconds the solver may take beyond its limit, which it looks at only between two steps. */
const GRACE = 3;

/**
 * Solves in a thread of its own, so that progress is shown and Ctrl-C heard meanwhile. A solver that does not end in
 * time is stopped; the best plan it had found is the answer, with its gap to the bound and nothing proved.
 * @throws the reason of the signal when aborted
 */
export async function solve(question: SolveQuestion, { signal, onProgress }: SolveControl = {}): Promise<Solution> {
  signal?.throwIfAborted();
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`./solve-worker.${extension}`, import.meta.url);
  // What the process was started with, `-e` for instance, is meant for it and would end the thread.
  const worker = new Worker(file, { workerData: question, execArgv: [] });
  const known: Known = { plan: [], value: 0, bound: Infinity, servingWorths: {} };
  try {
    return await new Promise<Solution>((resolve, reject) => {
      const answer = (): void => resolve(solutionOf(question, known));
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
    if (message.progress.stage === 'worth') known.bound = Math.min(known.bound, message.progress.bound);
    onProgress?.(message.progress);
  }
}

function solutionOf(question: SolveQuestion, known: Known): Solution {
  return { ...(known.optimum ?? unproved(question, known)), servingWorths: known.servingWorths };
}

function unproved({ orders, people, formula, mode }: SolveQuestion, { plan, value, bound }: Known): Optimum {
  if (plan.length > 0) return { plan, value, bound: Math.max(value, bound), proven: [] };
  // Stopped before its first plan: the one that would be made by hand.
  const problem = buildProblem(orders, people, formula);
  const byHand = greedyPlan(problem, mode === 'no-envy' ? 'service' : 'value');
  const worth = valueOf(problem, byHand);
  return { plan: byHand, value: worth, bound: Math.max(worth, bound), proven: [] };
}
