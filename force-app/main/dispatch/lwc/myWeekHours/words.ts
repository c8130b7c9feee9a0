import LOCALE from '@salesforce/i18n/locale';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
const WEEK = 6 * 86_400_000;

export const dayText = (day: string): string =>
  format({ weekday: 'short', month: 'numeric', day: 'numeric' }).format(Date.parse(day));

export const weekText = (monday: string): string =>
  format({ dateStyle: 'medium' }).formatRange(Date.parse(monday), Date.parse(monday) + WEEK);
