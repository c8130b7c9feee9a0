import { meetGates, moveTo, must, newDeals, passOwn, stateOf, states, type DealState, type Row } from '../deals.ts';
import { stageValue } from '../fixture-playbooks.ts';
import { scopeFile, type GateOrg } from '../gate-org.ts';
import { decisionOf, LINK, memberOf } from '../proofs.ts';

/** Deals and records in which each rule can be provoked; every flow is off, all but the bypasser's belong to the broad user. */
export interface Setting {
  readonly org: GateOrg;
  readonly open: DealState;
  readonly other: DealState;
  readonly small: DealState;
  readonly second: DealState;
  readonly lost: DealState;
  /** A deal whose checks pass by records only. */
  readonly kinds: DealState;
  /** Moved on a waiver that has run out; here its first gate's state before the move. */
  readonly lapsed: DealState;
  readonly bypassed: DealState;
  readonly won: DealState;
  /** Ids of opportunities: without a type, without a type and further on, with a type and no deal, a stage ahead of its gate, with a margin below what it has cost. */
  readonly untyped: string;
  readonly late: string;
  readonly dealless: string;
  readonly ahead: string;
  readonly costly: string;
  /** Ids of a requested waiver on `other`, an ended decision and a member of `kinds`, a line of the log. */
  readonly waiver: string;
  readonly decision: string;
  readonly member: string;
  readonly line: string;
  idOf(object: string, where: string): Promise<string>;
}

export async function prepareSetting(org: GateOrg): Promise<Setting> {
  const { broad, bypasser } = org;
  await org.admin.sobject('User').update({ Id: org.head.id, LanguageLocaleKey: 'en_US' });
  const ids = (await newDeals(broad, 7)) as [string, string, string, string, string, string, string];
  const [open, other, second, lost, lapsed, ahead, costly] = ids;
  const [small] = await newDeals(broad, 1, { MF_Deal_Type__c: 'Standard_Product', StageName: stageValue('P1') });
  const [kinds] = await newDeals(broad, 1, { MF_Deal_Type__c: 'Region_Solution' });
  const [bypassed, won] = (await newDeals(bypasser, 2)) as [string, string];
  const [untyped, late] = (await newDeals(broad, 2, { MF_Deal_Type__c: null })) as [string, string];
  await meetGates(org, broad, [second, ahead]);
  await passOwn(broad, await states(org.admin, [lapsed]));
  const onWaiver = await stateOf(org.admin, lapsed);
  await approvedWaiver(org, onWaiver);
  await moveTo(broad, [second, lapsed], 'S2');
  await moveTo(broad, [late], 'S3');
  await moveTo(broad, [lost], 'Closed Lost', { MF_Move_Reason__c: 'Lost on price' });
  await moveTo(bypasser, [won], 'Closed Won', { MF_Move_Reason__c: 'Framework contract' });
  const loss = { Id: (await stateOf(org.admin, costly)).dealId, Gross_Margin__c: -1_000 };
  await must(broad.connection, 'update', 'MF_Deal__c', [{ ...loss, Win_Probability_Adjusted__c: 50 }]);
  org.moveClock(1);
  await org.switchFlows(false);
  await moveTo(broad, [ahead], 'S2');
  const [dealless] = await newDeals(broad, 1);
  const deal = async (id: string) => stateOf(org.admin, id);
  const kindsDeal = await deal(kinds!);
  await must(
    org.dispatcher.connection,
    'update',
    'MF_Check__c',
    kindsDeal.checks.map(({ Id }) => ({ Id, Assignee__c: broad.id })),
  );
  const otherDeal = await deal(other);
  const line: Row = { Deal__c: otherDeal.dealId, Kind__c: 'Refused', Reason__c: 'Not met' };
  await org.deploy(scopeFile({ Required_From__c: '2026-03-01' }));
  return {
    org,
    open: await deal(open),
    other: otherDeal,
    small: await deal(small!),
    second: await deal(second),
    lost: await deal(lost),
    kinds: kindsDeal,
    lapsed: onWaiver,
    bypassed: await deal(bypassed),
    won: await deal(won),
    untyped,
    late,
    dealless: dealless!,
    ahead,
    costly,
    waiver: await waiverOn(org, otherDeal, 5),
    decision: await decisionOf(org, kindsDeal.dealId),
    member: await memberOf(org, broad, kindsDeal.dealId),
    line: (await must(broad.connection, 'create', 'MF_Event_Log__c', [line]))[0]!,
    idOf: async (object, where) =>
      (await org.admin.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${where}`)).records[0]!.Id,
  };
}

async function waiverOn(org: GateOrg, deal: DealState, days: number): Promise<string> {
  const row = {
    Deal__c: deal.dealId,
    Check__c: deal.check('CLEAR').Id,
    Reason__c: `Opinion comes later, see ${LINK}`,
    Expires_On__c: org.today(days),
    Requested_By__c: org.broad.id,
  };
  return (await must(org.broad.connection, 'create', 'MF_Waiver__c', [row]))[0]!;
}

async function approvedWaiver(org: GateOrg, deal: DealState): Promise<void> {
  const Id = await waiverOn(org, deal, 0);
  await must(org.legal.connection, 'update', 'MF_Waiver__c', [{ Id, Compliance_By__c: org.legal.id }]);
  await must(org.head.connection, 'update', 'MF_Waiver__c', [{ Id, Status__c: 'Approved', Approver__c: org.head.id }]);
}
