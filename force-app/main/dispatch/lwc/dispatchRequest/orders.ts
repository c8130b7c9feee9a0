import LANG from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import userId from '@salesforce/user/Id';
import { inLanguage, labelAt, rowsOf, valueAt, type Node } from 'c/gateData';
import { fill } from 'c/labelText';
import { actionsOf, type Action } from './actions';
import { labels } from './labels';

export interface Deliverable {
  readonly id: string;
  readonly name: string;
  readonly link: string | null;
  readonly accepted: boolean;
  readonly quality: number | null;
}

/** An order as the card shows it. */
export interface Order {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly statusClass: string;
  readonly title: string;
  readonly size: string;
  readonly rank: string;
  readonly reason: string;
  readonly explanation: string;
  readonly people: string;
  readonly requester: string;
  readonly answer: string;
  readonly answerClass: string;
  readonly emergency: string;
  readonly deliverables: readonly Deliverable[];
  readonly actions: readonly Action[];
}

const STANDINGS: Readonly<Record<string, string>> = {
  Confirmed: 'good',
  'In progress': 'good',
  Delivered: 'act',
  Accepted: 'good',
  Deferred: 'warn',
  Rejected: 'bad',
  Cancelled: 'over',
  Closed: 'over',
  Recalled: 'over',
};

/** @param now milliseconds since 1970 */
export function ordersOf(data: unknown, now: number): Order[] {
  const bookings = rowsOf(data, 'MF_Booking__c');
  const deliverables = rowsOf(data, 'MF_Deliverable__c');
  return rowsOf(data, 'MF_Dispatch__c').map((node) => toOrder(node, { bookings, deliverables, now }));
}

interface Around {
  readonly bookings: readonly Node[];
  readonly deliverables: readonly Node[];
  readonly now: number;
}

function toOrder(node: Node, { bookings, deliverables, now }: Around): Order {
  const text = (...path: string[]) => String(valueAt(node, ...path) ?? '');
  const status = text('Status__c');
  const mine = valueAt(node, 'Requester__c') === userId;
  return {
    id: node.Id,
    number: text('Name'),
    status,
    statusLabel: labelAt(node, 'Status__c'),
    statusClass: `status ${STANDINGS[status] ?? ''}`,
    title: [labelAt(node, 'Purpose__c'), text('Deliverable__c')].filter(Boolean).join(' · '),
    size: sizeOf(node),
    rank: rankOf(node),
    reason: text('Status_Reason__c'),
    explanation: inLanguage(node, ['Explanation_En__c'], ['Explanation_Zh__c']),
    people: peopleOf(bookings.filter((booking) => valueAt(booking, 'Dispatch__c') === node.Id)),
    requester: mine ? '' : fill(labels.askedBy, text('Requester__r', 'Name')),
    ...answerOf(node, now),
    emergency: emergencyOf(node),
    deliverables: deliverables.filter((one) => valueAt(one, 'Dispatch__c') === node.Id).map(toDeliverable),
    actions: actionsOf(status, {
      mine,
      unapproved: valueAt(node, 'Emergency__c') === true && valueAt(node, 'Emergency_Approved_By__c') === null,
    }),
  };
}

const toDeliverable = (node: Node): Deliverable => ({
  id: node.Id,
  name: String(valueAt(node, 'Name') ?? ''),
  link: valueAt(node, 'Link__c') as string | null,
  accepted: valueAt(node, 'Accepted__c') === true,
  quality: valueAt(node, 'Quality__c') as number | null,
});

/** "24 h × 2 people, weeks of 30/11 – 7/12", as far as it is known. */
function sizeOf(node: Node): string {
  const [hours, heads] = [valueAt(node, 'Hours__c'), Number(valueAt(node, 'Headcount__c') ?? 1)];
  const [first, last] = [valueAt(node, 'First_Week__c'), valueAt(node, 'Last_Week__c')];
  const work = hours === null ? '' : fill(heads > 1 ? labels.hoursEach : labels.hours, Number(hours), heads);
  if (first === null) return work;
  const weeks = first === last || last === null ? dayText(first) : `${dayText(first)} – ${dayText(last)}`;
  return [work, fill(labels.weeks, weeks)].filter(Boolean).join(' · ');
}

function rankOf(node: Node): string {
  const [rank, worth, serving] = ['Rank__c', 'Worth__c', 'Serving_Worth__c'].map((field) => valueAt(node, field));
  const parts = [
    rank === null ? '' : fill(labels.rank, Number(rank)),
    worth === null ? '' : fill(labels.worth, oneDecimal(Number(worth))),
    serving === null ? '' : fill(labels.servingWorth, oneDecimal(Number(serving))),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Everybody once, with the hours of all weeks. */
function peopleOf(bookings: readonly Node[]): string {
  const hours = new Map<string, number>();
  for (const booking of bookings) {
    if (valueAt(booking, 'Status__c') === 'Cancelled') continue;
    const name = String(valueAt(booking, 'Resource_Week__r', 'Resource__r', 'Name') ?? '');
    hours.set(name, (hours.get(name) ?? 0) + Number(valueAt(booking, 'Hours__c') ?? 0));
  }
  return new Intl.ListFormat(LANG).format([...hours].map(([name, sum]) => fill(labels.personHours, name, sum)));
}

/** How long the first answer may still take, or whether it came in time. */
function answerOf(node: Node, now: number): Pick<Order, 'answer' | 'answerClass'> {
  const [answered, due] = [valueAt(node, 'First_Answered_At__c'), valueAt(node, 'Sla_Due__c')];
  const waits = valueAt(node, 'Status__c') === 'Submitted' && answered === null;
  if (waits && due !== null) {
    const left = Date.parse(String(due)) - now;
    const label = left < 0 ? labels.overdue : labels.answerDue;
    return { answer: fill(label, relative(left)), answerClass: left < 0 ? 'answer late' : 'answer' };
  }
  if (waits) return { answer: labels.waits, answerClass: 'answer' };
  if (answered === null || due === null) return { answer: '', answerClass: '' };
  const met = valueAt(node, 'Sla_Met__c') === true;
  return { answer: met ? labels.inTime : labels.late, answerClass: met ? 'answer' : 'answer late' };
}

function emergencyOf(node: Node): string {
  if (valueAt(node, 'Emergency__c') !== true) return '';
  return valueAt(node, 'Emergency_Approved_By__c') === null ? labels.emergencyOpen : labels.emergency;
}

function relative(milliseconds: number): string {
  const format = new Intl.RelativeTimeFormat(LANG, { numeric: 'always' });
  const minutes = milliseconds / 60_000;
  if (Math.abs(minutes) < 60) return format.format(Math.trunc(minutes), 'minute');
  if (Math.abs(minutes) < 48 * 60) return format.format(Math.trunc(minutes / 60), 'hour');
  return format.format(Math.trunc(minutes / 1440), 'day');
}

const dayText = (day: unknown): string =>
  new Intl.DateTimeFormat(LOCALE, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${String(day)}T00:00:00Z`),
  );

const oneDecimal = (value: number): string => value.toLocaleString(LOCALE, { maximumFractionDigits: 1 });
