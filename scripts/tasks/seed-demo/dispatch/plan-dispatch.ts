import { budgetShareOf } from '../../../model/demo/dispatch/budget-shares.ts';
import { demoHolidays } from '../../../model/demo/dispatch/calendar.ts';
import { type DealFigures, figuresOf } from '../../../model/demo/dispatch/deal-figures.ts';
import { type DemoEffort, effortsOf } from '../../../model/demo/dispatch/efforts.ts';
import { type DemoEngineer, demoEngineers } from '../../../model/demo/dispatch/engineers.ts';
import { demoOrders, type DemoOrder } from '../../../model/demo/dispatch/orders.ts';
import { type DemoRun, demoRuns } from '../../../model/demo/dispatch/runs.ts';
import type { DemoSize } from '../../../model/demo/dispatch/size.ts';
import { type Staffing, staffOrders } from '../../../model/demo/dispatch/staffing.ts';
import type { DemoAccount } from '../../../model/demo/accounts.ts';
import type { DemoDeal } from '../../../model/demo/deals.ts';
import { mondayOf } from '../../../model/dispatch/capacity.ts';

/** What is there already: keys of engineers and orders, and which of them an earlier seeding left half done. */
export interface DispatchSeedState {
  readonly engineers: ReadonlySet<string>;
  readonly unfinishedEngineers: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
  readonly unfinishedOrders: ReadonlySet<string>;
}

export interface DispatchSeed {
  readonly size: DemoSize;
  readonly monday: string;
  readonly engineers: readonly DemoEngineer[];
  /** Missing or half done. */
  readonly pendingEngineers: readonly DemoEngineer[];
  readonly orders: readonly DemoOrder[];
  readonly pendingOrders: readonly DemoOrder[];
  readonly staffing: Staffing;
  readonly efforts: readonly DemoEffort[];
  readonly figures: readonly SeedFigures[];
  readonly runs: readonly DemoRun[];
  readonly missing: { readonly engineers: number; readonly orders: number };
}

export interface SeedFigures extends DealFigures {
  readonly deal: string;
  readonly budget: number;
  /** The hours of its orders cost more than the budget, which a decision carries. */
  readonly isOverBudget: boolean;
}

/** Share of the expected margin that presales may cost. */
const budgetShare = 0.03;
/** From Confirmed on, hours and bills count against the budget. */
const counted = new Set(['Confirmed', 'In progress', 'Delivered', 'Accepted', 'Closed']);

export function planDispatch(
  state: DispatchSeedState,
  {
    today,
    size,
    deals,
    accounts,
  }: {
    readonly today: string;
    readonly size: DemoSize;
    readonly deals: readonly DemoDeal[];
    readonly accounts: readonly DemoAccount[];
  },
): DispatchSeed {
  const monday = mondayOf(today);
  const engineers = demoEngineers(size, monday);
  const wanted = demoOrders(size, monday, deals, accounts);
  const staffing = staffOrders(wanted, engineers, { monday, holidays: demoHolidays() });
  const served = new Set(staffing.bookings.map((booking) => booking.order));
  // Nobody had the skill or the hours: such an order was turned down, not served by nobody.
  const orders = wanted.map((order) =>
    counted.has(order.status) && !served.has(order.key) ? { ...order, status: 'Rejected' } : order,
  );
  const isPending = (keys: ReadonlySet<string>, unfinished: ReadonlySet<string>) => (one: { readonly key: string }) =>
    !keys.has(one.key) || unfinished.has(one.key);
  return {
    ...{ size, monday, engineers, orders, staffing },
    pendingEngineers: engineers.filter(isPending(state.engineers, state.unfinishedEngineers)),
    pendingOrders: orders.filter(isPending(state.orders, state.unfinishedOrders)),
    efforts: effortsOf(staffing.bookings, new Map(orders.map((order) => [order.key, order])), monday),
    figures: budgets(deals, spentByDeal(orders, staffing, engineers)),
    runs: demoRuns(monday),
    missing: {
      engineers: engineers.filter(({ key }) => !state.engineers.has(key)).length,
      orders: orders.filter(({ key }) => !state.orders.has(key)).length,
    },
  };
}

function spentByDeal(
  orders: readonly DemoOrder[],
  { bookings }: Staffing,
  engineers: readonly DemoEngineer[],
): Map<string, number> {
  const rates = new Map(engineers.map(({ key, rate }) => [key, rate]));
  const byOrder = Map.groupBy(bookings, (booking) => booking.order);
  const spent = new Map<string, number>();
  for (const { key, deal, status, travel } of orders.filter((order) => counted.has(order.status))) {
    const hours = byOrder.get(key) ?? [];
    const cost = hours.reduce((sum, booking) => sum + booking.hours * (rates.get(booking.engineer) ?? 0), travel);
    if (status !== 'Proposed') spent.set(deal.name, (spent.get(deal.name) ?? 0) + cost);
  }
  return spent;
}

/** Most deals have room; some are near their budget, and a few went over it with a decision. */
function budgets(deals: readonly DemoDeal[], spentOf: ReadonlyMap<string, number>): SeedFigures[] {
  return deals.map((deal, place) => {
    const told = figuresOf(deal, place);
    const spent = spentOf.get(deal.name) ?? 0;
    const granted = Math.ceil(budgetShare * told.grossMargin * told.probability);
    const isOverBudget = told.budget === undefined && spent > 0 && place % 9 === 4;
    const room = isOverBudget ? spent * 0.9 : place % 7 === 5 ? spent / 0.85 : Math.max(granted, spent * 1.6);
    // What it may use up to its stage is a share of it; what nobody has spent yet needs no more than was granted.
    const budget = told.budget ?? Math.ceil(spent > 0 ? room / budgetShareOf(deal) : granted);
    return { ...told, deal: deal.name, budget, isOverBudget };
  });
}
