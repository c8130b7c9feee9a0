import { fivePeople, sixOrders } from '../../unit/model/dispatch/six-orders.ts';
import type { SkillNeed } from '../../../scripts/model/dispatch/allocation.ts';

export interface OrderLine {
  readonly id: string;
  readonly margin: number;
  readonly probability: number;
  readonly tier: string;
  readonly days: number;
  readonly readiness: number;
  readonly showcase: number;
  readonly hours: number;
  readonly region: string;
  readonly needs: readonly SkillNeed[];
  readonly grade: number;
  readonly nominee?: string;
}

/** What the deals of the reference say; their worth is the org's and the task's to find. */
const deals: Readonly<Record<string, readonly [number, number, string, number, number, number]>> = {
  'DO-1001': [8_960_000, 0.55, 'Strategic', 12, 92, 80],
  'DO-1003': [2_640_000, 0.6, 'Key', 9, 88, 40],
  'DO-1002': [3_150_000, 0.45, 'Key', 20, 85, 60],
  'DO-1006': [896_000, 0.5, 'Key', 7, 90, 30],
  'DO-1005': [1_350_000, 0.3, 'Potential', 25, 75, 90],
  'DO-1004': [300_000, 0.7, 'General', 30, 60, 10],
};

export const orderLines: readonly OrderLine[] = sixOrders.map(({ id, hours, region, needs, requesterGrade }) => {
  const [margin, probability, tier, days, readiness, showcase] = deals[id]!;
  const nominee = id === 'DO-1004' ? { nominee: 'Wang Min' } : {};
  const deal = { margin, probability, tier, days, readiness, showcase };
  return { id, ...deal, hours, region, needs, grade: requesterGrade, ...nominee };
});

export const peopleLines = fivePeople.map(({ id, region, rate, freeHours, skills }) => ({
  name: id,
  region,
  rate,
  freeHours: freeHours[0] ?? 0,
  skills,
}));
