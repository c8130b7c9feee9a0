import type { OrgRecord } from '../../salesforce/org-port.ts';
import { changedRows } from '../playbook-load/changed-rows.ts';
import type { AllocationQuestion, WeekChange } from './allocation-question.ts';
import type { AllocationState, BookingFacts, OrderFacts } from './allocation-state.ts';
import { candidateRows } from './candidate-rows.ts';
import { type Decision, namesOf } from './decisions.ts';
import type { Names } from './explanation-words.ts';
import { isScored, worthRow } from './score-worth.ts';
import { isUnknown, type Unplannable } from './unplannable.ts';

/** Only what differs from the org. */
export interface AllocationWrites {
  readonly scores: readonly OrderRow[];
  readonly weeks: readonly WeekChange[];
  /** Ids of the weeks there are, by `weekName`. */
  readonly weekIds: ReadonlyMap<string, string>;
  readonly cancellations: readonly OrderRow[];
  readonly bookings: readonly BookingChange[];
  readonly orders: readonly OrderRow[];
  readonly newCandidates: readonly OrderRow[];
  readonly changedCandidates: readonly OrderRow[];
}

/** A row and the order it belongs to: a refusal is told of that order. */
export interface OrderRow {
  readonly orderId: string;
  readonly order: string;
  readonly row: OrgRecord;
}

export interface BookingChange {
  readonly orderId: string;
  readonly order: string;
  readonly personId: string;
  readonly monday: string;
  readonly hours: number;
  /** Of the booking that is there; absent for a new one. */
  readonly id?: string;
}

export const weekName = (personId: string, monday: string): string => `${personId}|${monday}`;

export interface Decided {
  readonly decisions: readonly Decision[];
  readonly runKey: string;
  readonly now: number;
}

export function planWrites(state: AllocationState, question: AllocationQuestion, decided: Decided): AllocationWrites {
  const bookings = wantedBookings(decided.decisions);
  const facts = new Map(state.open.map((order) => [order.id, order]));
  const names = namesOf(state);
  const rowsOf = Map.groupBy(state.candidates, (row) => row['Dispatch__c']);
  const candidates = decided.decisions.flatMap((decision) =>
    candidateChanges(decision, rowsOf.get(decision.orderId) ?? [], { runKey: decided.runKey, names }),
  );
  const known = new Map(state.bookings.map((booking) => [placeOf(booking), booking]));
  return {
    scores: [...state.submitted, ...state.open]
      .filter((order) => !isScored(order) && !isUnknown(order))
      .map((order) => ({ orderId: order.id, order: order.name, row: worthRow(order, state, decided.now) })),
    weeks: question.weeks,
    weekIds: new Map(state.weeks.map((week) => [weekName(week.personId, week.monday), week.id])),
    cancellations: cancellations(state, question, bookings),
    bookings: bookings.flatMap((booking) => changedBooking(known.get(placeOf(booking)), booking)),
    orders: [
      ...decided.decisions.flatMap((decision) => {
        const order = facts.get(decision.orderId);
        return order ? changedOrder(order, decidedRow(order, decision, decided.runKey, state.language)) : [];
      }),
      ...question.unplannable.flatMap((one) => changedOrder(one.order, putAside(one, state.language))),
    ],
    newCandidates: candidates.filter(({ row }) => row['Id'] === undefined),
    changedCandidates: candidates.filter(({ row }) => row['Id'] !== undefined),
  };
}

function wantedBookings(decisions: readonly Decision[]): BookingChange[] {
  return decisions.flatMap(({ orderId, order, people }) =>
    people.flatMap(({ id, weeks }) => weeks.map((week) => ({ orderId, order, personId: id, ...week }))),
  );
}

function changedBooking(found: BookingFacts | undefined, wanted: BookingChange): BookingChange[] {
  if (!found) return [wanted];
  return found.status === 'Proposed' && found.hours === wanted.hours ? [] : [{ ...wanted, id: found.id }];
}

/** Earlier proposals of the orders allocated now that are no part of the plan; settled orders keep theirs. */
function cancellations(
  state: AllocationState,
  question: AllocationQuestion,
  wanted: readonly BookingChange[],
): OrderRow[] {
  const names = namesOf(state);
  const places = new Set(wanted.map(placeOf));
  const free = new Set([...question.orders, ...question.unplannable.map(({ order }) => order)].map(({ id }) => id));
  return state.bookings
    .filter((one) => one.status === 'Proposed' && free.has(one.orderId))
    .filter((one) => !places.has(placeOf(one)))
    .map(({ id, orderId }) => ({
      orderId,
      order: names.order(orderId),
      row: { Id: id, Status__c: 'Cancelled' },
    }));
}

/** An order has one booking for each week of a person. */
function placeOf({ orderId, personId, monday }: Pick<BookingChange, 'orderId' | 'personId' | 'monday'>): string {
  return `${orderId}|${personId}|${monday}`;
}

function decidedRow(order: OrderFacts, decision: Decision, runKey: string, language: 'en' | 'zh'): OrgRecord {
  const { reason, people, rank, servingWorth, words } = decision;
  const status = reason
    ? { Status__c: 'Deferred', Status_Reason__c: reason[language] }
    : // The reason of a deferral that is over; any other stays.
      { Status__c: 'Proposed', ...(order.status === 'Deferred' ? { Status_Reason__c: null } : {}) };
  return {
    Id: order.id,
    ...status,
    Lead__c: people[0]?.id ?? null,
    Rank__c: rank,
    Serving_Worth__c: servingWorth ?? null,
    Explanation_En__c: words.en,
    Explanation_Zh__c: words.zh,
    Allocation_Run__r: { Run_Key__c: runKey },
  };
}

function putAside({ order, reason }: Unplannable, language: 'en' | 'zh'): OrgRecord {
  return { Id: order.id, Status__c: 'Deferred', Status_Reason__c: reason[language], Lead__c: null, Rank__c: null };
}

function changedOrder(order: OrderFacts, wanted: OrgRecord): OrderRow[] {
  return changedRows({ object: 'MF_Dispatch__c', externalIdField: 'Id', rows: [wanted] }, [order.row]).map(
    ({ row, fields }) => ({ orderId: order.id, order: order.name, row: only(row, ['Id', ...fields]) }),
  );
}

function candidateChanges(
  decision: Decision,
  existing: readonly OrgRecord[],
  context: { readonly runKey: string; readonly names: Names },
): OrderRow[] {
  const rows = candidateRows(decision.explanation, existing, context);
  const idOf = new Map(existing.map((row) => [row['Candidate_Key__c'], row['Id']]));
  const wanted = { object: 'MF_Candidate__c', externalIdField: 'Candidate_Key__c', rows };
  return changedRows(wanted, existing).map(({ row, key, fields }) => ({
    orderId: decision.orderId,
    order: decision.order,
    row: fields.length === 0 ? row : { Id: idOf.get(key), ...only(row, fields) },
  }));
}

function only(row: OrgRecord, fields: readonly string[]): OrgRecord {
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)));
}
