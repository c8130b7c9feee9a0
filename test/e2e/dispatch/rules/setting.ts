import { must, newDeals } from '../../gate/deals.ts';
import { decisionOf } from '../../gate/proofs.ts';
import type { DispatchOrg } from '../dispatch-org.ts';
import { booking, draft, proposed, readyDeals, submitted, take, validated, weeks } from '../orders.ts';

/** Orders in the states in which each rule can be provoked, and who and what they need; every flow is off afterwards. */
export interface Setting {
  readonly org: DispatchOrg;
  readonly deal: string;
  readonly otherDeal: string;
  /** Ids of orders of the seller. */
  readonly orders: Readonly<
    Record<
      | 'draft'
      | 'bare'
      | 'early'
      | 'poor'
      | 'unscored'
      | 'submitted'
      | 'urgent'
      | 'validated'
      | 'proposed'
      | 'confirmed',
      string
    >
  >;
  /** Weeks of Chen (within and after the windows of the orders), of Wang (with a confirmed booking) and of an engineer who has left. */
  readonly weeks: Readonly<Record<'chen' | 'late' | 'wang' | 'gone', string>>;
  readonly rateOfWang: string;
  readonly retiredSkill: string;
  /** A decision to bid, which carries no budget. */
  readonly decision: string;
  /** A run that one worker has claimed a moment ago. */
  readonly run: string;
  /** A booking that is complete but for what a provocation changes. */
  book(order: string, week: string, fields?: object): Record<string, unknown>;
}

export async function prepareSetting(org: DispatchOrg): Promise<Setting> {
  const [deal, otherDeal] = (await readyDeals(org, 2)) as [string, string];
  const [poorDeal] = (await readyDeals(org, 1, 1_000_000, { Gross_Margin__c: null })) as [string];
  const [chen, , late] = (await weeks(org, org.engineers.chen, 40, 3)) as [string, string, string];
  const [wang] = (await weeks(org, org.engineers.wang, 40, 1)) as [string];
  const confirmed = await proposed(org, { deal, engineer: org.engineers.wang, week: wang });
  await take(org.dispatcher, confirmed.order, 'Confirmed');
  const graded = await submitted(org, deal);
  const worker = org.integration.connection;
  await must(worker, 'update', 'MF_Dispatch__c', [{ Id: graded, Requester_Grade__c: 2 }]);
  const unscored = await draft(org, deal);
  await take(org.seller, unscored, 'Submitted');
  const orders: Setting['orders'] = {
    draft: await draft(org, deal),
    bare: (await must(org.seller.connection, 'create', 'MF_Dispatch__c', [{ Deal__c: deal }]))[0]!,
    early: await draft(org, await earlyDeal(org)),
    poor: await draft(org, poorDeal),
    unscored,
    submitted: graded,
    urgent: await submitted(org, deal, { Emergency__c: true, Emergency_Reason__c: 'Tender tomorrow' }),
    validated: await validated(org, deal),
    proposed: (await proposed(org, { deal, engineer: org.engineers.chen, week: chen })).order,
    confirmed: confirmed.order,
  };
  const retired = { Name: 'Fax', Key__c: 'FAX', Family__c: 'Technology', Active__c: false };
  const [retiredSkill] = await must(org.dispatcher.connection, 'create', 'MF_Skill__c', [retired]);
  const [run] = await must(worker, 'create', 'MF_Allocation_Run__c', [
    { Run_Key__c: 'claimed', Status__c: 'Planned', Claimed_By__c: 'one', Claimed_At__c: org.instant() },
  ]);
  const { records } = await org.finance.connection.query<{ Id: string }>(
    `SELECT Id FROM MF_Rate__c WHERE Resource__c = '${org.engineers.wang}'`,
  );
  const setting: Setting = {
    ...{ org, deal, otherDeal, orders, run: run! },
    weeks: { chen, late, wang, gone: await weekOfWhoLeft(org) },
    rateOfWang: records[0]!.Id,
    retiredSkill: retiredSkill!,
    decision: await decisionOf(org, deal, { Kind__c: 'ATB' }),
    book: (order, week, fields = {}) =>
      booking(order, week, 8, { Booking_Key__c: `${week}|${order}`, Hourly_Rate__c: 450, ...fields }),
  };
  await org.switchFlows(false);
  return setting;
}

/** A deal that is still a lead. */
async function earlyDeal(org: DispatchOrg): Promise<string> {
  const [opportunity] = await newDeals(org.seller, 1);
  const { records } = await org.admin.query<{ Id: string }>(
    `SELECT Id FROM MF_Deal__c WHERE Opportunity__c = '${opportunity!}'`,
  );
  return records[0]!.Id;
}

async function weekOfWhoLeft(org: DispatchOrg): Promise<string> {
  const row = { Name: 'Gone', Key__c: 'gone', Weekly_Hours__c: 40, Active__c: false };
  const [gone] = await must(org.integration.connection, 'create', 'MF_Resource__c', [row]);
  return (await weeks(org, gone!, 40, 1))[0]!;
}
