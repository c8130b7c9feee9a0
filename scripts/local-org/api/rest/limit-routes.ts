import type { DailyUsage } from '../daily-usage.ts';
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
  return { DailyApiRequests: { Max: usage.max, Remaining: Math.max(0, usage.max - usage.used()) } };
}
