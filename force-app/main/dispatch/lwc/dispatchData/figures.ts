import LOCALE from '@salesforce/i18n/locale';

/** Making a format costs more than using it a hundred times: each is made once. */
const numbers = new Map<string, Intl.NumberFormat>();
const day = new Intl.DateTimeFormat(LOCALE, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const days = new Map<string, string>();

function numberFormat(style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${style}${String(digits)}`;
  let format = numbers.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE, { style, maximumFractionDigits: digits });
    numbers.set(key, format);
  }
  return format;
}

/** One decimal, none where it is zero. */
export function figure(value: number, digits = 1): string {
  return numberFormat('decimal', digits).format(value);
}

/** A share 0-1 as a percentage. */
export function percent(share: number, digits = 1): string {
  return numberFormat('percent', digits).format(share);
}

/** Month and day of an ISO date, whatever the zone of the reader. */
export function shortDate(date: string): string {
  let text = days.get(date);
  if (text === undefined) {
    text = day.format(new Date(`${date}T00:00:00Z`));
    days.set(date, text);
  }
  return text;
}

/** From the first week to the last, by their Mondays; a single week is said once. */
export function shortWeeks(first: string, last: string): string {
  return first === last ? shortDate(first) : `${shortDate(first)}–${shortDate(last)}`;
}
