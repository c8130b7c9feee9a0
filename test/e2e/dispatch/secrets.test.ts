import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../gate/gate-org.ts';
import { must } from '../gate/deals.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { booking, draft, readyDeals, take, told, validated, weeks } from './orders.ts';

let org: DispatchOrg;
let deal: string;
beforeAll(async () => {
  org = await openDispatchOrg();
  [deal] = (await readyDeals(org)) as [string];
}, 180_000);
afterAll(() => org?.close());

/** Rows that a person gets, or the refusal. */
async function rows(person: Person, soql: string): Promise<object[] | string> {
  return person.connection.query(soql).then(
    ({ records }) => records,
    (error: unknown) => String(error),
  );
}

describe('a rate', { timeout: 120_000 }, () => {
  it('is read by its owner and by finance, and by no colleague, dispatcher, seller or leader beside', async () => {
    const rates = 'SELECT Hourly_Rate__c FROM MF_Rate__c ORDER BY Hourly_Rate__c';
    expect(await rows(org.chen, rates)).toMatchObject([{ Hourly_Rate__c: 450 }]);
    expect(await rows(org.wang, rates)).toMatchObject([{ Hourly_Rate__c: 280 }]);
    expect(await rows(org.finance, rates)).toMatchObject([{ Hourly_Rate__c: 280 }, { Hourly_Rate__c: 450 }]);
    expect(await rows(org.dispatcher, rates)).toEqual([]);
    expect(await rows(org.leader, rates)).toEqual([]);
    for (const person of [org.seller, org.auditor, org.rival])
      expect(await rows(person, rates)).toMatch(/'MF_Rate__c' is not supported/);
  });

  it('leaks through no booking, effort, candidate or order', async () => {
    const [week] = await weeks(org, org.engineers.chen, 40, 1);
    const order = await validated(org, deal);
    await must(org.dispatcher.connection, 'create', 'MF_Booking__c', [booking(order, week!, 8)]);
    const [asked, known] = [
      'SELECT Cost__c, Hourly_Rate__c FROM MF_Booking__c',
      [{ Cost__c: 3600, Hourly_Rate__c: 450 }],
    ] as const;
    expect(await rows(org.finance, asked)).toMatchObject(known);
    for (const person of [org.dispatcher, org.seller, org.chen, org.wang, org.leader]) {
      expect(await rows(person, asked)).toMatch(/No such column/);
      expect(await rows(person, 'SELECT Planned_Cost__c FROM MF_Dispatch__c')).toMatch(/No such column/);
      expect(await rows(person, 'SELECT Effort_Cost__c FROM MF_Dispatch__c')).toMatch(/No such column/);
      expect(await rows(person, 'SELECT Cost__c FROM MF_Effort__c')).toMatch(/No such column/);
      expect(await rows(person, 'SELECT Cost__c FROM MF_Candidate__c')).toMatch(/No such column/);
    }
  });

  it('is written by finance only, and never borrowed', async () => {
    const [{ Id: own }] = (await rows(org.chen, 'SELECT Id FROM MF_Rate__c')) as [{ Id: string }];
    expect(await told(org.chen, 'MF_Rate__c', { Id: own, Hourly_Rate__c: 1 })).not.toBe('');
    const intruding = { Resource__c: org.engineers.chen, Hourly_Rate__c: 1 };
    expect(await told(org.intruder, 'MF_Rate__c', intruding)).toMatch(/Only finance/);
    expect(await told(org.finance, 'MF_Rate__c', { ...intruding, Hourly_Rate__c: 0 })).toMatch(/above zero/);
    const lent = { Id: org.engineers.wang, Rate__c: own };
    expect(await told(org.integration, 'MF_Resource__c', lent)).toMatch(/must be one of this engineer/);
    expect(await told(org.intruder, 'MF_Resource__c', { ...lent, Rate__c: null })).toMatch(/Only finance/);
  });
});

describe('a nomination', { timeout: 120_000 }, () => {
  it('is seen by who wrote it and the auditor, needs a reason, and comes before the order is submitted', async () => {
    const order = await draft(org, deal);
    const nomination = { Dispatch__c: order, Resource__c: org.engineers.chen, Reason__c: 'Knows the customer' };
    expect(await told(org.seller, 'MF_Nomination__c', { ...nomination, Reason__c: null })).toMatch(/needs a reason/);
    expect(await told(org.rival, 'MF_Nomination__c', nomination)).toMatch(/Only the requester nominates/);
    expect(await told(org.seller, 'MF_Nomination__c', nomination)).toBe('');
    const asked = 'SELECT Reason__c FROM MF_Nomination__c';
    for (const person of [org.seller, org.auditor])
      expect(await rows(person, asked)).toMatchObject([{ Reason__c: 'Knows the customer' }]);
    expect(await rows(org.rival, asked)).toEqual([]);
    for (const person of [org.dispatcher, org.chen, org.leader, org.finance, org.integration])
      expect(await rows(person, asked)).toMatch(/'MF_Nomination__c' is not supported/);
    await take(org.seller, order, 'Submitted');
    expect(await told(org.seller, 'MF_Nomination__c', nomination)).toMatch(/while the order is a draft/);
  });

  it('and the grade of who asks are kept from whoever decides', async () => {
    const grade = 'SELECT Requester_Grade__c FROM MF_Dispatch__c LIMIT 1';
    expect(await rows(org.auditor, grade)).toHaveLength(1);
    for (const person of [org.dispatcher, org.seller, org.chen, org.leader])
      expect(await rows(person, grade)).toMatch(/No such column/);
  });
});

describe('who only reads', { timeout: 120_000 }, () => {
  it('writes no order, need, booking, week, person or skill', async () => {
    const order = await draft(org, deal);
    const attempts = [
      ['MF_Dispatch__c', { Id: order, Deliverable__c: 'Other' }],
      ['MF_Dispatch__c', { Deal__c: deal }],
      ['MF_Resource__c', { Id: org.engineers.chen, Weekly_Hours__c: 60 }],
      ['MF_Skill__c', { Id: org.skills.PWR, Active__c: false }],
      ['MF_Resource_Week__c', { Resource__c: org.engineers.chen, Week_Start__c: org.monday(5), Capacity__c: 1 }],
    ] as const;
    for (const person of [org.leader, org.auditor, org.chen])
      for (const [object, row] of attempts)
        expect(await told(person, object, row)).toMatch(
          /insufficient access|cannot be (inserted|updated)|Unable to create\/update/,
        );
    expect(await rows(org.leader, `SELECT Status__c FROM MF_Dispatch__c WHERE Id = '${order}'`)).toHaveLength(1);
  });
});

describe('a grade', { timeout: 120_000 }, () => {
  it('is the floor of its parts, one lower once expired, and given by who may', async () => {
    const graded = { Resource__c: org.engineers.chen, Skill__c: org.skills.PWR };
    expect(await told(org.chen, 'MF_Resource_Skill__c', { ...graded, Self__c: 6 })).toMatch(/whole number from 1 to 5/);
    expect(await told(org.wang, 'MF_Resource_Skill__c', { ...graded, Self__c: 5 })).toMatch(/Only the engineer grades/);
    const [id] = await must(org.chen.connection, 'create', 'MF_Resource_Skill__c', [{ ...graded, Self__c: 5 }]);
    const parts = { Id: id!, Manager_Grade__c: 4, Evidence__c: 3 };
    expect(await told(org.chen, 'MF_Resource_Skill__c', parts)).not.toBe('');
    expect(await told(org.intruder, 'MF_Resource_Skill__c', parts)).toMatch(/never to oneself/);
    expect(await told(org.dispatcher, 'MF_Resource_Skill__c', parts)).toBe('');
    const level = 'SELECT Level__c, Is_Expired__c, Valid_To__c FROM MF_Resource_Skill__c';
    const yearLater = `${String(Number(org.today().slice(0, 4)) + 1)}${org.today().slice(4)}`;
    expect(await rows(org.dispatcher, level)).toMatchObject([
      { Level__c: 3, Is_Expired__c: false, Valid_To__c: yearLater },
    ]);
    await must(org.dispatcher.connection, 'update', 'MF_Resource_Skill__c', [{ Id: id!, Valid_To__c: org.today(-1) }]);
    expect(await rows(org.dispatcher, level)).toMatchObject([{ Level__c: 2, Is_Expired__c: true }]);
  });

  it('and an absence of a colleague are written by nobody beside', async () => {
    const absence = { Resource__c: org.engineers.wang, From__c: org.today(), To__c: org.today(1), Kind__c: 'Leave' };
    expect(await told(org.chen, 'MF_Absence__c', absence)).toMatch(/Only the engineer, the manager or/);
    expect(await told(org.wang, 'MF_Absence__c', absence)).toBe('');
    expect(await told(org.wang, 'MF_Absence__c', { ...absence, To__c: org.today(-1) })).toMatch(/not earlier/);
  });
});
