import LOCALE from '@salesforce/i18n/locale';

const DAY = 86_400_000;

export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const plusDays = (day: string, count: number): string => isoDay(Date.parse(`${day}T00:00:00Z`) + count * DAY);

export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}

/** Monday to Sunday of a week. */
export const daysOf = (monday: string): string[] => Array.from({ length: 7 }, (_, index) => plusDays(monday, index));

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });

export const dayText = (day: string): string =>
  format({ weekday: 'short', month: 'numeric', day: 'numeric' }).format(Date.parse(day));

export const dateText = (day: string): string => format({ dateStyle: 'medium' }).format(Date.parse(day));

export const weekText = (monday: string): string =>
  format({ dateStyle: 'medium' }).formatRange(Date.parse(monday), Date.parse(plusDays(monday, 6)));

/** Hours evenly over the days in half hours; what does not come out even falls on the first days. */
export function spread(hours: number, days: number): number[] {
  if (days <= 0) return [];
  const halves = Math.round(hours * 2);
  const [each, rest] = [Math.floor(halves / days), halves % days];
  return Array.from({ length: days }, (_, index) => (each + (index < rest ? 1 : 0)) / 2);
}
