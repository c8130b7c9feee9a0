import { DateTime } from 'luxon';
import { dayAfter, type Holiday, isWorkedDay } from './capacity.ts';

/** When an office works: a zone, spans of a day in hours, and the days off. */
export interface WorkingCalendar {
  /** IANA name, such as Asia/Shanghai. */
  readonly zone: string;
  readonly holidays: readonly Holiday[];
  /** Region whose days off count beside those of everywhere. */
  readonly region?: string;
  /** Ascending, not overlapping; [9, 12] is nine to noon. */
  readonly spans?: readonly (readonly [from: number, to: number])[];
}

/** Eight hours a day with an hour at noon. */
const officeSpans = [
  [9, 12],
  [13, 18],
] as const;
const HOUR = 3_600_000;
/** A calendar that has not worked for so many days never will. */
const LONGEST_BREAK = 366;

/**
 * The instant at which so many working hours have passed; hours outside the calendar do not count. An order of Friday
 * evening is due on Monday evening.
 * @param start milliseconds since 1970, like the result
 */
export function workingInstantAfter(start: number, hours: number, calendar: WorkingCalendar): number {
  if (!(hours >= 0)) throw new RangeError(`Expected hours of 0 or more, got ${hours}.`);
  let left = hours * HOUR;
  let day = DateTime.fromMillis(start, { zone: calendar.zone }).toISODate() ?? '';
  for (let idle = 0; idle < LONGEST_BREAK; day = dayAfter(day, 1)) {
    const spans = spansOf(day, calendar).filter(([, to]) => to > start);
    idle = spans.length > 0 ? 0 : idle + 1;
    for (const [from, to] of spans) {
      const begin = Math.max(from, start);
      if (left <= to - begin) return begin + left;
      left -= to - begin;
    }
  }
  throw new RangeError(`Expected working days in the calendar of ${calendar.zone}, got none for a year.`);
}

/** Working hours between two instants, 0 when the end is earlier. */
export function workingHoursBetween(start: number, end: number, calendar: WorkingCalendar): number {
  let sum = 0;
  const last = DateTime.fromMillis(end, { zone: calendar.zone }).toISODate() ?? '';
  let day = DateTime.fromMillis(start, { zone: calendar.zone }).toISODate() ?? '';
  for (; day <= last; day = dayAfter(day, 1))
    for (const [from, to] of spansOf(day, calendar)) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum / HOUR;
}

function spansOf(day: string, { zone, holidays, region, spans = officeSpans }: WorkingCalendar): [number, number][] {
  if (!isWorkedDay(day, region, holidays)) return [];
  const midnight = DateTime.fromISO(day, { zone });
  return spans.map(([from, to]) => [
    midnight.plus({ hours: from }).toMillis(),
    midnight.plus({ hours: to }).toMillis(),
  ]);
}
