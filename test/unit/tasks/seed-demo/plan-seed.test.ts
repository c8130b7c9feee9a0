import { describe, expect, it } from 'vitest';
import { planSeed, type SeedState } from '../../../../scripts/tasks/seed-demo/plan-seed.ts';

const state: SeedState = {
  me: '005000000000001AAA',
  usernameSuffix: 'x.demo',
  profileId: '00e',
  today: '2026-11-24',
  roles: new Map(),
  users: new Map(),
  accounts: new Map(),
  opportunities: new Map(),
  unfinished: new Set(),
  dispatch: {
    engineers: new Set(),
    unfinishedEngineers: new Set(),
    orders: new Set(),
    unfinishedOrders: new Set(),
  },
};

it('is the company of sixty sellers, 240 accounts and 320 opportunities, each name once', () => {
  const plan = planSeed(state, { users: 'all', size: 'small' });
  const jobs = Map.groupBy(plan.people, (person) => person.job);
  expect([
    jobs.get('Seller')?.length,
    jobs.get('Presales')?.length,
    jobs.get('Delivery')?.length,
    jobs.get('ProductManager')?.length,
  ]).toEqual([60, 24, 12, 8]);
  expect(new Set(plan.missingAccounts.map((account) => account.number)).size).toBe(240);
  expect(new Set(plan.missingAccounts.map((account) => account.name)).size).toBe(240);
  expect(new Set(plan.missingDeals.map((deal) => deal.name)).size).toBe(320);
  const types = Map.groupBy(plan.missingDeals, (deal) => deal.dealType);
  expect([
    types.get('HQ_Solution')?.length,
    types.get('Region_Solution')?.length,
    types.get('Standard_Product')?.length,
  ]).toEqual([60, 110, 150]);
});

it('gives every lost deal its reason and no small deal more than a million', () => {
  const { deals } = planSeed(state, { users: 'all', size: 'small' });
  expect(deals.filter((deal) => deal.stage === 'Closed Lost' && !deal.reason)).toEqual([]);
  expect(deals.filter((deal) => deal.dealType === 'Standard_Product' && deal.amount > 1_000_000)).toEqual([]);
});

it('is the same every time and leaves out what is there', () => {
  const plan = planSeed(state, { users: 'personas', size: 'small' });
  expect(JSON.stringify(planSeed(state, { users: 'personas', size: 'small' }))).toBe(JSON.stringify(plan));
  const seeded = {
    ...state,
    opportunities: new Map(plan.deals.map((deal) => [deal.name, 'x'])),
    accounts: new Map(plan.missingAccounts.map((account) => [account.number, 'x'])),
  };
  expect(planSeed(seeded, { users: 'none', size: 'small' })).toMatchObject({
    missingPeople: [],
    missingUnits: [],
    missingAccounts: [],
    missingDeals: [],
    pendingDeals: [],
  });
});

it('goes on with the deals that an earlier seeding left unfinished, and creates none of them again', () => {
  const { deals } = planSeed(state, { users: 'none', size: 'small' });
  const [first, ...others] = deals.map((deal) => deal.name);
  const killed = {
    ...state,
    opportunities: new Map([first!, ...others.slice(0, 9)].map((name) => [name, 'x'])),
    unfinished: new Set([first!]),
  };
  const plan = planSeed(killed, { users: 'none', size: 'small' });
  expect(plan.missingDeals).toHaveLength(310);
  expect(plan.pendingDeals).toHaveLength(311);
  expect(plan.pendingDeals[0]).toMatchObject({ name: first });
});

describe('presales of the demo', () => {
  const small = planSeed(state, { users: 'all', size: 'small' }).dispatch;
  const full = planSeed(state, { users: 'all', size: 'full' }).dispatch;

  it('has 60 engineers and 80 orders at first, and 400 and 420 in full, in every state', () => {
    expect([small.engineers.length, small.orders.length]).toEqual([60, 80]);
    expect([full.engineers.length, full.orders.length, full.runs.length]).toEqual([400, 420, 20]);
    expect(full.efforts.length).toBeGreaterThan(2_000);
    for (const seed of [small, full]) expect(new Set(seed.orders.map((order) => order.status)).size).toBe(13);
    expect(planSeed(state, { users: 'all', size: 'small' }).dispatch.orders).toEqual(small.orders);
  });

  it.each([
    ['small', small],
    ['full', full],
  ])('books nobody beyond the week and serves no order by halves when %s', (_size, seed) => {
    const { bookings, capacityOf } = seed.staffing;
    const weeks = Map.groupBy(bookings, ({ engineer, monday }) => `${engineer} ${monday}`);
    for (const [week, rows] of weeks) {
      const [engineer, monday] = week.split(' ') as [string, string];
      expect(sum(rows.map((row) => row.hours))).toBeLessThanOrEqual(capacityOf(engineer, monday));
    }
    const byOrder = Map.groupBy(bookings, (booking) => booking.order);
    for (const { key, hours, headcount } of seed.orders.filter((order) => byOrder.has(order.key)))
      expect(sum(byOrder.get(key)!.map((row) => row.hours))).toBe(hours * headcount);
  });

  it('costs what the story says: 79,120 on the won deal, and one more visit over the budget of the pilot', () => {
    const costOf = (words: string) => {
      const ofDeal = small.orders.filter((order) => order.deal.name.startsWith(words) && order.status === 'Closed');
      const rates = new Map(small.engineers.map(({ key, rate }) => [key, rate]));
      const keys = new Set(ofDeal.map((order) => order.key));
      const worked = small.efforts.filter((effort) => keys.has(effort.order));
      return sum(worked.map((one) => one.hours * rates.get(one.engineer)!)) + sum(ofDeal.map((order) => order.travel));
    };
    expect(costOf('调度数据网改造')).toBe(79_120);
    expect(costOf('新能源数据试点')).toBe(8_960);
    expect(small.figures.find(({ deal }) => deal.startsWith('新能源数据试点'))).toMatchObject({ budget: 12_150 });
  });

  it('leaves the expert one week of hours to confirm, and one only', () => {
    const worked = new Set(small.efforts.map(({ order, engineer }) => `${order} ${engineer}`));
    const open = small.staffing.bookings
      .filter(({ engineer, monday }) => engineer === 'HY-E001' && monday < small.monday)
      .filter(({ order, engineer }) => !worked.has(`${order} ${engineer}`));
    expect(open).toMatchObject([{ hours: 32 }]);
    expect(small.orders.find(({ key }) => key === open[0]?.order)?.status).toBe('In progress');
  });

  it('goes on with the orders and engineers that an earlier seeding left half done', () => {
    const [half, ...whole] = small.orders.map((order) => order.key);
    const dispatch = { ...state.dispatch, orders: new Set([half!, ...whole]), unfinishedOrders: new Set([half!]) };
    const plan = planSeed({ ...state, dispatch }, { users: 'all', size: 'small' }).dispatch;
    expect([plan.missing.orders, plan.pendingOrders.map((order) => order.key)]).toEqual([0, [half]]);
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
