import { must, type DealState, type Row } from './deals.ts';
import type { GateOrg, Person } from './gate-org.ts';

/** What the checks of the region's playbook pass by: a decision, a member, a document, a dispatch order. */
export const LINK = 'https://docs.example.com/1';

export async function decisionOf(org: GateOrg, dealId: string, fields: Row = {}): Promise<string> {
  const row = { Deal__c: dealId, Kind__c: 'ATI', Outcome__c: 'Granted', ...fields };
  return (await must(org.head.connection, 'create', 'MF_Decision__c', [row]))[0]!;
}

export async function memberOf(org: GateOrg, by: Person, dealId: string, fields: Row = {}): Promise<string> {
  const role = fields['Role_Key__c'] ?? 'SR';
  const { records } = await org.admin.query<{ Id: string }>(`SELECT Id FROM MF_Role__c WHERE Key__c = '${role}'`);
  const row = { Deal__c: dealId, Role__c: records[0]!.Id, Role_Key__c: role, Member__c: org.seller.id, ...fields };
  return (await must(by.connection, 'create', 'MF_Team_Member__c', [row]))[0]!;
}

/** An order of the deal as a migration brings it, accepted unless told otherwise. */
export async function orderOf(org: GateOrg, dealId: string, fields: Row = {}): Promise<string> {
  const row = { Deal__c: dealId, Taking_Over__c: true, Status__c: 'Accepted', ...fields };
  return (await must(org.admin, 'create', 'MF_Dispatch__c', [row]))[0]!;
}

/** Gives every check of the gate to a person and passes all of them but one, each by a record or link of its own. */
export async function passAllBut(org: GateOrg, owner: Person, deal: DealState, open?: string): Promise<void> {
  await must(
    org.dispatcher.connection,
    'update',
    'MF_Check__c',
    deal.checks.map(({ Id }) => ({ Id, Assignee__c: owner.id })),
  );
  const proofs: Record<string, () => Promise<Row> | Row> = {
    DECIDE: async () => ({ Decision__c: await decisionOf(org, deal.dealId) }),
    STAFF: async () => ({ Team_Member__c: await memberOf(org, owner, deal.dealId) }),
    PAPER: () => ({ Evidence__c: LINK }),
    SEND: async () => ({ Dispatch__c: await orderOf(org, deal.dealId) }),
  };
  for (const [code, proof] of Object.entries(proofs)) {
    if (code === open) continue;
    const row = { Id: deal.check(code).Id, Status__c: 'Passed', ...(await proof()) };
    await must(owner.connection, 'update', 'MF_Check__c', [row]);
  }
}
