import { dayAfter, weekCapacity, type Holiday } from 'c/dispatchRules';
import type { Person } from './person';
import type { PersonWeeks } from './week';

/** Hours of a person's week. */
export interface WeekFacts {
  readonly capacity: number;
  readonly booked: number;
  readonly proposed: number;
  readonly free: number;
  readonly absences: string;
}

/** A week that nobody has planned yet is what the calendar leaves of it. */
export function weekFacts(
  person: Person,
  monday: string,
  known: PersonWeeks | undefined,
  holidays: readonly Holiday[],
): WeekFacts | undefined {
  if (known === undefined) return undefined;
  const week = known.weeks.find((one) => one.monday === monday);
  const absences = known.absences.filter(({ from, to }) => from <= dayAfter(monday, 6) && to >= monday);
  const { region, weeklyHours } = person;
  const byCalendar = weekCapacity(monday, { region, weeklyHours, absences: known.absences }, holidays);
  const booked = week?.booked ?? 0;
  const capacity = week ? Math.min(week.capacity, Math.max(byCalendar, booked)) : byCalendar;
  return {
    capacity,
    booked,
    proposed: week?.proposed ?? 0,
    free: Math.max(0, Math.round((capacity - booked) * 100) / 100),
    absences: [...new Set(absences.map(({ kind }) => kind))].join(', '),
  };
}
