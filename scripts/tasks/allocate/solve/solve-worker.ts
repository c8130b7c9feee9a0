import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { optimise } from './optimise.ts';
import { buildProblem, valueOf } from './problem.ts';
import { servingWorths } from './serving-worths.ts';
import type { SolveQuestion, WorkerMessage } from './solve.ts';

/** The solver holds its thread until it is done, so it has one of its own. */
const { orders, people, formula, mode, seconds, servingWorths: asked } = workerData as SolveQuestion;
const post = (message: WorkerMessage): void => parentPort?.postMessage(message);
const deadline = performance.now() + seconds * 1000;
const highs = await loadHighs();
const problem = buildProblem(orders, people, formula);
const optimum = optimise(highs, problem, {
  mode,
  seconds,
  onProgress: (progress) => post({ kind: 'progress', progress }),
  onPlan: (plan) => post({ kind: 'plan', plan, value: valueOf(problem, plan) }),
});
post({ kind: 'optimum', optimum });
if (asked)
  for (const { orderId, worth } of servingWorths(highs, problem, optimum, { mode, deadline }))
    post({ kind: 'serving-worth', orderId, worth });
post({ kind: 'done' });
