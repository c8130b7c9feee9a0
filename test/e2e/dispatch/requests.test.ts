import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type Row } from '../gate/deals.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { draft, read, readyDeals, score, scored, step, submitted, take, told } from './orders.ts';

let org: DispatchOrg;
let deal: string;
beforeAll(async () => {
  org = await openDispatchOrg();
  [deal] = (await readyDeals(org)) as [string];
}, 180_000);
afterAll(() => org?.close());

const change = (order: string, fields: Row) => told(org.intruder, 'MF_Dispatch__c', { Id: order, ...fields });

describe('a request', { timeout: 120_000 }, () => {
  it.each([
    ['without a deliverable', { Deliverable__c: null }, /named deliverable/],
    ['without hours', { Hours__c: null }, /needs a purpose/],
    ['whose window is past', { First_Week__c: '2026-02-16' }, /first week is over/],
  ] as const)('%s is not submitted', async (_words, fields, message) => {
    const order = await draft(org, deal, fields);
    expect(await step(org.seller, order, 'Submitted')).toMatch(message);
  });

  it.each([
    ['negative hours', { Hours__c: -1 }, /above zero/],
    ['half a person', { Headcount__c: 0 }, /headcount at least one/],
    ['a window from a Wednesday', { First_Week__c: '2026-03-04' }, /Mondays/],
    ['a window that ends before it begins', { Last_Week__c: '2026-02-23' }, /not before the first/],
  ] as const)('with %s is not even saved', async (_words, fields, message) => {
    expect(await draft(org, deal, fields).catch(String)).toMatch(message);
  });

  it('is submitted only with skills whose weights make one', async () => {
    const order = await draft(org, deal);
    const needs = await org.admin.query<{ Id: string }>(
      `SELECT Id FROM MF_Dispatch_Skill__c WHERE Dispatch__c = '${order}'`,
    );
    await must(org.seller.connection, 'update', 'MF_Dispatch_Skill__c', [{ Id: needs.records[0]!.Id, Weight__c: 0.5 }]);
    expect(await step(org.seller, order, 'Submitted')).toMatch(/weights of the needed skills must add up to 1/);
    const twice = { Dispatch__c: order, Skill__c: org.skills.PWR, Level__c: 2, Weight__c: 0.1 };
    expect(await told(org.seller, 'MF_Dispatch_Skill__c', twice)).toMatch(/duplicate value/);
  });

  it('waits until its deal has left the lead stage, is open and knows its worth', async () => {
    const [poor] = await readyDeals(org, 1, 1_000_000, { Gross_Margin__c: null });
    expect(await step(org.seller, await draft(org, poor!), 'Submitted')).toMatch(/worth is unknown/);
    const { Opportunity__c: opportunity } = await read<{ Opportunity__c: string }>(
      org,
      'MF_Deal__c',
      poor!,
      'Opportunity__c',
    );
    const back = { Id: opportunity, StageName: 'S1 Lead Validation', MF_Move_Reason__c: 'Back' };
    const order = await draft(org, poor!);
    await must(org.bypasser.connection, 'update', 'Opportunity', [back]);
    expect(await step(org.seller, order, 'Submitted')).toMatch(/from the second stage on/);
    const lost = { Id: opportunity, StageName: 'Closed Lost', MF_Move_Reason__c: 'Lost' };
    await must(org.bypasser.connection, 'update', 'Opportunity', [lost]);
    expect(await step(org.seller, order, 'Submitted')).toMatch(/open deals/);
  });
});

describe('the worth of an order', { timeout: 120_000 }, () => {
  it('stands on what the deal said at submission, whatever the deal says later', async () => {
    await must(org.seller.connection, 'update', 'MF_Deal__c', [{ Id: deal, Starred_Grade__c: 6 }]);
    const order = await submitted(org, deal);
    const inputs =
      'Gross_Margin__c, Probability__c, Tier__c, Showcase__c, Starred_Grade__c, Stage_At_Submission__c, Worth__c, Worth_Version__c';
    const snapshot = await read(org, 'MF_Dispatch__c', order, inputs);
    expect(snapshot).toMatchObject({
      Gross_Margin__c: 8_960_000,
      Probability__c: 55,
      Tier__c: 'Strategic',
      Showcase__c: 80,
      Starred_Grade__c: 6,
      Stage_At_Submission__c: 'S2 Opportunity Initiation',
      Worth__c: 85.5,
    });
    await must(org.broad.connection, 'update', 'MF_Deal__c', [{ Id: deal, Showcase__c: 10, Starred_Grade__c: 0 }]);
    try {
      expect(await read(org, 'MF_Dispatch__c', order, inputs)).toEqual(snapshot);
    } finally {
      await must(org.broad.connection, 'update', 'MF_Deal__c', [{ Id: deal, Showcase__c: 80, Starred_Grade__c: null }]);
    }
  });

  it.each([
    { Hours__c: 1 },
    { Last_Week__c: '2026-03-23' },
    { Headcount__c: 2 },
    { Region__c: 'HQ' },
    { Gross_Margin__c: 99_000_000 },
    { Probability__c: 99 },
    { Tier__c: 'Strategic!' },
    { Showcase__c: 100 },
    { Starred_Grade__c: 10 },
    { Submitted_At__c: '2026-01-01T00:00:00.000Z' },
    { Emergency__c: true, Emergency_Reason__c: 'Because' },
  ])('keeps %j out once submitted', async (fields) => {
    const order = await submitted(org, deal);
    expect(await change(order, fields)).toMatch(/submitted order cannot change/);
  });

  it('keeps its skills, level by level and row by row', async () => {
    const order = await submitted(org, deal);
    const { records } = await org.admin.query<{ Id: string }>(
      `SELECT Id FROM MF_Dispatch_Skill__c WHERE Dispatch__c = '${order}'`,
    );
    const [{ Id }] = records as [{ Id: string }];
    expect(await told(org.intruder, 'MF_Dispatch_Skill__c', { Id, Level__c: 1 })).toMatch(
      /skills of a submitted order/,
    );
    const removed = await org.intruder.connection.sobject('MF_Dispatch_Skill__c').destroy(Id).catch(String);
    expect(JSON.stringify(removed)).toMatch(/weights of the needed skills must add up to 1/);
  });

  it('is written by the allocation only, once per submission', async () => {
    const order = await draft(org, deal);
    await take(org.seller, order, 'Submitted');
    expect(await step(org.dispatcher, order, 'Validated')).toMatch(/not scored yet/);
    const own = scored(org, order, 99);
    for (const person of [org.intruder, org.dispatcher, org.seller])
      expect(await told(person, 'MF_Dispatch__c', own)).not.toBe('');
    expect(await change(order, own)).toMatch(/scored by the system/);
    await score(org, order, 70);
    expect(await told(org.integration, 'MF_Dispatch__c', scored(org, order, 71))).toMatch(/once per submission/);
    await take(org.seller, order, 'Recalled');
    await take(org.seller, order, 'Draft');
    org.moveClock(1 / 24);
    await take(org.seller, order, 'Submitted');
    expect(await step(org.dispatcher, order, 'Validated')).toMatch(/not scored yet/);
    await score(org, order, 71);
    expect(await step(org.dispatcher, order, 'Validated')).toBe('');
  });

  it('is not invented by a writer who sends another margin, with the flows off', async () => {
    const order = await draft(org, deal);
    await org.switchFlows(false);
    try {
      const at = org.instant();
      const honest = {
        Submitted_At__c: at,
        Stage_At_Submission__c: 'S2 Opportunity Initiation',
        Gross_Margin__c: 8_960_000,
        Probability__c: 55,
        Tier__c: 'Strategic',
        Tender_Deadline__c: (await read<{ Tender_Deadline__c: string }>(org, 'MF_Deal__c', deal, 'Tender_Deadline__c'))
          .Tender_Deadline__c,
        Readiness__c: 0,
        Showcase__c: 80,
      };
      const mine = { Id: order, Requester__c: org.intruder.id };
      await must(org.dispatcher.connection, 'update', 'MF_Dispatch__c', [mine]);
      const send = (fields: Row) => step(org.intruder, order, 'Submitted', { ...honest, ...fields });
      expect(await send({ Gross_Margin__c: 9_960_000 })).toMatch(/must be those of the deal now/);
      expect(await send({ Readiness__c: 100 })).toMatch(/must be those of the deal now/);
      expect(await send({ Submitted_At__c: '2026-01-01T00:00:00.000Z' })).toMatch(/must be those of the deal now/);
      expect(await step(org.intruder, order, 'Submitted')).toMatch(/must be those of the deal now/);
      expect(await send({})).toBe('');
    } finally {
      await org.switchFlows(true);
    }
  });
});
