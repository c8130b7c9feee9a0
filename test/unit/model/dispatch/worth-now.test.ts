import { expect, it } from 'vitest';
import { worthNow } from '../../../../force-app/main/dispatch/lwc/dispatchRequestCheck/worthNow.ts';
import { dealWorth, defaultWorthFormula } from '../../../../scripts/model/dispatch/worth.ts';

const tiers = ['Strategic', 'Key', 'Potential', 'General', 'Unknown'];
const margins = [0, 100_000, 300_000, 8_960_000, 50_000_000];
const deadlines = [null, -1, 7, 8, 14, 15, 30, 31];

it('estimates on the page the worth that the allocation scores by its own formula', () => {
  let compared = 0;
  for (const margin of margins)
    for (const tier of tiers)
      for (const daysToDeadline of deadlines) {
        const [probability, readiness, showcase] = [13 * (compared % 8), 7 * (compared % 16), 120 - (compared % 130)];
        const estimate = worthNow({ margin, probability, tier, daysToDeadline, readiness, showcase });
        const scored = dealWorth({
          grossMargin: margin,
          probability: probability / 100,
          tier,
          daysToDeadline: daysToDeadline ?? Infinity,
          readiness,
          showcase,
        });
        expect(estimate.score).toBeCloseTo(scored.score, 9);
        for (const { factor, score, weight } of estimate.factors) {
          expect(score).toBeCloseTo(scored.factors[factor], 9);
          expect(weight).toBe(defaultWorthFormula.weights[factor]);
        }
        compared += 1;
      }
  expect(compared).toBe(200);
});
