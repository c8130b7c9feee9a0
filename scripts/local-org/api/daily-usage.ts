/** API requests of the last 24 hours, by the hour, as the platform counts them. */
export interface DailyUsage {
  readonly max: number;
  count(): void;
  used(): number;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** Enterprise edition without further licences. */
const MAX_REQUESTS = 100_000;

export function createDailyUsage(now: () => number): DailyUsage {
  const byHour = new Map<number, number>();
  const drop = (): number => {
    const current = Math.floor(now() / HOUR_MS);
    for (const hour of byHour.keys()) if (hour <= current - HOURS) byHour.delete(hour);
    return current;
  };
  return {
    max: MAX_REQUESTS,
    count() {
      const hour = drop();
      byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
    },
    used() {
      drop();
      return [...byHour.values()].reduce((sum, requests) => sum + requests, 0);
    },
  };
}
