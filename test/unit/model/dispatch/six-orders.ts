import type { AllocationPerson, SkillNeed } from '../../../../scripts/model/dispatch/allocation.ts';
import type { ObservedOrder } from '../../../../scripts/model/dispatch/fairness.ts';
import { dealWorth } from '../../../../scripts/model/dispatch/worth.ts';

/** Six orders and five people of the demo company, worked out by hand beforehand: the reference for worth, fit and plan. */
interface Line {
  readonly id: string;
  readonly margin: number;
  readonly probability: number;
  readonly tier: string;
  readonly days: number;
  readonly readiness: number;
  readonly showcase: number;
  readonly hours: number;
  readonly region: string;
  readonly needs: string;
  readonly grade: number;
}

const lines: readonly Line[] = [
  line('DO-1001', 8_960_000, 0.55, 'Strategic', 12, 92, 80, 24, 'East', 'PWR4* .5, SEC4 .3, BID3 .2', 2),
  line('DO-1003', 2_640_000, 0.6, 'Key', 9, 88, 40, 24, 'North', 'GOV3* .4, CLD3 .4, BID3 .2', 3),
  line('DO-1002', 3_150_000, 0.45, 'Key', 20, 85, 60, 20, 'East', 'FIN4* .5, DAT4 .5', 6),
  line('DO-1006', 896_000, 0.5, 'Key', 7, 90, 30, 16, 'HQ', 'GOV2 .4, BID3* .6', 8),
  line('DO-1005', 1_350_000, 0.3, 'Potential', 25, 75, 90, 16, 'South', 'PWR3 .4, DAT4* .6', 4),
  line('DO-1004', 300_000, 0.7, 'General', 30, 60, 10, 16, 'HQ', 'CLD2 1.0', 9),
];

export const sixOrders: readonly ObservedOrder[] = lines.map((one, index) => ({
  id: one.id,
  worth: dealWorth({
    grossMargin: one.margin,
    probability: one.probability,
    tier: one.tier,
    daysToDeadline: one.days,
    readiness: one.readiness,
    showcase: one.showcase,
  }).score,
  hours: one.hours,
  headcount: 1,
  firstWeek: 0,
  lastWeek: 0,
  region: one.region,
  needs: needsOf(one.needs),
  submittedAt: `2026-11-0${String(index + 1)}T01:00:00Z`,
  requesterGrade: one.grade,
  expectedMargin: one.margin * one.probability,
}));

export const fivePeople: readonly AllocationPerson[] = [
  person('Chen Li', 'HQ', 450, 32, { PWR: 5, SEC: 4, BID: 4, DAT: 3 }),
  person('Wang Min', 'East', 360, 24, { FIN: 5, DAT: 4, CLD: 4, BID: 3 }),
  person('Zhao Qiang', 'North', 280, 40, { GOV: 4, SEC: 3, CLD: 3, BID: 3 }),
  person('Li Na', 'South', 280, 16, { PWR: 3, DAT: 4, CLD: 3, BID: 2 }),
  person('Sun Yue', 'HQ', 210, 40, { CLD: 2, DAT: 2, GOV: 2, BID: 2 }),
];

/** What the requesters' grades and calls had brought about. */
export const byConnection = [
  { orderId: 'DO-1003', personId: 'Zhao Qiang' },
  { orderId: 'DO-1002', personId: 'Sun Yue' },
  { orderId: 'DO-1006', personId: 'Chen Li' },
  { orderId: 'DO-1005', personId: 'Chen Li' },
  { orderId: 'DO-1004', personId: 'Wang Min' },
];

/** What the worth of the deals asks for. */
export const byWorth = [
  { orderId: 'DO-1001', personId: 'Chen Li' },
  { orderId: 'DO-1002', personId: 'Wang Min' },
  { orderId: 'DO-1003', personId: 'Zhao Qiang' },
  { orderId: 'DO-1004', personId: 'Sun Yue' },
  { orderId: 'DO-1005', personId: 'Li Na' },
  { orderId: 'DO-1006', personId: 'Zhao Qiang' },
];

function line(
  id: string,
  margin: number,
  probability: number,
  tier: string,
  days: number,
  readiness: number,
  showcase: number,
  hours: number,
  region: string,
  needs: string,
  grade: number,
): Line {
  return { id, margin, probability, tier, days, readiness, showcase, hours, region, needs, grade };
}

function needsOf(text: string): SkillNeed[] {
  return text.split(', ').map((part) => {
    const [, skill = '', level = '', star = '', weight = ''] = /^([A-Z]+)(\d)(\*?) ([\d.]+)$/.exec(part) ?? [];
    return { skill, level: Number(level), weight: Number(weight), mandatory: star === '*' };
  });
}

function person(
  id: string,
  region: string,
  rate: number,
  hours: number,
  skills: Record<string, number>,
): AllocationPerson {
  return { id, region, rate, freeHours: [hours], capacity: [40], skills };
}
