import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetGates, moveTo, must, write } from '../gate/deals.ts';
import { stageValue } from '../gate/fixture-playbooks.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { booking, proposed, read, readyDeals, step, take, told, weeks } from './orders.ts';

let org: DispatchOrg;
let wangs: string[];
beforeAll(async () => {
  org = await openDispatchOrg();
  wangs = await weeks(org, org.engineers.wang, 40, 2);
}, 180_000);
afterAll(() => org?.close());

const s3 = stageValue('S3');
const moneyOf = (deal: string) =>
  read<{ Presales_Spent__c: number; Budget_Warning__c: boolean }>(
    org,
    'MF_Deal__c',
    deal,
    'Presales_Spent__c, Budget_Warning__c',
  );
const order = (deal: string, hours: number, week = 0) =>
  proposed(org, { deal, engineer: org.engineers.wang, week: wangs[week]!, hours });
const decide = async (deal: string, fields: object = {}) =>
  (
    await must(org.head.connection, 'create', 'MF_Decision__c', [
      { Deal__c: deal, Kind__c: 'ATI', Level__c: 'Region', Outcome__c: 'Granted', ...fields },
    ])
  )[0]!;

describe('the presales budget of a deal', { timeout: 180_000 }, () => {
  it('lets 8,960 of 12,150 through, warns before 13,440, and takes it only with a decision of this deal made for it', async () => {
    const [deal, other] = (await readyDeals(org, 2, 12_150)) as [string, string];
    const early = await decide(deal);
    org.moveClock(1 / 24);
    const first = await order(deal, 16);
    const second = await order(deal, 16);
    const third = await order(deal, 16, 1);
    await take(org.dispatcher, first.order, 'Confirmed');
    await take(org.dispatcher, second.order, 'Confirmed');
    expect(await moneyOf(deal)).toMatchObject({ Presales_Spent__c: 8_960, Budget_Warning__c: false });
    expect(await step(org.dispatcher, third.order, 'Confirmed')).toMatch(
      /budget of this deal is not set or would be exceeded/,
    );
    const choose = (decision: string) =>
      step(org.dispatcher, third.order, 'Confirmed', { Budget_Decision__c: decision });
    expect(await choose(early)).toMatch(/granted after the order was submitted/);
    expect(await choose(await decide(other))).toMatch(/decision of this deal/);
    expect(await choose(await decide(deal, { Outcome__c: 'Refused' }))).toMatch(/granted after/);
    expect(await choose(await decide(deal, { Valid_Until__c: '2026-03-01' }))).toMatch(/in force/);
    expect(await choose(await decide(deal))).toBe('');
    expect(await moneyOf(deal)).toMatchObject({ Presales_Spent__c: 13_440, Budget_Warning__c: true });
    expect(await told(org.dispatcher, 'MF_Dispatch__c', { Id: third.order, Budget_Decision__c: null })).toMatch(
      /would be exceeded/,
    );
  });

  it('is met by two orders confirmed in one request, by a dearer engineer and by travel, with the flows off too', async () => {
    const [deal] = (await readyDeals(org, 1, 5_000)) as [string];
    const [late] = await weeks(org, org.engineers.chen, 40, 1);
    const one = await order(deal, 8);
    const two = await order(deal, 12, 1);
    const both = [one, two].map(({ order: Id }) => ({ Id, Status__c: 'Confirmed' }));
    const together = await org.dispatcher.connection.update('MF_Dispatch__c', both, { allOrNone: true }).catch(String);
    expect(JSON.stringify(together)).toMatch(/would be exceeded/);
    await org.switchFlows(false);
    try {
      expect(await step(org.dispatcher, two.order, 'Confirmed')).toBe('');
      expect(await step(org.dispatcher, one.order, 'Confirmed')).toMatch(/would be exceeded/);
      expect(await told(org.finance, 'MF_Dispatch__c', { Id: two.order, Travel_Cost__c: 2_000 })).toMatch(/exceeded/);
      const dearer = booking(two.order, late!, 12, { Hourly_Rate__c: 450, Booking_Key__c: `${late!}|${two.order}` });
      await must(org.dispatcher.connection, 'update', 'MF_Booking__c', [{ Id: two.bookingId, Status__c: 'Cancelled' }]);
      expect(await told(org.integration, 'MF_Booking__c', dearer)).toMatch(/would be exceeded/);
    } finally {
      await org.switchFlows(true);
    }
  });

  it('is needed before anything is confirmed, and is raised by neither dispatcher nor seller', async () => {
    const [deal] = (await readyDeals(org, 1, 1)) as [string];
    await must(org.finance.connection, 'update', 'MF_Deal__c', [{ Id: deal, Presales_Budget__c: null }]);
    const { order: id } = await order(deal, 1, 1);
    expect(await step(org.dispatcher, id, 'Confirmed')).toMatch(/not set/);
    for (const person of [org.dispatcher, org.broad])
      expect(await told(person, 'MF_Deal__c', { Id: deal, Presales_Budget__c: 9_999 })).toMatch(/Only a head, finance/);
  });

  it('is released stage by stage: half of it up to this one, and all of it where the next stage names no share', async () => {
    const [deal] = (await readyDeals(org, 1, 2_500)) as [string];
    const { order: id } = await order(deal, 10, 1);
    const budgets = () =>
      read(org, 'MF_Deal__c', deal, 'Presales_Budget__c, Stage_Budget__c, Win_Probability_Adjusted__c');
    expect(await budgets()).toMatchObject({ Presales_Budget__c: 5_000, Stage_Budget__c: 2_500 });
    expect(await step(org.dispatcher, id, 'Confirmed')).toMatch(/would be exceeded for this stage/);
    const { Opportunity__c: opportunity } = await read<{ Opportunity__c: string }>(
      org,
      'MF_Deal__c',
      deal,
      'Opportunity__c',
    );
    await moveTo(org.bypasser, [opportunity], 'S3', { MF_Move_Reason__c: 'Framework contract' });
    expect(await budgets()).toMatchObject({ Stage_Budget__c: 5_000, Win_Probability_Adjusted__c: 30 });
    expect(await step(org.dispatcher, id, 'Confirmed')).toBe('');
    expect(await moneyOf(deal)).toMatchObject({ Presales_Spent__c: 2_800, Budget_Warning__c: false });
  });

  it('asks at the gate whether to go on once more is spent than a tenth of the expected margin', async () => {
    const [deal] = (await readyDeals(org, 1, 100_000, { Gross_Margin__c: 20_000 })) as [string];
    const { order: id } = await order(deal, 4, 1);
    const { Opportunity__c: opportunity } = await read<{ Opportunity__c: string }>(
      org,
      'MF_Deal__c',
      deal,
      'Opportunity__c',
    );
    const advance = async () =>
      JSON.stringify(await write(org.seller.connection, 'update', 'Opportunity', [{ Id: opportunity, StageName: s3 }]));
    const asked = () => read(org, 'MF_Deal__c', deal, 'Stop_Loss_Line__c, Stop_Loss_Asked__c');
    expect(await asked()).toMatchObject({ Stop_Loss_Line__c: 1_100, Stop_Loss_Asked__c: false });
    await meetGates(org, org.seller, [opportunity]);
    await take(org.dispatcher, id, 'Confirmed');
    expect(await asked()).toMatchObject({ Stop_Loss_Asked__c: true });
    expect(await advance()).toMatch(/stop-loss line/);
    await decide(deal, { Outcome__c: 'Refused', Decided_On__c: org.today() });
    expect(await advance()).toMatch(/stop-loss line/);
    await decide(deal, { Decided_On__c: org.today() });
    org.moveClock(1);
    expect(await advance()).toMatch(/"success":true/);
    expect(await asked()).toMatchObject({ Stop_Loss_Asked__c: true });
  });

  it('is charged as planned until the order is closed, and then with the hours worked', async () => {
    const [deal] = (await readyDeals(org, 1, 10_000)) as [string];
    const { order: id } = await order(deal, 2, 1);
    await take(org.dispatcher, id, 'Confirmed');
    await take(org.wang, id, 'In progress');
    const effort = { Dispatch__c: id, Resource__c: org.engineers.wang, Date__c: org.today(), Hours__c: 3 };
    expect(await told(org.chen, 'MF_Effort__c', effort)).toMatch(/Only the engineer or a dispatcher/);
    const [worked] = await must(org.wang.connection, 'create', 'MF_Effort__c', [effort]);
    expect(await told(org.wang, 'MF_Effort__c', effort)).toMatch(/duplicate value/);
    const seen = await org.finance.connection.sobject('MF_Effort__c').retrieve(worked!);
    expect(seen).toMatchObject({ Hourly_Rate__c: 280, Cost__c: 840 });
    expect(await moneyOf(deal)).toMatchObject({ Presales_Spent__c: 560 });
    await take(org.wang, id, 'Delivered');
    await take(org.seller, id, 'Accepted');
    expect(await moneyOf(deal)).toMatchObject({ Presales_Spent__c: 560 });
    await take(org.dispatcher, id, 'Closed');
    expect(await moneyOf(deal)).toMatchObject({ Presales_Spent__c: 840 });
  });
});
