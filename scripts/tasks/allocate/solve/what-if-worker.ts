import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { Change, WhatIfMessage, WhatIfQuestion } from './ask-what-if.ts';
import { optimise } from './optimise.ts';
import { assignmentsOf, buildProblem, pairAt, personAt, type Plan, type Problem } from './problem.ts';
import { relaxPatterns } from './pattern-relaxation.ts';
import { relaxProblem } from './relaxation.ts';
import { asObjective, bestWith } from './what-if.ts';

/** For each person that could serve the order and does not: the best plan in which they do, against the best of all. */
const { orders, people, formula, orderId, seconds } = workerData as WhatIfQuestion;
const post = (message: WhatIfMessage): void => parentPort?.postMessage(message);
const deadline = performance.now() + seconds * 1000;
const highs = await loadHighs();
const problem = buildProblem(orders, people, formula);
const order = problem.orders.findIndex(({ id }) => id === orderId);
// Half of the time: what insisting costs is known only against a plan that is proved.
const optimum = optimise(highs, problem, { mode: 'worth', seconds: seconds / 2 });
if (optimum.proven.includes('worth')) {
  const pairs = relaxProblem(highs, problem);
  const relaxation = relaxPatterns(highs, problem, pairs, { mode: 'worth', deadline, plans: [optimum.plan] });
  for (const pair of problem.pairsOfOrder[order] ?? []) {
    const left = (deadline - performance.now()) / 1000;
    if (left <= 0) break;
    if (optimum.plan.includes(pair)) continue;
    const forced = bestWith(highs, problem, [pair], { relaxation, seconds: left });
    if (!forced) continue;
    const personId = personAt(problem, pairAt(problem, pair).person).id;
    const loss = asObjective(Math.max(0, optimum.value - forced.value));
    post({ kind: 'change', change: { personId, loss, moves: movesOf(problem, optimum.plan, forced.plan) } });
  }
}
post({ kind: 'done' });

/** Orders whose people are others in the second plan. */
function movesOf(of: Problem, before: Plan, after: Plan): Change['moves'] {
  const team = (plan: Plan) =>
    Map.groupBy(assignmentsOf(of, plan), (one) => one.orderId) as Map<string, { readonly personId: string }[]>;
  const [first, second] = [team(before), team(after)];
  return of.orders.flatMap(({ id }) => {
    const from = (first.get(id) ?? []).map(({ personId }) => personId);
    const to = (second.get(id) ?? []).map(({ personId }) => personId);
    return from.join() === to.join() ? [] : [{ orderId: id, from, to }];
  });
}
