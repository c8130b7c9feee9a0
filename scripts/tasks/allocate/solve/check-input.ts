import type { AllocationOrder, AllocationPerson } from '../../../model/dispatch/allocation.ts';

/**
 * Ids that occur twice and figures that are no hours, worth or rate would be allocated silently wrong.
 * @throws RangeError that names the row and the figure
 */
export function checkInput(orders: readonly AllocationOrder[], people: readonly AllocationPerson[]): void {
  once('order', orders);
  once('person', people);
  for (const order of orders) {
    const { id, hours, headcount, firstWeek, lastWeek, worth } = order;
    must(hours > 0 && Number.isFinite(hours), `hours above 0 of order ${id}`, hours);
    must(Number.isInteger(headcount) && headcount > 0, `a whole headcount above 0 of order ${id}`, headcount);
    must(worth >= 0 && Number.isFinite(worth), `a worth of at least 0 of order ${id}`, worth);
    must(Number.isInteger(firstWeek) && firstWeek >= 0, `a first week of at least 0 of order ${id}`, firstWeek);
    must(
      Number.isInteger(lastWeek) && lastWeek >= firstWeek,
      `a last week not before the first of order ${id}`,
      lastWeek,
    );
  }
  for (const { id, rate, freeHours, capacity, hoursLimit = 0 } of people) {
    must(rate >= 0 && Number.isFinite(rate), `a rate of at least 0 of person ${id}`, rate);
    must(hoursLimit >= 0, `a limit of at least 0 hours of person ${id}`, hoursLimit);
    for (const hours of [...freeHours, ...capacity])
      must(hours >= 0 && Number.isFinite(hours), `hours of at least 0 in every week of person ${id}`, hours);
  }
}

function once(kind: string, rows: readonly { readonly id: string }[]): void {
  const known = new Set<string>();
  for (const { id } of rows) {
    if (known.has(id)) throw new RangeError(`Expected every ${kind} once, got ${id} twice.`);
    known.add(id);
  }
}

function must(holds: boolean, expected: string, got: number): void {
  if (!holds) throw new RangeError(`Expected ${expected}, got ${String(got)}.`);
}
