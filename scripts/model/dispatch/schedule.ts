import type { AllocationPerson } from './allocation.ts';

/** Hours to be worked somewhere between two weeks, both included. */
export interface Work {
  readonly id: string;
  readonly hours: number;
  readonly firstWeek: number;
  readonly lastWeek: number;
}

/** Hours of a work in a week. */
export interface Slot {
  readonly id: string;
  readonly week: number;
  readonly hours: number;
}

/**
 * Spreads one person's works over the free hours of the weeks, the earliest deadline first; undefined when they do not
 * fit. Work that may be split and has a release and a deadline fits in some way exactly when it fits in this one.
 */
export function scheduleWorks(freeHours: readonly number[], works: readonly Work[]): Slot[] | undefined {
  const open = [...works]
    .sort((left, right) => left.lastWeek - right.lastWeek || (left.id < right.id ? -1 : 1))
    .map((work) => ({ ...work, left: work.hours }));
  const slots: Slot[] = [];
  for (const [week, free] of freeHours.entries()) {
    let room = free;
    for (const work of open) {
      if (work.left === 0 || week < work.firstWeek || week > work.lastWeek) continue;
      const hours = Math.min(room, work.left);
      if (hours <= 0) continue;
      slots.push({ id: work.id, week, hours });
      work.left -= hours;
      room -= hours;
    }
  }
  return open.some((work) => work.left > 0) ? undefined : slots;
}

/** Whether a person can do all these works. */
export function canTake(person: AllocationPerson, works: readonly Work[]): boolean {
  const hours = works.reduce((sum, work) => sum + work.hours, 0);
  if (person.hoursLimit !== undefined && hours > person.hoursLimit) return false;
  return scheduleWorks(person.freeHours, works) !== undefined;
}
