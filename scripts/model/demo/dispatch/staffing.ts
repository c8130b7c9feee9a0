import { skillScore } from '../../dispatch/fit.ts';
import { dayAfter, type Holiday, mondaysBetween, weekCapacity } from '../../dispatch/capacity.ts';
import type { DemoEngineer } from './engineers.ts';
import type { DemoOrder } from './orders.ts';

/** Hours of an engineer on an order in a week. */
export interface DemoBooking {
  readonly order: string;
  readonly engineer: string;
  readonly monday: string;
  readonly hours: number;
}

export interface Staffing {
  readonly bookings: readonly DemoBooking[];
  /** Hours that an engineer's week has, by the key of the engineer and the Monday. */
  readonly capacityOf: (engineer: string, monday: string) => number;
}

/** States in which an order has its people. */
export const staffedStates: ReadonlySet<string> = new Set([
  'Proposed',
  'Confirmed',
  'In progress',
  'Delivered',
  'Accepted',
  'Closed',
]);
const weeklyHours = 40;
/** Before it, people went to whoever knew them: weeks before the present one. */
const before = 36;

/** Who serves the orders that are served, in hours that they have; nobody is booked twice. Pure. */
export function staffOrders(
  orders: readonly DemoOrder[],
  engineers: readonly DemoEngineer[],
  { monday, holidays }: { readonly monday: string; readonly holidays: readonly Holiday[] },
): Staffing {
  const capacityOf = capacities(engineers, holidays);
  const booked = new Map<string, number>();
  const freeOf = ({ key }: DemoEngineer, week: string) => capacityOf(key, week) - (booked.get(`${key} ${week}`) ?? 0);
  const bookings = orders
    .filter((order) => staffedStates.has(order.status))
    .flatMap((order) => {
      const weeks = mondaysBetween(order.firstWeek, order.lastWeek);
      const able = engineers.filter((engineer) => isAble(order, engineer));
      const free = able.filter(
        (engineer) => weeks.reduce((sum, week) => sum + freeOf(engineer, week), 0) >= order.hours,
      );
      const chosen = ranked(order, free, order.firstWeek < dayAfter(monday, -7 * before)).slice(0, order.headcount);
      if (chosen.length < order.headcount) return [];
      return chosen.flatMap((engineer) => {
        let left = order.hours;
        return weeks.flatMap((week) => {
          const hours = Math.floor(Math.min(left, freeOf(engineer, week)));
          if (hours <= 0) return [];
          left -= hours;
          booked.set(`${engineer.key} ${week}`, (booked.get(`${engineer.key} ${week}`) ?? 0) + hours);
          return [{ order: order.key, engineer: engineer.key, monday: week, hours }];
        });
      });
    });
  return { bookings, capacityOf };
}

/** Each week is counted once: most of what staffing takes is this. */
function capacities(engineers: readonly DemoEngineer[], holidays: readonly Holiday[]): Staffing['capacityOf'] {
  const byKey = new Map(engineers.map((engineer) => [engineer.key, engineer]));
  const known = new Map<string, number>();
  return (key, monday) => {
    const name = `${key} ${monday}`;
    const engineer = byKey.get(key);
    const held = known.get(name) ?? (engineer ? weekCapacity(monday, { ...engineer, weeklyHours }, holidays) : 0);
    known.set(name, held);
    return held;
  };
}

function isAble(order: DemoOrder, engineer: DemoEngineer): boolean {
  if (order.served) return order.served.includes(engineer.key);
  return order.needs.every((need) => !need.mandatory || (engineer.skills[need.skill] ?? 0) >= need.level);
}

/** By skill and region; in the time before, the best came to who was high and the rest to who was not. */
function ranked(order: DemoOrder, engineers: readonly DemoEngineer[], byConnection: boolean): DemoEngineer[] {
  const score = (engineer: DemoEngineer) =>
    skillScore(order, engineer) + (engineer.region === order.region ? 10 : 0) - engineer.rate / 100;
  const turn = byConnection && order.grade < 6 ? -1 : 1;
  return [...engineers].sort((one, other) => turn * (score(other) - score(one)) || one.key.localeCompare(other.key));
}
