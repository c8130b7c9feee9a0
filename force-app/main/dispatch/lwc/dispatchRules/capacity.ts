/** Hours that a calendar leaves of an engineer's week. All days are ISO dates. */

export interface Absence {
  readonly from: string;
  readonly to: string;
  /** Hours that each week of the span loses; undefined takes its working days whole. */
  readonly hoursPerWeek?: number;
}

export interface Holiday {
  readonly date: string;
  /** Undefined holds everywhere; a day of the own region goes before one of everywhere. */
  readonly region?: string;
  /** A weekend day that is worked instead of a day off. */
  readonly worked: boolean;
}

export interface WorkingHours {
  readonly region: string;
  readonly weeklyHours: number;
  readonly absences: readonly Absence[];
}

const DAY = 86_400_000;
const WORKING_DAYS = 5;

/** Working days × a fifth of the weekly hours, less absences; between 0 and the weekly hours. */
export function weekCapacity(monday: string, person: WorkingHours, holidays: readonly Holiday[]): number {
  const week = Array.from({ length: 7 }, (_none, day) => dayAfter(monday, day));
  const working = week.filter((date, day) => isWorked(date, day < WORKING_DAYS, person.region, holidays));
  const touching = person.absences.filter(({ from, to }) => from <= dayAfter(monday, 6) && to >= monday);
  const whole = touching.filter((absence) => absence.hoursPerWeek === undefined);
  const present = working.filter((date) => !whole.some(({ from, to }) => from <= date && date <= to));
  const lost = touching.reduce((sum, absence) => sum + (absence.hoursPerWeek ?? 0), 0);
  const hours = Math.min(person.weeklyHours, (present.length * person.weeklyHours) / WORKING_DAYS) - lost;
  return Math.round(Math.max(0, hours) * 100) / 100;
}

/** The Monday on or before a day. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return dayAfter(date, -((weekday + 6) % 7));
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function isWorked(date: string, isWeekday: boolean, region: string, holidays: readonly Holiday[]): boolean {
  const ofDay = holidays.filter((holiday) => holiday.date === date);
  const told = ofDay.find((holiday) => holiday.region === region) ?? ofDay.find(({ region: own }) => own === undefined);
  return told?.worked ?? isWeekday;
}
