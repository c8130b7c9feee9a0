import { type WorkingCalendar, workingHoursBetween, workingInstantAfter } from './working-hours.ts';

/** An order that waits for its first answer. Times are milliseconds since 1970. */
export interface WaitingOrder {
  readonly submittedAt: number;
  readonly dueAt?: number;
  /** 0 none, 1 resource manager, 2 head. */
  readonly escalation: number;
}

export interface Clock {
  readonly dueAt: number;
  readonly escalation: number;
  /** The escalation is higher than it was, or of a new submission. */
  readonly isRaised: boolean;
}

/** Working hours until the first answer; after twice as many the head hears of it. */
export const answerHours = 8;

/**
 * When the first answer is due and how far its absence has come. An order that was recalled and submitted again has a new
 * clock; while the clock is the same, an escalation is never taken back.
 */
export function clockOf(order: WaitingOrder, now: number, calendar: WorkingCalendar): Clock {
  const dueAt = workingInstantAfter(order.submittedAt, answerHours, calendar);
  const waited = workingHoursBetween(order.submittedAt, now, calendar);
  const reached = waited > 2 * answerHours ? 2 : waited > answerHours ? 1 : 0;
  const before = isSameDue(order.dueAt, dueAt) ? order.escalation : 0;
  const escalation = Math.max(before, reached);
  return { dueAt, escalation, isRaised: escalation > before };
}

/** The org keeps seconds: less than one apart is the same time. */
export function isSameDue(known: number | undefined, dueAt: number): boolean {
  return known !== undefined && Math.abs(known - dueAt) < 1_000;
}
