import { describe, expect, it } from 'vitest';
import { fairnessOf } from '../../../../scripts/model/dispatch/fairness.ts';
import { fitOf, rateRange } from '../../../../scripts/model/dispatch/fit.ts';
import { justifiedEnvy } from '../../../../scripts/model/dispatch/envy.ts';
import { byConnection, byWorth, fivePeople, sixOrders } from './six-orders.ts';

const order = (id: string) => sixOrders.find((one) => one.id === id) ?? expect.fail(id);
const rates = rateRange(fivePeople);

describe('the worth of a deal', () => {
  it.each([
    ['DO-1001', 85.5],
    ['DO-1003', 69.1],
    ['DO-1002', 66.0],
    ['DO-1006', 61.3],
    ['DO-1005', 54.5],
    ['DO-1004', 38.2],
  ])('of %s is %d', (id, worth) => {
    expect(order(id).worth).toBeCloseTo(worth, 1);
  });
});

describe('the fit of a person', () => {
  it.each([
    ['DO-1001', ['Chen Li 78.0']],
    ['DO-1003', ['Zhao Qiang 94.2']],
    ['DO-1002', ['Wang Min 87.5']],
    ['DO-1006', ['Zhao Qiang 92.2', 'Wang Min 63.5', 'Chen Li 58.0']],
    ['DO-1005', ['Li Na 94.2', 'Wang Min 62.0']],
    ['DO-1004', ['Sun Yue 100.0', 'Zhao Qiang 92.2', 'Li Na 92.2', 'Wang Min 85.5']],
  ])('ranks the eligible for %s', (id, expected) => {
    const ranked = fivePeople
      .map((person) => ({ person, fit: fitOf(order(id), person, rates) }))
      .filter(({ fit }) => !fit.ineligible)
      .sort((left, right) => right.fit.total - left.fit.total)
      .map(({ person, fit }) => `${person.id} ${fit.total.toFixed(1)}`);
    expect(ranked).toEqual(expected);
  });

  it('says what a person lacks', () => {
    const lacks = (id: string, person: number) =>
      fitOf(order(id), fivePeople[person] ?? expect.fail(), rates).ineligible;
    expect(lacks('DO-1002', 4)).toEqual({ reason: 'mandatory-skill', skill: 'FIN', needed: 4, held: 0 });
    expect(lacks('DO-1001', 0)).toBeUndefined();
    expect(
      fitOf({ ...order('DO-1004'), barred: ['Sun Yue'] }, fivePeople[4] ?? expect.fail(), rates).ineligible,
    ).toEqual({ reason: 'barred' });
    expect(fitOf({ ...order('DO-1004'), hours: 41 }, fivePeople[4] ?? expect.fail(), rates).ineligible).toEqual({
      reason: 'free-hours',
      needed: 41,
      held: 40,
    });
  });
});

describe('the figures of fairness', () => {
  it('show what connections cost', () => {
    const figures = fairnessOf(sixOrders, fivePeople, byConnection);
    expect(figures).toMatchObject({ orders: 6, served: 5, hours: 92, cost: 31_080, inversions: 11, pairs: 15 });
    expect(figures).toMatchObject({ heldEnvy: 2, idleEnvy: 2 });
    expect(figures.worthCoverage * 100).toBeCloseTo(55.2, 1);
    expect(figures.marginCoverage * 100).toBeCloseTo(30.7, 1);
    expect(figures.marginCovered / 1e6).toBeCloseTo(2.76, 2);
    expect(figures.worthAlignment).toBeCloseTo(-0.55, 2);
    expect(figures.gradeCorrelation).toBeCloseTo(0.38, 2);
    expect(figures.jain).toBeCloseTo(0.725, 3);
    expect(figures.weightedJain).toBeCloseTo(0.651, 3);
  });

  it('show what worth gives', () => {
    const figures = fairnessOf(sixOrders, fivePeople, byWorth);
    expect(figures).toMatchObject({ served: 6, hours: 116, cost: 37_040, inversions: 0, heldEnvy: 0, idleEnvy: 0 });
    expect(figures).toMatchObject({ worthCoverage: 1, marginCoverage: 1, fillRate: 1, jain: 1 });
    expect(figures.marginCovered / 1e6).toBeCloseTo(8.99, 2);
    expect(figures.weightedJain).toBeCloseTo(0.933, 3);
    expect(figures.worthAlignment).toBeNull();
  });

  it('name who envies whom, and who sat idle', () => {
    expect(justifiedEnvy(sixOrders, fivePeople, byConnection)).toEqual([
      { orderId: 'DO-1001', personIds: ['Chen Li'], kind: 'held', heldBy: ['DO-1006', 'DO-1005'] },
      { orderId: 'DO-1002', personIds: ['Wang Min'], kind: 'held', heldBy: ['DO-1004'] },
      { orderId: 'DO-1006', personIds: ['Zhao Qiang'], kind: 'idle', heldBy: [] },
      { orderId: 'DO-1005', personIds: ['Li Na'], kind: 'idle', heldBy: [] },
    ]);
  });
});
