import { OrgError } from '../errors.ts';

/** API requests of the last 24 hours, by the hour, as the platform counts them. They are forgotten when the org stops. */
export interface DailyUsage {
  readonly max: number;
  count(): void;
  /** Throws when nothing is left of the day's requests. */
  check(): void;
  used(): number;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** Enterprise edition without further licences. */
const MAX_REQUESTS = 100_000;

export function createDailyUsage(now: () => number, max = MAX_REQUESTS): DailyUsage {
  const byHour = new Map<number, number>();
  const drop = (): number => {
    const current = Math.floor(now() / HOUR_MS);
    for (const hour of byHour.keys()) if (hour <= current - HOURS) byHour.delete(hour);
    return current;
  };
  const used = (): number => {
    drop();
    return [...byHour.values()].reduce((sum, requests) => sum + requests, 0);
  };
  return {
    max,
    check() {
      if (used() >= max)
        throw new OrgError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', { httpStatus: 403 });
    },
    count() {
      const hour = drop();
      byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
    },
    used,
  };
}
