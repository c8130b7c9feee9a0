import { describe, expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../scripts/model/dispatch/fit.ts';
import { explainOrders } from '../../../../scripts/tasks/allocate/explain.ts';
import { byWorth, fivePeople, sixOrders } from '../../model/dispatch/six-orders.ts';

const explanations = explainOrders(sixOrders, fivePeople, byWorth, defaultFitFormula);
const of = (id: string) => explanations.find((one) => one.orderId === id) ?? expect.fail(id);

describe('the explanation of an order', () => {
  it('ranks it by worth among the orders of the run', () => {
    expect(explanations.map((one) => `${one.orderId} ${String(one.rank)} of ${String(one.of)}`)).toEqual([
      'DO-1001 1 of 6',
      'DO-1003 2 of 6',
      'DO-1002 3 of 6',
      'DO-1006 4 of 6',
      'DO-1005 5 of 6',
      'DO-1004 6 of 6',
    ]);
  });

  it('tells of everybody, the best fit first, and names who holds whom by how much', () => {
    expect(of('DO-1006').candidates.map(({ personId, rank, verdict }) => ({ personId, rank, verdict }))).toEqual([
      { personId: 'Zhao Qiang', rank: 1, verdict: { kind: 'chosen' } },
      {
        personId: 'Wang Min',
        rank: 2,
        verdict: { kind: 'held', by: [{ orderId: 'DO-1002', worthAhead: expect.closeTo(4.67, 1) as number }] },
      },
      {
        personId: 'Chen Li',
        rank: 3,
        verdict: { kind: 'held', by: [{ orderId: 'DO-1001', worthAhead: expect.closeTo(24.2, 1) as number }] },
      },
      { personId: 'Sun Yue', rank: undefined, verdict: { kind: 'ineligible' } },
      { personId: 'Li Na', rank: undefined, verdict: { kind: 'ineligible' } },
    ]);
  });

  it('says what an ineligible person lacks', () => {
    const sunYue = of('DO-1002').candidates.find((one) => one.personId === 'Sun Yue');
    expect(sunYue?.fit.ineligible).toEqual({ reason: 'mandatory-skill', skill: 'FIN', needed: 4, held: 0 });
  });
});
