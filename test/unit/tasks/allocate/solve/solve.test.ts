import { describe, expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { VALUE_SCALE, assignmentsOf, buildProblem } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { solve } from '../../../../../scripts/tasks/allocate/solve/solve.ts';
import { randomAllocation } from '../../../../support/dispatch/random-allocation.ts';
import { byWorth, fivePeople, sixOrders } from '../../../model/dispatch/six-orders.ts';

const question = { formula: defaultFitFormula, mode: 'worth', seconds: 20 } as const;

describe('the solver in a thread of its own', () => {
  it('answers as it does in this one', async () => {
    const optimum = await solve({ ...question, orders: sixOrders, people: fivePeople });
    expect(optimum.value / VALUE_SCALE).toBeCloseTo(335.42, 2);
    const problem = buildProblem(sixOrders, fivePeople, defaultFitFormula);
    expect(assignmentsOf(problem, optimum.plan)).toEqual(byWorth);
  });

  it('gives the best plan it has, and how far it may be from the best there is, when time is over', async () => {
    const { orders, people } = randomAllocation(7, { orders: 120, people: 60, weeks: 3, skills: 12 });
    const optimum = await solve({ ...question, orders, people, seconds: 0.01 });
    expect(optimum.plan.length).toBeGreaterThan(0);
    expect(optimum.bound).toBeGreaterThanOrEqual(optimum.value);
    if (optimum.bound > optimum.value + 0.5) expect(optimum.proven).toEqual([]);
  });

  it('is stopped by a signal', async () => {
    const { orders, people } = randomAllocation(8, { orders: 150, people: 100, weeks: 4, skills: 12 });
    const stop = new AbortController();
    const stopped = solve({ ...question, orders, people, seconds: 60 }, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('stopped by hand')), 200);
    await expect(stopped).rejects.toThrow('stopped by hand');
  });

  it('answers with the best plan so far and its gap when that is enough, also before it has begun', async () => {
    const { orders, people } = randomAllocation(8, { orders: 150, people: 100, weeks: 4, skills: 12 });
    const enough = new AbortController();
    const onProgress = () => enough.abort();
    const stopped = await solve({ ...question, orders, people, seconds: 60 }, { stop: enough.signal, onProgress });
    const [worth, ...later] = stopped.stages;
    expect(stopped).toMatchObject({ isStopped: true, proven: [] });
    expect(stopped.plan.length).toBeGreaterThan(0);
    expect(worth?.gap).toBeCloseTo((stopped.bound - stopped.value) / stopped.bound, 6);
    expect(later.map(({ isProved, gap }) => [isProved, gap])).toEqual(later.map(() => [false, null]));
    const atOnce = await solve({ ...question, orders, people }, { stop: AbortSignal.abort() });
    expect(atOnce.plan.length).toBeGreaterThan(0);
    expect(atOnce.bound).toBeGreaterThan(atOnce.value);
    expect(atOnce.stages[0]?.gap).toBeCloseTo((atOnce.bound - atOnce.value) / atOnce.bound, 6);
  });
});

describe('the worths from which deferred orders would be served', () => {
  const scarce = sixOrders.map((order) => ({
    ...order,
    needs: [{ skill: 'GOV', level: 3, weight: 1, mandatory: true }],
  }));
  const ask = (orders: typeof scarce) =>
    solve({ ...question, orders, people: fivePeople, servingWorths: true }).then((solution) => ({
      ...solution,
      served: assignmentsOf(buildProblem(orders, fivePeople, defaultFitFormula), solution.plan).map(
        (one) => one.orderId,
      ),
    }));

  it('come with the answer, and at that worth the order is served', async () => {
    const { served, servingWorths } = await ask(scarce);
    const deferred = scarce.map((order) => order.id).filter((id) => !served.includes(id));
    expect(deferred.length).toBeGreaterThan(0);
    const reachable = Object.entries(servingWorths);
    expect(reachable.length).toBeGreaterThan(0);
    for (const [id, worth] of reachable) {
      expect(deferred).toContain(id);
      const raised = await ask(scarce.map((order) => (order.id === id ? { ...order, worth } : order)));
      expect(raised.served).toContain(id);
    }
  });

  it('are not asked for by others', async () => {
    expect((await solve({ ...question, orders: scarce, people: fivePeople })).servingWorths).toEqual({});
  });
});
