import { dayAfter } from '../../dispatch/capacity.ts';
import { type DemoOrder, expert } from './orders.ts';
import type { DemoBooking } from './staffing.ts';

export interface DemoEffort {
  readonly order: string;
  readonly engineer: string;
  readonly date: string;
  readonly hours: number;
}

const worked = new Set(['In progress', 'Delivered', 'Accepted', 'Closed']);
const workingDays = 5;
const leastOfDay = 3;

/** The booked hours of weeks that are over, day by day; the expert has not confirmed last week yet. */
export function effortsOf(
  bookings: readonly DemoBooking[],
  orders: ReadonlyMap<string, DemoOrder>,
  monday: string,
): DemoEffort[] {
  return bookings
    .filter((booking) => booking.engineer !== expert || booking.monday !== dayAfter(monday, -7))
    .filter((booking) => booking.monday < monday && worked.has(orders.get(booking.order)?.status ?? ''))
    .flatMap(({ order, engineer, monday: week, hours }) => {
      const daily = Math.max(leastOfDay, Math.ceil(hours / workingDays));
      return Array.from({ length: Math.ceil(hours / daily) }, (_none, day) => ({
        ...{ order, engineer, date: dayAfter(week, day) },
        hours: Math.min(daily, hours - day * daily),
      }));
    });
}
