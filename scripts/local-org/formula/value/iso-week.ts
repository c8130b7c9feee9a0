import { DAY } from './date.ts';

/** ISO 8601: weeks begin on Monday, and a week belongs to the year that has its Thursday. */
export function isoWeek(day: number): { readonly year: number; readonly week: number } {
  const thursday = day + 3 - ((((day + 3) % 7) + 7) % 7);
  const year = new Date(thursday * DAY).getUTCFullYear();
  return { year, week: Math.floor((thursday - firstDayOf(year)) / 7) + 1 };
}

/** 1 for the first of January. */
export function dayOfYear(day: number): number {
  return day - firstDayOf(new Date(day * DAY).getUTCFullYear()) + 1;
}

function firstDayOf(year: number): number {
  const first = new Date(0);
  first.setUTCFullYear(year, 0, 1);
  return first.getTime() / DAY;
}
