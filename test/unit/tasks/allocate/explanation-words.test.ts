import { describe, expect, it } from 'vitest';
import { defaultFitFormula } from '../../../../scripts/model/dispatch/fit.ts';
import { explainOrders } from '../../../../scripts/tasks/allocate/explain.ts';
import { deferralReason, explanationWords } from '../../../../scripts/tasks/allocate/explanation-words.ts';
import { byWorth, fivePeople, sixOrders } from '../../model/dispatch/six-orders.ts';

const names = { order: (id: string) => id, person: (id: string) => id };
const worthOf = (id: string) => sixOrders.find((order) => order.id === id)?.worth ?? 0;

/** As if the plan had left that order out, with or without somebody taking the hours. */
function told(id: string, people = fivePeople) {
  const others = byWorth.filter((one) => one.orderId !== id);
  const explanation = explainOrders(sixOrders, people, others, defaultFitFormula).find((one) => one.orderId === id);
  return { explanation: explanation ?? expect.fail(id), worth: worthOf(id) };
}

describe('the words of a deferral', () => {
  it('name who holds the best person by how much, and from which worth it would be served', () => {
    const people = fivePeople.map((one) => (one.id === 'Zhao Qiang' ? { ...one, freeHours: [24] } : one));
    const { en, zh } = deferralReason({ ...told('DO-1006', people), servingWorth: 70.25 }, names);
    expect(en).toBe('Zhao Qiang, the best fit: Serves DO-1003 (worth 7.8 more). Served from a worth of 70.3.');
    expect(zh).toBe('最匹配的Zhao Qiang：工时已用于 DO-1003（价值高 7.8）。价值达到 70.3 时可获支持。');
  });

  it('tell what the nearest person lacks when nobody is eligible', () => {
    const people = fivePeople.filter((one) => one.id !== 'Chen Li');
    const { en } = deferralReason(told('DO-1001', people), names);
    expect(en).toMatch(/^Nobody is eligible\. .+: Lacks the mandatory skill PWR: level \d, 4 needed\.$/);
    expect(explanationWords(told('DO-1001', people), names).en).toMatch(
      /^Rank 1 of 6 by worth 85\.5\. Deferred\. Nobody/,
    );
  });
});
