import { createHash } from 'node:crypto';
import type { AllocationPerson } from '../../model/dispatch/allocation.ts';
import { dayAfter, mondayOf, mondaysBetween, weekCapacity } from '../../model/dispatch/capacity.ts';
import type { ObservedOrder } from '../../model/dispatch/fairness.ts';
import type { AllocationState, BookingFacts, OrderFacts, PersonFacts, WeekFacts } from './allocation-state.ts';
import { worthScore } from './score-worth.ts';
import { type Unplannable, whyUnavailable, whyUnplannable } from './unplannable.ts';

/** The solver's question, and what else the answer needs to be written down. */
export interface AllocationQuestion {
  readonly mondays: readonly string[];
  readonly orders: readonly ObservedOrder[];
  readonly people: readonly AllocationPerson[];
  /** Capacities to write: weeks that are missing, and weeks whose calendar has changed since they were counted. */
  readonly weeks: readonly WeekChange[];
  /** Why active people cannot be planned, one sentence each. */
  readonly unavailable: readonly string[];
  /** Orders put aside: the others do not wait for them. */
  readonly unplannable: readonly Unplannable[];
}

export interface WeekChange {
  readonly personId: string;
  readonly monday: string;
  readonly capacity: number;
  /** What the count gave, where a person has set the capacity lower. */
  readonly counted: number;
}

/** Weeks ahead that a window may reach; nobody's calendar is known further. */
const HORIZON = 52;

/** Locked by a dispatcher, or decided by one against the allocation: left as it is, and its hours are taken. */
function isSettled(order: OrderFacts, proposed: readonly BookingFacts[]): boolean {
  return proposed.length > 0 && (order.isOverridden || proposed.some((booking) => booking.isLocked));
}

export function buildQuestion(state: AllocationState): AllocationQuestion {
  const monday = mondayOf(state.today);
  const proposals = state.bookings.filter((one) => one.status === 'Proposed');
  const proposed = Map.groupBy(proposals, (booking) => booking.orderId);
  const isOpen = (order: OrderFacts) => !isSettled(order, proposed.get(order.id) ?? []);
  const settled = new Set(state.open.filter((order) => !isOpen(order)).map((order) => order.id));
  const open = state.open.filter((order) => !settled.has(order.id));
  const judged = open.map((order) => ({ order, reason: whyUnplannable(order, monday) }));
  const orders = judged.filter(({ reason }) => reason === undefined).map(({ order }) => order);
  const last = orders.map((order) => order.lastWeek).reduce((left, right) => (left > right ? left : right), '');
  const horizon = dayAfter(monday, 7 * (HORIZON - 1));
  const mondays = mondaysBetween(monday, last < horizon ? last : horizon);
  const rated = state.people.filter((person) => whyUnavailable(person) === undefined);
  const declined = Map.groupBy(
    state.bookings.filter((one) => one.isDeclined),
    (booking) => booking.orderId,
  );
  const weeksOf = Map.groupBy(state.weeks, (week) => week.personId);
  const held = proposals.filter((one) => settled.has(one.orderId));
  const heldBy = Map.groupBy(held, (booking) => booking.personId);
  const { holidays } = state;
  const planned = rated.map((person) =>
    planPerson(person, { mondays, holidays, weeks: weeksOf.get(person.id) ?? [], held: heldBy.get(person.id) ?? [] }),
  );
  return {
    mondays,
    orders: orders.map((order) => observe(order, state, mondays, declined)),
    people: planned.map(({ person }) => person),
    weeks: planned.flatMap(({ weeks }) => weeks),
    unavailable: state.people.flatMap((person) => whyUnavailable(person) ?? []),
    unplannable: judged.flatMap(({ order, reason }) => (reason ? [{ order, reason }] : [])),
  };
}

function observe(
  order: OrderFacts,
  state: AllocationState,
  mondays: readonly string[],
  declined: ReadonlyMap<string, readonly BookingFacts[]>,
): ObservedOrder {
  const barred = (declined.get(order.id) ?? []).map((booking) => booking.personId);
  const { id, hours, headcount, region, needs, submittedAt } = order;
  return {
    id,
    hours,
    headcount,
    region,
    needs,
    submittedAt,
    worth: worthScore(order, state),
    // Under way: from now on. Beyond the horizon: as far as the weeks go, or in none of them.
    firstWeek: weekOf(order.firstWeek, mondays),
    lastWeek: Math.max(weekOf(order.firstWeek, mondays), Math.min(weekOf(order.lastWeek, mondays), mondays.length - 1)),
    barred: [...new Set(barred)].sort(),
    requesterGrade: order.requesterGrade ?? 0,
    expectedMargin: order.worth.grossMargin * order.worth.probability,
  };
}

/** The first week that begins on the Monday or later; one more than there are when none does. */
function weekOf(monday: string, mondays: readonly string[]): number {
  const index = mondays.findIndex((one) => one >= monday);
  return index === -1 ? mondays.length : index;
}

interface Calendar {
  readonly mondays: readonly string[];
  readonly holidays: AllocationState['holidays'];
  /** Of the person, as the org has them. */
  readonly weeks: readonly WeekFacts[];
  /** Proposals of settled orders to the person. */
  readonly held: readonly BookingFacts[];
}

function planPerson(
  facts: PersonFacts,
  { mondays, holidays, weeks: counted, held }: Calendar,
): { person: AllocationPerson; weeks: WeekChange[] } {
  const known = new Map(counted.map((week) => [week.monday, week]));
  const weeks: WeekChange[] = [];
  const capacity: number[] = [];
  const taken: number[] = [];
  for (const monday of mondays) {
    const week = known.get(monday);
    const byCalendar = weekCapacity(monday, facts, holidays);
    const hours = capacityOf(week, byCalendar);
    const counted = Math.max(byCalendar, week?.booked ?? 0);
    if (hours !== week?.capacity || counted !== week.counted)
      weeks.push({ personId: facts.id, monday, capacity: hours, counted });
    capacity.push(hours);
    taken.push((week?.booked ?? 0) + total(held.filter((one) => one.monday === monday).map((one) => one.hours)));
  }
  const freeHours = capacity.map((hours, index) => round(Math.max(0, hours - (taken[index] ?? 0))));
  const { id, region, rate, skills, loadCap } = facts;
  const limit = loadCap === null ? {} : { hoursLimit: round(Math.max(0, loadCap * total(capacity) - total(taken))) };
  return { person: { id, region, rate: rate ?? 0, skills, capacity, freeHours, ...limit }, weeks };
}

/**
 * The calendar of today counts, whether an absence was entered since or taken back; what is booked already stays. Where the
 * capacity is not what the last count left, a person has set it: it stays too, unless the calendar leaves less.
 */
function capacityOf(week: WeekFacts | undefined, byCalendar: number): number {
  if (week === undefined) return byCalendar;
  const isByHand = week.capacity !== week.counted;
  return Math.max(isByHand ? Math.min(week.capacity, byCalendar) : byCalendar, week.booked);
}

/**
 * Fingerprint of all that decides: not who asks, not who is named, and not the order of the rows. Equal questions are one
 * run, whose records are written once.
 */
export function runKey(question: AllocationQuestion, mode: string, versions: readonly string[]): string {
  const orders = question.orders.map(({ requesterGrade, expectedMargin, ...decides }: ObservedOrder) => decides);
  const sorted = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    [...items].sort((left, right) => (left.id < right.id ? -1 : 1));
  const content = {
    mode,
    versions,
    mondays: question.mondays,
    orders: sorted(orders),
    people: sorted(question.people),
  };
  return createHash('sha256').update(JSON.stringify(content, sortKeys)).digest('hex').slice(0, 40);
}

const sortKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function round(hours: number): number {
  return Math.round(hours * 100) / 100;
}
