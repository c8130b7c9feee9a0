import LOCALE from '@salesforce/i18n/locale';

/** One decimal, none where it is zero. */
export function figure(value: number, digits = 1): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits }).format(value);
}

/** A share 0-1 as a percentage. */
export function percent(share: number, digits = 1): string {
  return new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** Month and day of an ISO date, whatever the zone of the reader. */
export function shortDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(LOCALE, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(day);
}
