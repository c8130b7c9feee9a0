import type { Store } from '../../store/store.ts';

/** Where the organization is: dates begin at its midnight and schedules go by its time of day. */
export function organizationZone(store: Store): string {
  const row = store.prepare('SELECT "TimeZoneSidKey" AS zone FROM "Organization" LIMIT 1').get();
  return typeof row?.['zone'] === 'string' ? row['zone'] : 'UTC';
}
