import TIME_ZONE from '@salesforce/i18n/timeZone';
import { dayAfter, mondayOf } from 'c/dispatchRules';

const WEEKS = 12;

/** The Mondays of twelve weeks from this one on, where the user is. */
export function mondaysAhead(): string[] {
  const monday = mondayOf(new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date()));
  return Array.from({ length: WEEKS }, (_none, week) => dayAfter(monday, 7 * week));
}
