import type { DateTime } from 'luxon';
import type { RunContext } from '../run-context.ts';

/** 1 to 12, from the organization. */
export function fiscalStartMonth(context: RunContext): number {
  const row = context.session.org.store
    .prepare('SELECT "FiscalYearStartMonth" AS month FROM "Organization" LIMIT 1')
    .get();
  return Number(row?.['month'] ?? 1) || 1;
}

export function fiscalYearStart(day: DateTime, context: RunContext): DateTime {
  const start = day.startOf('year').set({ month: fiscalStartMonth(context) });
  return start > day ? start.minus({ years: 1 }) : start;
}
