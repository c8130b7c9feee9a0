import { judge, layHours, rankChanges, weekCapacity } from 'c/dispatchRules';
import { weekCapacity as modelCapacity } from '../../../../../../scripts/model/dispatch/capacity';
import { fitOf } from '../../../../../../scripts/model/dispatch/fit';
import { rankSensitivity, seededRandom } from '../../../../../../scripts/model/dispatch/rank-sensitivity';
import { defaultWorthFormula, worthFactorNames } from '../../../../../../scripts/model/dispatch/worth';

const random = seededRandom(7);
const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const regions = ['HQ', 'North', 'East'];
const region = () => regions[whole(0, 2)] ?? 'HQ';

describe('the rules that pages show', () => {
  it('give the capacity that the allocation counts with', () => {
    for (let trial = 0; trial < 300; trial++) {
      const day = () => `2026-10-${String(whole(1, 31)).padStart(2, '0')}`;
      const [first, last] = [day(), day()].sort() as [string, string];
      const hours = whole(0, 1) ? { hoursPerWeek: whole(1, 30) } : {};
      const person = { region: region(), weeklyHours: whole(20, 45), absences: [{ from: first, to: last, ...hours }] };
      const holidays = Array.from({ length: 4 }, () => ({
        date: day(),
        worked: whole(0, 1) === 1,
        ...(whole(0, 1) ? { region: region() } : {}),
      }));
      const monday = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-26'][whole(0, 3)] ?? '';
      expect(weekCapacity(monday, person, holidays)).toBe(modelCapacity(monday, person, holidays));
    }
  });

  it('refuse whom the allocation refuses, and bound the fit whose cost part they may not know', () => {
    for (let trial = 0; trial < 500; trial++) {
      const skills = ['A', 'B', 'C'].map((skill) => ({ skill, held: whole(0, 5), level: whole(1, 5) }));
      const needs = skills.map(({ skill, level }, index) => {
        return { skill, level, weight: [0.5, 0.3, 0.2][index] ?? 0, mandatory: whole(0, 2) === 0 };
      });
      const [hours, free, from, to] = [whole(8, 40), whole(0, 40), region(), region()];
      const levels = Object.fromEntries(skills.map(({ skill, held }) => [skill, held]));
      const declined = whole(0, 4) === 0;
      const order = {
        id: 'o',
        worth: 1,
        hours,
        headcount: 1,
        firstWeek: 0,
        lastWeek: 0,
        region: from,
        needs,
        submittedAt: '',
        barred: declined ? ['p'] : [],
      };
      const rate = whole(100, 500);
      const person = { id: 'p', region: to, rate, freeHours: [free], capacity: [40], skills: levels };
      const fit = fitOf(order, person, { lowest: 100, highest: 500 });
      const told = judge(
        { hours, region: from, needs },
        { region: to, levels, freeHours: free, hasDeclined: declined },
      );
      expect(told).toMatchObject({ skill: fit.skill, availability: fit.availability, locality: fit.locality });
      expect(fit.total).toBeGreaterThanOrEqual(told.least - 1e-9);
      expect(fit.total).toBeLessThanOrEqual(told.most + 1e-9);
      expect(told.obstacles.length > 0).toBe(fit.ineligible !== undefined);
    }
  });

  it('tell the sensitivity of a rank as the model draws it', () => {
    const orders = Array.from({ length: 30 }, (_none, index) => ({
      id: `o${String(index)}`,
      factors: Object.fromEntries(worthFactorNames.map((name) => [name, whole(0, 100)])) as Record<
        (typeof worthFactorNames)[number],
        number
      >,
    }));
    const { weights } = defaultWorthFormula;
    const shown = orders.map(({ id, factors }) => ({
      id,
      parts: Object.fromEntries(
        worthFactorNames.map((name) => [name, { score: factors[name], weight: weights[name] }]),
      ),
    }));
    expect([...rankChanges(shown, weights)]).toEqual([...rankSensitivity(orders, weights).changedById]);
  });

  it.each([
    [24, [16, 16, 16], 1, [0, 16, 8]],
    [40, [16, 8, 16], 1, [16, 8, 16]],
    [10, [40, 40], 0, [10, 0]],
    [50, [16, -4, 16], 0, [16, 0, 16]],
  ])('lay %i hours into %j from week %i on as %j', (hours, free, from, laid) => {
    expect(layHours(hours, free, from)).toEqual(laid);
  });
});
