import type { Assignment, Booking } from '../../model/dispatch/allocation.ts';
import { defaultFitFormula } from '../../model/dispatch/fit.ts';
import { scheduleWorks } from '../../model/dispatch/schedule.ts';
import type { AllocationQuestion } from './allocation-question.ts';
import type { AllocationState } from './allocation-state.ts';
import { explainOrders, type OrderExplanation } from './explain.ts';
import { deferralReason, explanationWords, type Names, type Words } from './explanation-words.ts';

/** What the allocation says of one order. */
export interface Decision {
  readonly orderId: string;
  readonly order: string;
  readonly deal: string;
  readonly worth: number;
  readonly rank: number;
  readonly of: number;
  /** The lead first; nobody when deferred. */
  readonly people: readonly DecidedPerson[];
  /** Why it was deferred. */
  readonly reason?: Words;
  readonly servingWorth?: number;
  readonly words: Words;
  readonly explanation: OrderExplanation;
}

export interface DecidedPerson {
  readonly id: string;
  readonly name: string;
  readonly fit: number;
  readonly weeks: readonly { readonly monday: string; readonly hours: number }[];
}

export interface Answer {
  readonly assignments: readonly Assignment[];
  readonly servingWorths: Readonly<Record<string, number>>;
}

/** Turns the solver's answer into what is told of each order, the worthiest first. */
export function decide(state: AllocationState, question: AllocationQuestion, answer: Answer): Decision[] {
  const names = namesOf(state);
  const bookings = Map.groupBy(bookingsOf(question, answer.assignments), (booking) => booking.orderId);
  const facts = new Map(state.open.map((order) => [order.id, order]));
  const worths = new Map(question.orders.map((order) => [order.id, order.worth]));
  return explainOrders(question.orders, question.people, answer.assignments, defaultFitFormula)
    .map((explanation): Decision => {
      const { orderId, rank, of, served } = explanation;
      const servingWorth = answer.servingWorths[orderId];
      const told = {
        explanation,
        worth: worths.get(orderId) ?? 0,
        ...(servingWorth === undefined ? {} : { servingWorth }),
      };
      return {
        ...told,
        orderId,
        order: names.order(orderId),
        deal: facts.get(orderId)?.deal ?? '',
        rank,
        of,
        people: decidedPeople(explanation, bookings.get(orderId) ?? [], question.mondays, names),
        ...(served ? {} : { reason: deferralReason(told, names) }),
        words: explanationWords(told, names),
      };
    })
    .sort((left, right) => left.rank - right.rank || (left.order < right.order ? -1 : 1));
}

export function namesOf(state: AllocationState): Names {
  const orders = new Map(state.open.map((order) => [order.id, order.name]));
  const people = new Map(state.people.map((person) => [person.id, person.name]));
  return { order: (id) => orders.get(id) ?? id, person: (id) => people.get(id) ?? id };
}

/** Each person's works laid into the free hours of the weeks, the earliest deadline first. */
function bookingsOf({ orders, people }: AllocationQuestion, assignments: readonly Assignment[]): Booking[] {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const ofPerson = Map.groupBy(assignments, (one) => one.personId);
  return people.flatMap((person) => {
    const works = (ofPerson.get(person.id) ?? []).flatMap(({ orderId }) => byId.get(orderId) ?? []);
    const slots = scheduleWorks(person.freeHours, works) ?? [];
    return slots.map(({ id, week, hours }) => ({
      orderId: id,
      personId: person.id,
      week,
      hours: Math.round(hours * 100) / 100,
    }));
  });
}

function decidedPeople(
  { candidates }: OrderExplanation,
  bookings: readonly Booking[],
  mondays: readonly string[],
  names: Names,
): DecidedPerson[] {
  return candidates
    .filter((one) => one.verdict.kind === 'chosen')
    .map(({ personId, fit }) => ({
      id: personId,
      name: names.person(personId),
      fit: fit.total,
      weeks: bookings
        .filter((one) => one.personId === personId)
        .map(({ week, hours }) => ({ monday: mondays[week] ?? '', hours })),
    }));
}
