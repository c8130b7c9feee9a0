import { dayAfter } from '../../dispatch/capacity.ts';

/** One run of the allocation, as it stands in the org afterwards. */
export interface DemoRun {
  readonly key: string;
  readonly day: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

const runs = 20;

/**
 * Twenty weekly runs: the first still follow who knows whom, the last follow worth. A trend with the unevenness of weeks that
 * ends where the first run of the demo's own orders begins.
 */
export function demoRuns(monday: string): DemoRun[] {
  return Array.from({ length: runs }, (_none, place) => {
    const progress = place / (runs - 1);
    const wave = Math.sin(place * 2.3) * 0.04;
    const orders = 34 + ((place * 5) % 14);
    return {
      key: `HY-RUN-${String(place + 1).padStart(3, '0')}`,
      day: dayAfter(monday, -7 * (runs - place)),
      fields: { ...served(place, orders, progress, wave), ...fairness(orders, progress, wave), ...kept(place, orders) },
    };
  });
}

function served(place: number, orders: number, progress: number, wave: number) {
  const share = between(0.71, 0.93, progress, wave);
  const objective = Math.round(orders * share * (48 + 9 * progress) * 1e2) / 1e2;
  return {
    ...{ Orders__c: orders, People__c: 60, Served__c: Math.round(orders * share), Fill_Rate__c: share },
    ...{ Objective__c: objective, Bound__c: objective, Gap__c: 0, Proof__c: 'optimal' },
    ...{ Hours__c: orders * 31 + place * 3, Cost__c: orders * 31 * 292 },
    Worth_Coverage__c: between(0.52, 0.88, progress, wave),
    Margin_Coverage__c: between(0.31, 0.88, progress, wave),
  };
}

function fairness(orders: number, progress: number, wave: number) {
  return {
    Held_Envy__c: Math.max(0, Math.round(6 * (1 - progress * 1.3) + 10 * wave)),
    Idle_Envy__c: Math.max(0, Math.round(5 * (1 - progress * 0.7) - 10 * wave)),
    ...{ Pairs__c: (orders * (orders - 1)) / 2, Inversions__c: Math.round(orders * (7 - 4.2 * progress + 8 * wave)) },
    Worth_Alignment__c: between(0.02, 0.46, progress, wave),
    Grade_Correlation__c: between(0.51, 0.06, progress, wave),
    Connection_Bias__c: between(0.45, 0.04, progress, wave),
    Jain__c: between(0.72, 0.91, progress, wave / 4),
    Weighted_Jain__c: between(0.65, 0.88, progress, wave / 2),
    Load_Gini__c: between(0.84, 0.69, progress, wave / 2),
    Unit_Access__c: JSON.stringify({
      HQ: between(1.34, 1.05, progress, wave),
      East: between(1.18, 1.02, progress, -wave),
      North: between(0.96, 1.01, progress, wave),
      South: between(0.84, 0.98, progress, wave),
      Central: between(0.71, 0.94, progress, -wave),
      Southwest: between(0.66, 0.92, progress, wave),
      Northwest: between(0.58, 0.9, progress, -wave),
    }),
  };
}

function kept(place: number, orders: number) {
  const progress = place / (runs - 1);
  return {
    ...{ Mode__c: place % 5 === 4 ? 'no-envy' : 'worth', No_Envy_Price__c: place % 5 === 4 ? 3.1 - progress * 2 : 0 },
    Overrides__c: Math.max(0, Math.round(5 - 5 * progress + (place % 3) / 2)),
    ...{ Emergencies__c: place % 4 === 1 ? 2 : place % 2, Is_Emergency__c: place % 8 === 5 },
    Nominations__c: Math.round(orders * (0.4 - 0.33 * progress)),
    ...{ Seed__c: 1, Solver_Version__c: 'HiGHS 1.15', Fit_Version__c: '2026.1', Worth_Version__c: '2026.1' },
    Status__c: 'Applied',
  };
}

function between(from: number, to: number, progress: number, wave: number): number {
  return Math.round(Math.max(0, from + (to - from) * progress + wave) * 1e4) / 1e4;
}
