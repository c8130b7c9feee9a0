import type { Org } from '../org.ts';

/** The locale of the company, which every user's may differ from. */
export function companyLocale(org: Org): string {
  const row = org.store.prepare('SELECT "DefaultLocaleSidKey" AS locale FROM "Organization" LIMIT 1').get();
  return String(row?.['locale'] ?? 'en_US');
}
