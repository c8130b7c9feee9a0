import { labelAt, rowsOf, valueAt, type Node } from 'c/gateData';
import { daysOf, mondayOf, spread } from './days';

export interface DayCell {
  readonly day: string;
  /** What is recorded; null where nothing is. */
  readonly recorded: number | null;
  readonly effortId: string | null;
  /** What stands in the field at first: the recorded hours, or the booked ones spread over the working days. */
  readonly proposed: number;
  /** Hours of a day that has not come cannot be recorded. */
  readonly ahead: boolean;
}

export interface WeekLine {
  readonly bookingId: string;
  readonly dispatchId: string;
  readonly number: string;
  readonly title: string;
  readonly deal: string;
  readonly hours: number;
  /** Said so by the engineer, or all that was booked is recorded. */
  readonly confirmed: boolean;
  readonly cells: readonly DayCell[];
}

export interface Week {
  readonly start: string;
  /** Days shown: the working week, and a day of the weekend that is worked. */
  readonly days: readonly string[];
  readonly lines: readonly WeekLine[];
  readonly capacity: number;
  readonly confirmed: boolean;
}

/** Every week with confirmed bookings, the oldest first. */
export function weeksOf(data: unknown, today: string): Week[] {
  const bookings = rowsOf(data, 'MF_Booking__c').filter((node) => valueAt(node, 'Status__c') === 'Confirmed');
  const starts = [...new Set(bookings.map(startOf))].sort();
  return starts.map((start) => {
    const efforts = rowsOf(data, 'MF_Effort__c').filter((node) => mondayOf(dayOf(node)) === start);
    const working = workingDays(data, start);
    const used = new Set([...working, ...efforts.map(dayOf)]);
    const days = daysOf(start).filter((day, index) => index < 5 || used.has(day));
    const lines = bookings
      .filter((booking) => startOf(booking) === start && valueAt(booking, 'Answer__c') !== 'Declined')
      .map((booking) => toLine(booking, { efforts, working, days, today }));
    return {
      start,
      days,
      lines,
      capacity: capacityOf(data, start),
      confirmed: lines.every((line) => line.confirmed),
    };
  });
}

interface Around {
  readonly efforts: readonly Node[];
  readonly working: readonly string[];
  readonly days: readonly string[];
  readonly today: string;
}

function toLine(booking: Node, { efforts, working, days, today }: Around): WeekLine {
  const dispatchId = String(valueAt(booking, 'Dispatch__c'));
  const own = efforts.filter((effort) => valueAt(effort, 'Dispatch__c') === dispatchId);
  const hours = Number(valueAt(booking, 'Hours__c') ?? 0);
  const recorded = own.reduce((sum, effort) => sum + Number(valueAt(effort, 'Hours__c') ?? 0), 0);
  const confirmed = valueAt(booking, 'Hours_Confirmed_On__c') !== null || recorded >= hours;
  const shares = new Map(spread(hours, working.length).map((share, index) => [working[index], share] as const));
  return {
    bookingId: booking.Id,
    dispatchId,
    ...namesOf(booking),
    hours,
    confirmed,
    cells: days.map((day) => {
      const effort = own.find((one) => dayOf(one) === day);
      const worked = effort === undefined ? null : Number(valueAt(effort, 'Hours__c'));
      const proposed = worked ?? (confirmed ? 0 : (shares.get(day) ?? 0));
      return { day, recorded: worked, effortId: effort?.Id ?? null, proposed, ahead: day > today };
    }),
  };
}

export function namesOf(booking: Node): Pick<WeekLine, 'number' | 'title' | 'deal'> {
  const order = booking['Dispatch__r'];
  const text = (...path: string[]) => String(valueAt(order, ...path) ?? '');
  return {
    number: text('Name'),
    title: [labelAt(order, 'Purpose__c'), text('Deliverable__c')].filter(Boolean).join(' · '),
    deal: text('Deal__r', 'Opportunity__r', 'Name'),
  };
}

/** Monday to Friday without the holidays of the person's region, and the days of the weekend that are worked instead. */
function workingDays(data: unknown, start: string): string[] {
  const [person] = rowsOf(data, 'MF_Resource__c');
  const region = valueAt(person, 'Region__c');
  const holidays = rowsOf(data, 'MF_Holiday__c').filter((node) => {
    const where = valueAt(node, 'Region__c');
    return where === null || where === region;
  });
  const of = (worked: boolean) =>
    new Set(holidays.filter((node) => (valueAt(node, 'Is_Worked__c') === true) === worked).map(dayOf));
  const [free, worked] = [of(false), of(true)];
  return daysOf(start).filter((day, index) => worked.has(day) || (index < 5 && !free.has(day)));
}

function capacityOf(data: unknown, start: string): number {
  const week = rowsOf(data, 'MF_Resource_Week__c').find((node) => valueAt(node, 'Week_Start__c') === start);
  return Number(valueAt(week, 'Capacity__c') ?? 0);
}

export const startOf = (booking: Node): string => String(valueAt(booking, 'Resource_Week__r', 'Week_Start__c'));

const dayOf = (node: Node): string => String(valueAt(node, 'Date__c'));
