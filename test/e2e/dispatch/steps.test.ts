import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../gate/deals.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { draft, proposed, read, readyDeals, score, step, submitted, take, told, weeks } from './orders.ts';

let org: DispatchOrg;
let deal: string;
let week: string;
beforeAll(async () => {
  org = await openDispatchOrg();
  [deal] = (await readyDeals(org)) as [string];
  [week] = (await weeks(org, org.engineers.chen, 40)) as [string];
}, 180_000);
afterAll(() => org?.close());

const statuses = [
  'Draft',
  'Submitted',
  'Validated',
  'Proposed',
  'Confirmed',
  'In progress',
  'Delivered',
  'Accepted',
  'Closed',
  'Rejected',
  'Deferred',
  'Cancelled',
  'Recalled',
] as const;

/** What may follow what, written a second time: from → to. */
const steps: Readonly<Record<(typeof statuses)[number], readonly string[]>> = {
  Draft: ['Submitted', 'Cancelled'],
  Submitted: ['Validated', 'Rejected', 'Deferred', 'Recalled', 'Cancelled'],
  Validated: ['Proposed', 'Rejected', 'Deferred', 'Recalled', 'Cancelled'],
  Proposed: ['Validated', 'Confirmed', 'Rejected', 'Deferred', 'Recalled', 'Cancelled'],
  Confirmed: ['In progress', 'Proposed', 'Deferred', 'Cancelled'],
  'In progress': ['Delivered', 'Cancelled'],
  Delivered: ['Accepted', 'In progress'],
  Accepted: ['Closed'],
  Closed: [],
  Rejected: [],
  Deferred: ['Validated', 'Proposed', 'Rejected', 'Recalled', 'Cancelled'],
  Cancelled: [],
  Recalled: ['Draft', 'Cancelled'],
};

async function work(order: string): Promise<void> {
  const hour = { Dispatch__c: order, Resource__c: org.engineers.chen, Date__c: org.today(), Hours__c: 1 };
  await must(org.chen.connection, 'create', 'MF_Effort__c', [hour]);
}

/** Takes an order to a status by people who may. */
async function orderAt(status: string): Promise<string> {
  if (status === 'Draft') return draft(org, deal, { Hours__c: 1 });
  const order =
    status === 'Submitted' || status === 'Recalled' || status === 'Rejected' || status === 'Deferred'
      ? await submitted(org, deal, { Hours__c: 1 })
      : (await proposed(org, { deal, engineer: org.engineers.chen, week, hours: 1 })).order;
  const reason = { Status_Reason__c: 'Story' };
  const way: readonly (readonly [keyof DispatchOrg & ('seller' | 'dispatcher' | 'chen'), string])[] = (
    {
      Submitted: [],
      Recalled: [['seller', 'Recalled']],
      Rejected: [['dispatcher', 'Rejected']],
      Deferred: [['dispatcher', 'Deferred']],
      Validated: [['dispatcher', 'Validated']],
      Proposed: [],
      Cancelled: [['seller', 'Cancelled']],
      Confirmed: [['dispatcher', 'Confirmed']],
      'In progress': [
        ['dispatcher', 'Confirmed'],
        ['chen', 'In progress'],
      ],
      Delivered: [
        ['dispatcher', 'Confirmed'],
        ['chen', 'In progress'],
        ['chen', 'Delivered'],
      ],
      Accepted: [
        ['dispatcher', 'Confirmed'],
        ['chen', 'In progress'],
        ['chen', 'Delivered'],
        ['seller', 'Accepted'],
      ],
      Closed: [
        ['dispatcher', 'Confirmed'],
        ['chen', 'In progress'],
        ['chen', 'Delivered'],
        ['seller', 'Accepted'],
        ['dispatcher', 'Closed'],
      ],
    } as Record<string, readonly (readonly ['seller' | 'dispatcher' | 'chen', string])[]>
  )[status]!;
  for (const [who, next] of way) {
    if (next === 'Delivered') await work(order);
    await take(org[who], order, next, ['Rejected', 'Deferred', 'Cancelled'].includes(next) ? reason : {});
  }
  return order;
}

describe('the way of an order', { timeout: 240_000 }, () => {
  it.each(statuses)('from %s leads only where the states allow, and there only for who may', async (from) => {
    const order = await orderAt(from);
    for (const to of statuses.filter((status) => status !== from)) {
      const words = await step(org.intruder, order, to, { Status_Reason__c: 'Story' });
      if (steps[from].includes(to)) expect(words).toMatch(/^Only |\nOnly /);
      if (steps[from].includes(to)) expect(words).not.toMatch(/cannot go from its present/);
      else expect(words).toMatch(/cannot go from its present/);
    }
  });

  it('goes from draft to closed by requester, dispatcher and lead engineer, each in turn', async () => {
    const order = await orderAt('Closed');
    expect(await read(org, 'MF_Dispatch__c', order, 'Status__c, First_Answered_At__c')).toMatchObject({
      Status__c: 'Closed',
      First_Answered_At__c: expect.any(String) as string,
    });
  });

  it('is taken by nobody else at each step', async () => {
    const order = await draft(org, deal, { Hours__c: 1 });
    expect(await step(org.rival, order, 'Submitted')).toMatch(/Only the requester/);
    await take(org.seller, order, 'Submitted');
    await score(org, order);
    expect(await step(org.seller, order, 'Validated')).toMatch(/Only a dispatcher/);
    expect(await step(org.intruder, order, 'Validated')).toMatch(/Only a dispatcher/);
    expect(await step(org.dispatcher, order, 'Recalled')).toMatch(/Only the requester/);
    expect(await step(org.rival, order, 'Cancelled', { Status_Reason__c: 'x' })).toMatch(
      /Only the requester or a disp/,
    );
    const confirmed = await orderAt('Confirmed');
    expect(await step(org.wang, confirmed, 'In progress')).toMatch(/Only the lead engineer/);
    expect(await step(org.dispatcher, confirmed, 'In progress')).toMatch(/Only the lead engineer/);
    const delivered = await orderAt('Delivered');
    expect(await step(org.chen, delivered, 'Accepted')).toMatch(/Only the requester/);
    expect(await step(org.dispatcher, delivered, 'Accepted')).toMatch(/Only the requester/);
  });

  it('needs a reason where somebody is turned down', async () => {
    const order = await orderAt('Submitted');
    for (const status of ['Rejected', 'Deferred', 'Cancelled'])
      expect(await step(org.dispatcher, order, status)).toMatch(/needs a reason/);
    expect(await step(org.dispatcher, order, 'Deferred', { Status_Reason__c: 'Nobody free' })).toBe('');
  });

  it('of an emergency needs a head in person, who did not ask', async () => {
    const emergency = { Hours__c: 1, Emergency__c: true };
    expect(await draft(org, deal, emergency).catch(String)).toMatch(/emergency needs a reason/);
    const order = await submitted(org, deal, { ...emergency, Emergency_Reason__c: 'Bid moved to Friday' });
    expect(await step(org.dispatcher, order, 'Validated')).toMatch(/not approved/);
    const approve = (by: string) => ({ Id: order, Emergency_Approved_By__c: by });
    expect(await told(org.intruder, 'MF_Dispatch__c', approve(org.intruder.id))).toMatch(/Only a head|负责人/);
    expect(await told(org.head, 'MF_Dispatch__c', approve(org.legal.id))).toMatch(/Only a head|负责人/);
    expect(await told(org.head, 'MF_Dispatch__c', approve(org.head.id))).toBe('');
    expect(await step(org.dispatcher, order, 'Validated')).toBe('');
  });

  it('begins as a draft in the name of who asks', async () => {
    const row = { Deal__c: deal, Status__c: 'Confirmed' };
    expect(await told(org.intruder, 'MF_Dispatch__c', row)).toMatch(/new order is a draft/);
    expect(await told(org.intruder, 'MF_Dispatch__c', { Deal__c: deal, Worth__c: 100 })).toMatch(
      /new order is a draft/,
    );
    expect(await told(org.intruder, 'MF_Dispatch__c', { Deal__c: deal, Requester__c: org.seller.id })).toMatch(
      /new order is a draft/,
    );
    const [order] = await must(org.seller.connection, 'create', 'MF_Dispatch__c', [{ Deal__c: deal }]);
    expect(await read(org, 'MF_Dispatch__c', order!, 'Name, Requester__c')).toMatchObject({
      Name: expect.stringMatching(/^DO-\d{5}$/) as string,
      Requester__c: org.seller.id,
    });
  });
});
