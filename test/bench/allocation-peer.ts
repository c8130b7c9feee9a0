/** The first objective of an allocation as `javascript-lp-solver` takes it: in a thread, because it hears nobody while at work. */
import { parentPort, workerData } from 'node:worker_threads';
import solver from 'javascript-lp-solver';
import { defaultFitFormula } from '../../scripts/model/dispatch/fit.ts';
import { capacityRows } from '../../scripts/tasks/allocate/solve/capacity-rows.ts';
import { buildProblem, orderAt, pairAt } from '../../scripts/tasks/allocate/solve/problem.ts';
import { type Size, randomAllocation } from '../support/dispatch/random-allocation.ts';

const { size, seconds } = workerData as { readonly size: Size; readonly seconds: number };
const { orders, people } = randomAllocation(1, size);
const problem = buildProblem(orders, people, defaultFitFormula);
const start = performance.now();
const constraints: Record<string, { max?: number; min?: number }> = {};
const variables: Record<string, Record<string, number>> = {};
const binaries: Record<string, 1> = {};
for (const [index, { order, value }] of problem.pairs.entries()) {
  const { headcount } = orderAt(problem, order);
  const row = `order ${String(order)}`;
  constraints[row] = headcount > 1 ? { max: 0, min: 0 } : { max: 1 };
  constraints[`pair ${String(index)}`] = { max: 1 };
  variables[`x${String(index)}`] = { worth: value, [row]: 1, [`pair ${String(index)}`]: 1 };
  binaries[`x${String(index)}`] = 1;
  if (headcount > 1) {
    variables[`team ${String(order)}`] = { worth: 0, [row]: -headcount, [`team ${String(order)}`]: 1 };
    constraints[`team ${String(order)}`] = { max: 1 };
    binaries[`team ${String(order)}`] = 1;
  }
}
for (const [index, { pairs, hours }] of capacityRows(problem).entries()) {
  const row = `hours ${String(index)}`;
  constraints[row] = { max: hours };
  for (const pair of pairs) {
    const variable = variables[`x${String(pair)}`];
    if (variable) variable[row] = orderAt(problem, pairAt(problem, pair).order).hours;
  }
}
const model = {
  optimize: 'worth',
  opType: 'max' as const,
  constraints,
  variables,
  ints: binaries,
  timeout: seconds * 1000,
};
const { feasible, result } = solver.Solve(model) as { readonly feasible: boolean; readonly result: number };
parentPort?.postMessage({ value: feasible ? result : 0, seconds: (performance.now() - start) / 1000 });
