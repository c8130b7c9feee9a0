import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { optimise } from './optimise.ts';
import { buildProblem } from './problem.ts';
import type { SolveQuestion, WorkerMessage } from './solve.ts';

/** The solver holds its thread until it is done, so it has one of its own. */
const { orders, people, formula, mode, seconds } = workerData as SolveQuestion;
const post = (message: WorkerMessage): void => parentPort?.postMessage(message);
const optimum = optimise(await loadHighs(), buildProblem(orders, people, formula), {
  mode,
  seconds,
  onProgress: (progress) => post({ kind: 'progress', progress }),
  onPlan: (plan) => post({ kind: 'plan', plan }),
});
post({ kind: 'done', optimum });
