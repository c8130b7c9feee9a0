import { rowsOf, valueAt } from 'c/gateData';
import { weekText } from './days';
import { namesOf, startOf, type WeekLine } from './weeks';

/** What an order asks of the engineer, all its weeks together: they are accepted or declined at once. */
export interface Question extends Pick<WeekLine, 'number' | 'title' | 'deal'> {
  readonly dispatchId: string;
  readonly bookingIds: readonly string[];
  readonly weeks: readonly { readonly id: string; readonly text: string; readonly hours: number }[];
  readonly hours: number;
}

/** Bookings from this week on that the engineer has not answered. */
export function questionsOf(data: unknown, thisMonday: string): Question[] {
  const open = rowsOf(data, 'MF_Booking__c')
    .filter((node) => valueAt(node, 'Answer__c') === null && startOf(node) >= thisMonday)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const ids = [...new Set(open.map((node) => String(valueAt(node, 'Dispatch__c'))))];
  return ids.flatMap((dispatchId) => {
    const own = open.filter((node) => valueAt(node, 'Dispatch__c') === dispatchId);
    const [first] = own;
    if (first === undefined) return [];
    const weeks = own.map((node) => ({
      id: node.Id,
      text: weekText(startOf(node)),
      hours: Number(valueAt(node, 'Hours__c') ?? 0),
    }));
    const hours = weeks.reduce((sum, week) => sum + week.hours, 0);
    return [{ dispatchId, bookingIds: own.map((node) => node.Id), weeks, hours, ...namesOf(first) }];
  });
}
