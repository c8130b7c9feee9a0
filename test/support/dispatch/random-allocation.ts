import type { AllocationOrder, AllocationPerson, SkillNeed } from '../../../scripts/model/dispatch/allocation.ts';
import { seededRandom } from '../../../scripts/model/dispatch/rank-sensitivity.ts';

export interface Size {
  readonly orders: number;
  readonly people: number;
  readonly weeks: number;
  readonly skills?: number;
  /** Share of orders that want two people. */
  readonly teams?: number;
}

const regions = ['HQ', 'North', 'East', 'South'];

/** An instance that looks like the company's: scarce experts, many generalists, orders of one to three days. */
export function randomAllocation(seed: number, size: Size): { orders: AllocationOrder[]; people: AllocationPerson[] } {
  const random = seededRandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <Item>(list: readonly Item[]): Item => list[whole(0, list.length - 1)] as Item;
  const skills = Array.from({ length: size.skills ?? 6 }, (_none, index) => `S${String(index).padStart(2, '0')}`);
  const people = Array.from({ length: size.people }, (_none, index): AllocationPerson => {
    const known = skills.filter(() => random() < 0.45);
    return {
      id: `P${String(index).padStart(4, '0')}`,
      region: pick(regions),
      rate: 200 + 10 * whole(0, 25),
      freeHours: Array.from({ length: size.weeks }, () => 8 * whole(0, 5)),
      capacity: Array.from({ length: size.weeks }, () => 40),
      skills: Object.fromEntries(known.map((skill) => [skill, whole(1, 5)])),
    };
  });
  const orders = Array.from({ length: size.orders }, (_none, index): AllocationOrder => {
    const firstWeek = whole(0, size.weeks - 1);
    return {
      id: `O${String(index).padStart(4, '0')}`,
      worth: whole(200, 950) / 10,
      hours: 8 * whole(1, 4),
      headcount: random() < (size.teams ?? 0.15) ? 2 : 1,
      firstWeek,
      lastWeek: whole(firstWeek, size.weeks - 1),
      region: pick(regions),
      needs: needsOf(whole(1, 3), skills, whole, random),
      submittedAt: new Date(Date.UTC(2026, 10, 1) + 3_600_000 * whole(0, 200)).toISOString(),
    };
  });
  return { orders, people };
}

function needsOf(
  count: number,
  skills: readonly string[],
  whole: (from: number, to: number) => number,
  random: () => number,
): SkillNeed[] {
  const chosen = [...skills].sort(() => random() - 0.5).slice(0, count);
  return chosen.map((skill, index) => ({
    skill,
    level: whole(1, 4),
    weight: 1 / chosen.length,
    mandatory: index === 0 && random() < 0.6,
  }));
}
