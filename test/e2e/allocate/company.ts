import { dayAfter, mondayOf } from '../../../scripts/model/dispatch/capacity.ts';
import { must, states, type Row } from '../gate/deals.ts';
import { readyDeals, take } from '../dispatch/orders.ts';
import { openDispatchOrg, type DispatchOrg } from '../dispatch/dispatch-org.ts';
import { orderLines, peopleLines, type OrderLine } from './six-orders.ts';
import { loadScoredPlaybook, passForScore } from './scored-playbook.ts';

/** The six orders and five engineers of the reference, in an org: deals with their worth, orders validated. */
export interface Company extends Omit<DispatchOrg, 'engineers'> {
  /** The window of all orders: the Monday after this week, by the clock of whoever runs a command. */
  readonly week: string;
  /** Ids by the reference's names, and the numbers that the org gave the orders. */
  readonly orders: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, string>>;
  readonly engineers: Readonly<Record<string, string>>;
}

export async function openCompany(): Promise<Company> {
  const org = await openDispatchOrg();
  const others = Object.values(org.engineers).map((Id) => ({ Id, Active__c: false }));
  await must(org.integration.connection, 'update', 'MF_Resource__c', others);
  const week = dayAfter(mondayOf(new Date().toISOString().slice(0, 10)), 7);
  await loadScoredPlaybook(org.admin);
  const skills = await makeSkills(org);
  const engineers = await hireAll(org, skills, week);
  const orders: Record<string, string> = {};
  for (const line of orderLines) orders[line.id] = await submit(org, line, { week, skills, engineers });
  const { records } = await org.admin.query<{ Id: string; Name: string }>('SELECT Id, Name FROM MF_Dispatch__c');
  const numberOf = new Map(records.map((row) => [row.Id, row.Name]));
  const numbers = Object.fromEntries(Object.entries(orders).map(([id, record]) => [id, numberOf.get(record)!]));
  return { ...org, week, orders, numbers, engineers };
}

/** Beside the two that the org has. */
async function makeSkills(org: DispatchOrg): Promise<Record<string, string>> {
  const all = new Set(peopleLines.flatMap((person) => Object.keys(person.skills)));
  const keys = [...all].filter((key) => !(key in org.skills));
  const rows = keys.map((key) => ({ Name: key, Key__c: key, Family__c: 'Technology', Active__c: true }));
  const ids = await must(org.dispatcher.connection, 'create', 'MF_Skill__c', rows);
  return { ...org.skills, ...Object.fromEntries(keys.map((key, index) => [key, ids[index]!])) };
}

async function hireAll(
  org: DispatchOrg,
  skills: Readonly<Record<string, string>>,
  week: string,
): Promise<Record<string, string>> {
  const worker = org.integration.connection;
  const engineers: Record<string, string> = {};
  for (const { name, region, rate, freeHours, skills: levels } of peopleLines) {
    const row = { Name: name, Key__c: name, User__c: org.legal.id, Region__c: region, Weekly_Hours__c: 40 };
    const [id] = (await must(worker, 'create', 'MF_Resource__c', [{ ...row, Active__c: true }])) as [string];
    const [rateId] = await must(worker, 'create', 'MF_Rate__c', [{ Resource__c: id, Hourly_Rate__c: rate }]);
    await must(worker, 'update', 'MF_Resource__c', [{ Id: id, Rate__c: rateId! }]);
    const graded = Object.entries(levels).map(([key, level]) => {
      const grades = { Self__c: level, Manager_Grade__c: level, Evidence__c: level };
      return { Resource__c: id, Skill__c: skills[key]!, ...grades };
    });
    await must(worker, 'create', 'MF_Resource_Skill__c', graded);
    const hold = { Resource__c: id, Kind__c: 'Hold', From__c: week, To__c: dayAfter(week, 4) };
    if (freeHours < 40) await must(worker, 'create', 'MF_Absence__c', [{ ...hold, Hours_Per_Week__c: 40 - freeHours }]);
    engineers[name] = id;
  }
  return engineers;
}

interface Known {
  readonly week: string;
  readonly skills: Readonly<Record<string, string>>;
  readonly engineers: Readonly<Record<string, string>>;
}

/** A deal with what its worth needs, and its order, submitted; the nominee of the old customer's demo is named too. */
async function submit(org: DispatchOrg, line: OrderLine, { week, skills, engineers }: Known): Promise<string> {
  const worth = {
    Gross_Margin__c: line.margin,
    Win_Probability_Adjusted__c: line.probability * 100,
    Strategic_Tier__c: line.tier,
    Tender_Deadline__c: org.today(line.days),
    Showcase__c: line.showcase,
  };
  const [deal] = await readyDeals(org, 1, 1_000_000, worth);
  const { records } = await org.admin.query<{ Id: string }>(`SELECT Id FROM Opportunity WHERE MF_Deal__c = '${deal!}'`);
  const [state] = await states(org.admin, [records[0]!.Id]);
  await passForScore(org.seller, state!, line.readiness);
  const seller = org.seller.connection;
  const request: Row = {
    Deal__c: deal!,
    Purpose__c: 'Solution',
    Deliverable__c: line.id,
    Hours__c: line.hours,
    Headcount__c: 1,
    First_Week__c: week,
    Last_Week__c: week,
    Region__c: line.region,
  };
  const [order] = (await must(seller, 'create', 'MF_Dispatch__c', [request])) as [string];
  const needs = line.needs.map((need) => ({
    Dispatch__c: order,
    Skill__c: skills[need.skill]!,
    Level__c: need.level,
    Weight__c: need.weight,
    Mandatory__c: need.mandatory,
  }));
  await must(seller, 'create', 'MF_Dispatch_Skill__c', needs);
  if (line.nominee) {
    const nominee = { Dispatch__c: order, Resource__c: engineers[line.nominee]!, Reason__c: 'I know her' };
    await must(seller, 'create', 'MF_Nomination__c', [nominee]);
  }
  await take(org.seller, order, 'Submitted');
  return order;
}
