import { expect, it } from 'vitest';
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
};

it('is the company of sixty sellers, 240 accounts and 320 opportunities, each name once', () => {
  const plan = planSeed(state, { users: 'all' });
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
  const { deals } = planSeed(state, { users: 'all' });
  expect(deals.filter((deal) => deal.stage === 'Closed Lost' && !deal.reason)).toEqual([]);
  expect(deals.filter((deal) => deal.dealType === 'Standard_Product' && deal.amount > 1_000_000)).toEqual([]);
});

it('is the same every time and leaves out what is there', () => {
  const plan = planSeed(state, { users: 'personas' });
  expect(planSeed(state, { users: 'personas' })).toEqual(plan);
  const seeded = {
    ...state,
    opportunities: new Map(plan.deals.map((deal) => [deal.name, 'x'])),
    accounts: new Map(plan.missingAccounts.map((account) => [account.number, 'x'])),
  };
  expect(planSeed(seeded, { users: 'none' })).toMatchObject({
    missingPeople: [],
    missingUnits: [],
    missingAccounts: [],
    missingDeals: [],
    pendingDeals: [],
  });
});

it('goes on with the deals that an earlier seeding left unfinished, and creates none of them again', () => {
  const { deals } = planSeed(state, { users: 'none' });
  const [first, ...others] = deals.map((deal) => deal.name);
  const killed = {
    ...state,
    opportunities: new Map([first!, ...others.slice(0, 9)].map((name) => [name, 'x'])),
    unfinished: new Set([first!]),
  };
  const plan = planSeed(killed, { users: 'none' });
  expect(plan.missingDeals).toHaveLength(310);
  expect(plan.pendingDeals).toHaveLength(311);
  expect(plan.pendingDeals[0]).toMatchObject({ name: first });
});
