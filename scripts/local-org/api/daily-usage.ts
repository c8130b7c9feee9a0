import { OrgError } from '../errors.ts';
import type { DocumentCollection } from '../store/store.ts';

/** What a day allows: Enterprise edition without further licences, and the Bulk limits of every edition. */
export const DAILY_LIMITS = {
  DailyApiRequests: 100_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
} as const;

export type DailyLimit = keyof typeof DAILY_LIMITS;

/** What the last 24 hours used, by the hour, as the platform counts it. */
export interface DailyUsage {
  max(limit: DailyLimit): number;
  count(limit: DailyLimit, amount?: number): void;
  /** Throws when nothing is left. */
  check(limit: DailyLimit): void;
  used(limit: DailyLimit): number;
  /** Writes down what was counted since the last time. */
  keep(): void;
}

interface Options {
  readonly now: () => number;
  /** Where the counts outlive the process. */
  readonly kept: DocumentCollection;
  readonly requests?: number;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;

export function createDailyUsage({ now, kept, requests }: Options): DailyUsage {
  const counts = new Map<DailyLimit, Map<number, number>>();
  let changed = false;
  for (const limit of limits) counts.set(limit, new Map((kept.get(limit) ?? []) as [number, number][]));
  const hoursOf = (limit: DailyLimit): Map<number, number> => {
    const byHour = counts.get(limit) ?? new Map<number, number>();
    for (const hour of byHour.keys()) if (hour <= hourOf(now()) - HOURS) byHour.delete(hour);
    return byHour;
  };
  const max = (limit: DailyLimit): number =>
    limit === 'DailyApiRequests' && requests !== undefined ? requests : DAILY_LIMITS[limit];
  const used = (limit: DailyLimit): number => [...hoursOf(limit).values()].reduce((sum, amount) => sum + amount, 0);
  return {
    max,
    used,
    check(limit) {
      if (used(limit) >= max(limit)) throw refusal(limit);
    },
    count(limit, amount = 1) {
      const byHour = hoursOf(limit);
      const hour = hourOf(now());
      byHour.set(hour, (byHour.get(hour) ?? 0) + amount);
      changed = true;
    },
    keep() {
      if (!changed) return;
      for (const limit of limits) kept.put(limit, [...hoursOf(limit)]);
      changed = false;
    },
  };
}

const limits = Object.keys(DAILY_LIMITS) as DailyLimit[];
const hourOf = (time: number): number => Math.floor(time / HOUR_MS);

function refusal(limit: DailyLimit): OrgError {
  if (limit === 'DailyApiRequests')
    return new OrgError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', { httpStatus: 403 });
  const message =
    'ExceededQuota : The job or batch you tried to create exceeds the allowed number for a 24-hour period.';
  return new OrgError('EXCEEDEDQUOTA', message);
}
