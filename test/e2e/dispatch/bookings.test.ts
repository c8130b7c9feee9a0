import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, write } from '../gate/deals.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { booking, proposed, read, readyDeals, step, take, told, validated, weeks, wordsOf } from './orders.ts';

let org: DispatchOrg;
let deals: string[];
beforeAll(async () => {
  org = await openDispatchOrg();
  deals = await readyDeals(org, 2);
}, 180_000);
afterAll(() => org?.close());

const hoursOf = (week: string) =>
  read<{ Booked_Hours__c: number; Free_Hours__c: number }>(
    org,
    'MF_Resource_Week__c',
    week,
    'Booked_Hours__c, Free_Hours__c',
  );
let engineers = 0;
/** A week of a new engineer, so that no test fills the week of another. */
async function freshWeek(capacity: number): Promise<{ engineer: string; week: string }> {
  const key = `engineer-${engineers++}`;
  const worker = org.integration.connection;
  const row = { Name: key, Key__c: key, User__c: org.chen.id, Region__c: 'HQ', Weekly_Hours__c: 40, Active__c: true };
  const [engineer] = (await must(worker, 'create', 'MF_Resource__c', [row])) as [string];
  const [rate] = await must(worker, 'create', 'MF_Rate__c', [{ Resource__c: engineer, Hourly_Rate__c: 300 }]);
  await must(worker, 'update', 'MF_Resource__c', [{ Id: engineer, Rate__c: rate! }]);
  const [week] = (await weeks(org, engineer, capacity, 1)) as [string];
  return { engineer, week };
}

/** Confirms through one Bulk job; what failed, as text. */
async function bulkConfirm(object: string, ids: readonly string[]): Promise<string> {
  const { failedResults } = await org.dispatcher.connection.bulk2.loadAndWaitForResults({
    object,
    operation: 'update',
    input: ids.map((Id) => ({ Id, Status__c: 'Confirmed' })),
    pollInterval: 50,
  });
  return JSON.stringify(failedResults);
}

describe('a week of an engineer', { timeout: 180_000 }, () => {
  it('takes confirmed hours only, and confirming an order confirms its bookings or nothing', async () => {
    const { engineer, week } = await freshWeek(40);
    const first = await proposed(org, { deal: deals[0]!, engineer, week });
    const second = await proposed(org, { deal: deals[1]!, engineer, week });
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 0, Free_Hours__c: 40 });
    expect(await step(org.dispatcher, first.order, 'Confirmed')).toBe('');
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 24, Free_Hours__c: 16 });
    expect(await step(org.dispatcher, second.order, 'Confirmed')).toMatch(/no room for these hours/);
    expect(await read(org, 'MF_Dispatch__c', second.order, 'Status__c')).toMatchObject({ Status__c: 'Proposed' });
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 24 });
  });

  it('can be made and planned by hand however far ahead, with the weekly hours of its engineer', async () => {
    const { engineer } = await freshWeek(40);
    const row = { Resource__c: engineer, Week_Start__c: org.monday(30) };
    const [week] = (await must(org.dispatcher.connection, 'create', 'MF_Resource_Week__c', [row])) as [string];
    expect(await read(org, 'MF_Resource_Week__c', week, 'Capacity__c, Calendar_Hours__c')).toMatchObject({
      ...{ Capacity__c: 40, Calendar_Hours__c: 40 },
    });
    const window = { First_Week__c: org.monday(30), Last_Week__c: org.monday(31) };
    const order = await validated(org, deals[0]!, window);
    expect(await told(org.dispatcher, 'MF_Booking__c', booking(order, week, 24, { Status__c: 'Proposed' }))).toBe('');
  });

  it('is given to one of two dispatchers who confirm at once', async () => {
    const { engineer, week } = await freshWeek(40);
    const orders = [
      await proposed(org, { deal: deals[0]!, engineer, week }),
      await proposed(org, { deal: deals[1]!, engineer, week }),
    ];
    const again = await org.test.connectAs('dispatcher@gate.test');
    const answers = await Promise.all(
      [org.dispatcher.connection, again].map((connection, index) =>
        step({ id: '', connection }, orders[index]!.order, 'Confirmed'),
      ),
    );
    expect(answers.filter((answer) => answer === '')).toHaveLength(1);
    expect(answers.join('')).toMatch(/no room for these hours/);
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 24 });
  });

  it('is not overbooked by a Bulk job', async () => {
    const { engineer, week } = await freshWeek(30);
    const orders = [
      await proposed(org, { deal: deals[0]!, engineer, week, hours: 20 }),
      await proposed(org, { deal: deals[1]!, engineer, week, hours: 20 }),
    ];
    const failed = await bulkConfirm(
      'MF_Dispatch__c',
      orders.map(({ order }) => order),
    );
    expect(failed).toMatch(/no room for these hours/);
    expect((await hoursOf(week)).Booked_Hours__c).toBeLessThanOrEqual(30);
  });

  it('gains no room by a raised capacity, a moved Monday or a week of the same Monday', async () => {
    const { engineer, week } = await freshWeek(20);
    const capacity = { Id: week, Capacity__c: 41 };
    expect(await told(org.intruder, 'MF_Resource_Week__c', capacity)).toMatch(/between 0 and the weekly hours/);
    expect(await told(org.intruder, 'MF_Resource_Week__c', { Id: week, Week_Start__c: org.monday(1) })).toMatch(
      /Monday of a week cannot change/,
    );
    const twin = { Resource__c: engineer, Week_Start__c: org.monday(), Capacity__c: 20 };
    expect(await told(org.intruder, 'MF_Resource_Week__c', twin)).toMatch(/duplicate value/);
    expect(await told(org.intruder, 'MF_Resource_Week__c', { ...twin, Week_Start__c: '2026-03-03' })).toMatch(
      /starts on a Monday/,
    );
  });

  it('gets its hours back when the order ends', async () => {
    const { engineer, week } = await freshWeek(40);
    const { order } = await proposed(org, { deal: deals[1]!, engineer, week, hours: 10 });
    await take(org.dispatcher, order, 'Confirmed');
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 10 });
    expect(await step(org.seller, order, 'Cancelled', { Status_Reason__c: 'Customer left' })).toBe('');
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 0 });
  });
});

describe('a week of an engineer with every flow off', { timeout: 180_000 }, () => {
  let week: string;
  let orders: Awaited<ReturnType<typeof proposed>>[];
  beforeAll(async () => {
    const fresh = await freshWeek(30);
    week = fresh.week;
    const one = (deal: string) => proposed(org, { deal, engineer: fresh.engineer, week, hours: 20 });
    orders = [await one(deals[0]!), await one(deals[1]!)];
    await org.switchFlows(false);
    for (const { order } of orders) await take(org.dispatcher, order, 'Confirmed');
  }, 120_000);
  afterAll(() => org.switchFlows(true), 120_000);

  it('is overbooked neither by a Bulk job nor by two writers at once', async () => {
    const ids = orders.map(({ bookingId }) => bookingId);
    expect(await bulkConfirm('MF_Booking__c', ids)).toMatch(/no room for these hours/);
    const confirm = (Id: string) => told(org.dispatcher, 'MF_Booking__c', { Id, Status__c: 'Confirmed' });
    await Promise.all(ids.map(confirm));
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 20 });
  });

  it('keeps the hours of an order that ends until a dispatcher frees them', async () => {
    const { order, bookingId } = orders[0]!;
    const held = await read<{ Status__c: string }>(org, 'MF_Booking__c', bookingId, 'Status__c');
    const { order: ended, bookingId: freed } = held.Status__c === 'Confirmed' ? { order, bookingId } : orders[1]!;
    await take(org.seller, ended, 'Cancelled', { Status_Reason__c: 'Customer left' });
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 20 });
    expect(await told(org.seller, 'MF_Booking__c', { Id: freed, Status__c: 'Cancelled' })).not.toBe('');
    expect(await told(org.dispatcher, 'MF_Booking__c', { Id: freed, Status__c: 'Cancelled' })).toBe('');
    expect(await hoursOf(week)).toMatchObject({ Booked_Hours__c: 0 });
  });
});

describe('a booking', { timeout: 180_000 }, () => {
  it('is refused out of its window, for a foreign order state, without hours, without a rate, for who has left', async () => {
    const { engineer, week } = await freshWeek(40);
    const order = await validated(org, deals[0]!);
    const [late] = await must(org.dispatcher.connection, 'create', 'MF_Resource_Week__c', [
      { Resource__c: engineer, Week_Start__c: org.monday(3), Capacity__c: 40 },
    ]);
    const say = (row: Parameters<typeof told>[2]) => told(org.dispatcher, 'MF_Booking__c', row);
    expect(await say(booking(order, late!, 8))).toMatch(/outside the window/);
    expect(await say(booking(order, week, 8, { Status__c: 'Confirmed' }))).toMatch(/confirmed or in progress/);
    expect(await say(booking(order, week, -8))).toMatch(/above zero/);
    expect(await say(booking(order, week, 25))).toMatch(/More hours are planned/);
    await must(org.dispatcher.connection, 'update', 'MF_Resource__c', [{ Id: engineer, Active__c: false }]);
    expect(await say(booking(order, week, 8))).toMatch(/no longer active/);
    await must(org.dispatcher.connection, 'update', 'MF_Resource__c', [{ Id: engineer, Active__c: true }]);
    await must(org.integration.connection, 'update', 'MF_Resource__c', [{ Id: engineer, Rate__c: null }]);
    expect(await say(booking(order, week, 8))).toMatch(/no rate in force/);
  });

  it('is written once however often a plan is written', async () => {
    const { week } = await freshWeek(40);
    const order = await validated(org, deals[0]!);
    expect(await told(org.dispatcher, 'MF_Booking__c', booking(order, week, 8))).toBe('');
    expect(await told(org.dispatcher, 'MF_Booking__c', booking(order, week, 8))).toMatch(/duplicate value/);
  });

  it('is given by dispatchers only and answered by its engineer only', async () => {
    const { week } = await freshWeek(40);
    const order = await validated(org, deals[0]!);
    expect(await told(org.intruder, 'MF_Booking__c', booking(order, week, 8))).toMatch(/Only a dispatcher books/);
    const [id] = await must(org.dispatcher.connection, 'create', 'MF_Booking__c', [booking(order, week, 8)]);
    const answer = { Id: id!, Answer__c: 'Declined' };
    expect(await told(org.wang, 'MF_Booking__c', { ...answer, Decline_Reason__c: 'x' })).toMatch(/Only the engineer/);
    expect(await told(org.chen, 'MF_Booking__c', answer)).toMatch(/gives a reason/);
    expect(await told(org.chen, 'MF_Booking__c', { ...answer, Decline_Reason__c: 'On leave' })).toBe('');
    const hours = (await write(org.intruder.connection, 'update', 'MF_Booking__c', [{ Id: id!, Hours__c: 2 }]))[0];
    expect(wordsOf(hours)).toMatch(/Only a dispatcher books/);
  });
});
