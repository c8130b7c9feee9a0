import LOCALE from '@salesforce/i18n/locale';

const DAY = 86_400_000;
const COUNT = 26;
const dates = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });

/** The Mondays of half a year from this week on, as choices; a week that a draft has and that is over stays choosable. */
export function weekOptions(today: string, chosen: string): { value: string; label: string }[] {
  const first = Date.parse(mondayOf(today));
  const ahead = Array.from({ length: COUNT }, (_, index) => isoDay(first + index * 7 * DAY));
  const days = chosen && !ahead.includes(chosen) ? [chosen, ...ahead] : ahead;
  return days.map((value) => ({ value, label: weekLabel(value) }));
}

/** "2026-11-30 – 12-04" in the user's way: a week is named by the working days it has. */
export function weekLabel(monday: string): string {
  return dates.formatRange(Date.parse(monday), Date.parse(monday) + 4 * DAY);
}

/** From the first Monday to the last Friday. */
export function windowLabel(first: string, last: string): string {
  if (first === '' || last === '') return '';
  return dates.formatRange(Date.parse(first), Date.parse(last) + 4 * DAY);
}

function mondayOf(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return isoDay(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
