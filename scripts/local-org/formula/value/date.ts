import { FormulaRuntimeError } from '../errors.ts';

export const DAY = 86_400_000;

/** `YYYY-MM-DD` → days since 1970. The store only holds dates that exist. */
export const dateFromStore = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY;
export const dateToStore = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const dateTimeFromStore = (text: string): number => Date.parse(text);
export const dateTimeToStore = (milliseconds: number): string => new Date(milliseconds).toISOString();
export const timeToStore = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(11, 23);

export function timeFromStore(text: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = text.replace(/Z$/, '').split(':');
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000);
}

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Milliseconds since 1970, if the year has four digits: no other date can be written down. */
export function inCalendar(milliseconds: number): number {
  if (milliseconds >= FIRST && milliseconds <= LAST) return milliseconds;
  throw new FormulaRuntimeError('The date is out of range');
}

/** Days since 1970 of a calendar date, or undefined when it does not exist. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / DAY : undefined;
}

/** DATEVALUE of text: four digits of year, then month and day with or without a leading zero. */
export function parseDate(text: string): number {
  const match = /^(\d{4})-(\d{1,})-(\d{1,})/.exec(text);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  if (day === undefined) throw new FormulaRuntimeError('Invalid date for DATEVALUE function');
  return day;
}

/** DATETIMEVALUE of text, read as GMT. */
export function parseDateTime(text: string): number {
  const [, date, ...clock] = /^(\d{4}-\d+-\d+) +(\d+):(\d+):(\d+)/.exec(text) ?? [];
  const [hours = NaN, minutes = NaN, seconds = NaN] = clock.map(Number);
  const time = timeOf(hours, minutes, seconds, 0);
  if (date === undefined || time === undefined)
    throw new FormulaRuntimeError('Invalid value for DATETIMEVALUE function');
  return parseDate(date) * DAY + time;
}

/** TIMEVALUE of text: `HH:mm:ss.SSS`. */
export function parseTime(text: string): number {
  const match = /^(\d+):(\d+):(\d+)\.(\d+)$/.exec(text);
  const time = match && timeOf(Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4]));
  if (time === undefined || time === null) throw new FormulaRuntimeError(`Invalid time format: ${text}`);
  return time;
}

function timeOf(hours: number, minutes: number, seconds: number, milliseconds: number): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59 || milliseconds > 999) return undefined;
  return hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at an instant in a zone: TODAY(), DATEVALUE(date/time). */
export function dayInZone(milliseconds: number, timeZone: string): number {
  if (timeZone === 'UTC' || timeZone === 'GMT') return Math.floor(milliseconds / DAY);
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, formatter);
  }
  const [year = NaN, month = NaN, day = NaN] = formatter.format(milliseconds).split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}
