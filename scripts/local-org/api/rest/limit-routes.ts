import { DAILY_LIMITS, type DailyLimit, type DailyUsage } from '../daily-usage.ts';
import type { Route } from '../route.ts';

export function limitRoutes(usage: DailyUsage): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/services/data/:version/limits',
      feature: 'Limits',
      handle: () => ({ status: 200, body: limits(usage) }),
    },
  ];
}

/** Only what the local org counts is reported: a figure that nobody keeps would be a lie. */
function limits(usage: DailyUsage): object {
  const names = Object.keys(DAILY_LIMITS) as DailyLimit[];
  return Object.fromEntries(
    names.map((name) => {
      const max = usage.max(name);
      return [name, { Max: max, Remaining: Math.max(0, Math.floor(max - usage.used(name))) }];
    }),
  );
}
