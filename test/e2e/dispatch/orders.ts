import { stageValue } from '../gate/fixture-playbooks.ts';
import { must, newDeals, write, type Outcome, type Row } from '../gate/deals.ts';
import type { Person } from '../gate/gate-org.ts';
import type { DispatchOrg } from './dispatch-org.ts';

/** Deals of the seller at the second stage, with what their worth needs and a presales budget of which half is for later stages. */
export async function readyDeals(org: DispatchOrg, count = 1, budget = 1_000_000, fields: Row = {}): Promise<string[]> {
  const opportunities = await newDeals(org.seller, count);
  await must(
    org.bypasser.connection,
    'update',
    'Opportunity',
    opportunities.map((Id) => ({ Id, StageName: stageValue('S2'), MF_Move_Reason__c: 'Story' })),
  );
  const { records } = await org.admin.query<{ Id: string; MF_Deal__c: string }>(
    `SELECT Id, MF_Deal__c FROM Opportunity WHERE Id IN ('${opportunities.join("','")}')`,
  );
  const byOpportunity = new Map(records.map((row) => [row.Id, row.MF_Deal__c]));
  const deals = opportunities.map((id) => byOpportunity.get(id)!);
  const inputs = { Gross_Margin__c: 8_960_000, Win_Probability_Adjusted__c: 55, Strategic_Tier__c: 'Strategic' };
  await must(
    org.broad.connection,
    'update',
    'MF_Deal__c',
    deals.map((Id) => ({ Id, ...inputs, Tender_Deadline__c: org.today(12), Showcase__c: 80, ...fields })),
  );
  await must(
    org.finance.connection,
    'update',
    'MF_Deal__c',
    deals.map((Id) => ({ Id, Presales_Budget__c: 2 * budget })),
  );
  return deals;
}

/** What a step was told: empty when it was taken. */
export async function told(person: Person, object: string, row: Row): Promise<string> {
  const [outcome] = await write(person.connection, row['Id'] === undefined ? 'create' : 'update', object, [row]);
  return wordsOf(outcome);
}

export function wordsOf(outcome: Outcome | undefined): string {
  return (outcome?.errors ?? []).map((error) => error.message).join('\n');
}

export const step = (person: Person, order: string, status: string, fields: Row = {}) =>
  told(person, 'MF_Dispatch__c', { Id: order, Status__c: status, ...fields });

export async function take(person: Person, order: string, status: string, fields: Row = {}): Promise<void> {
  await must(person.connection, 'update', 'MF_Dispatch__c', [{ Id: order, Status__c: status, ...fields }]);
}

/** A complete draft of the seller: 24 hours of one person within the first two weeks, for two skills. */
export async function draft(org: DispatchOrg, deal: string, fields: Row = {}): Promise<string> {
  const [order] = await must(org.seller.connection, 'create', 'MF_Dispatch__c', [
    {
      Deal__c: deal,
      Purpose__c: 'Solution',
      Deliverable__c: 'Solution design v1',
      Hours__c: 24,
      Headcount__c: 1,
      First_Week__c: org.monday(),
      Last_Week__c: org.monday(1),
      Region__c: 'East',
      ...fields,
    },
  ]);
  const need = (skill: string, weight: number): Row => ({
    Dispatch__c: order!,
    Skill__c: skill,
    Level__c: 3,
    Weight__c: weight,
  });
  await must(org.seller.connection, 'create', 'MF_Dispatch_Skill__c', [
    { ...need(org.skills.PWR, 0.6), Mandatory__c: true },
    need(org.skills.SEC, 0.4),
  ]);
  return order!;
}

export async function score(org: DispatchOrg, order: string, worth = 85.5): Promise<void> {
  await must(org.integration.connection, 'update', 'MF_Dispatch__c', [scored(org, order, worth)]);
}

/** What the allocation writes when it has scored an order. */
export const scored = (org: DispatchOrg, order: string, worth: number): Row => ({
  Id: order,
  Worth__c: worth,
  Worth_Version__c: '2026.1',
  Worth_Scored_At__c: org.instant(),
});

export async function submitted(org: DispatchOrg, deal: string, fields: Row = {}): Promise<string> {
  const order = await draft(org, deal, fields);
  await take(org.seller, order, 'Submitted');
  await score(org, order);
  return order;
}

export async function validated(org: DispatchOrg, deal: string, fields: Row = {}): Promise<string> {
  const order = await submitted(org, deal, fields);
  await take(org.dispatcher, order, 'Validated');
  return order;
}

/** Weeks of an engineer with so many hours each, the first weeks of the story. */
export async function weeks(org: DispatchOrg, engineer: string, capacity: number, count = 2): Promise<string[]> {
  return must(
    org.dispatcher.connection,
    'create',
    'MF_Resource_Week__c',
    Array.from({ length: count }, (_, index) => ({
      Resource__c: engineer,
      Week_Start__c: org.monday(index),
      Capacity__c: capacity,
    })),
  );
}

export const booking = (order: string, week: string, hours: number, fields: Row = {}): Row => ({
  Dispatch__c: order,
  Resource_Week__c: week,
  Hours__c: hours,
  ...fields,
});

/** An order proposed with all its hours in one week of an engineer. */
export async function proposed(
  org: DispatchOrg,
  { deal, engineer, week, hours = 24, fields = {} }: ProposedOrder,
): Promise<{ order: string; bookingId: string }> {
  const order = await validated(org, deal, { Hours__c: hours, ...fields });
  const [bookingId] = await must(org.dispatcher.connection, 'create', 'MF_Booking__c', [booking(order, week, hours)]);
  await take(org.dispatcher, order, 'Proposed', { Lead__c: engineer });
  return { order, bookingId: bookingId! };
}

interface ProposedOrder {
  readonly deal: string;
  readonly engineer: string;
  readonly week: string;
  readonly hours?: number;
  readonly fields?: Row;
}

export async function read<T>(org: DispatchOrg, object: string, id: string, fields: string): Promise<T> {
  const { records } = await org.admin.query(`SELECT ${fields} FROM ${object} WHERE Id = '${id}'`);
  return records[0] as T;
}
