import type { Row } from '../deals.ts';
import { decisionOf, LINK, memberOf, passAllBut } from '../proofs.ts';
import type { Attack, WayRound } from './way-round.ts';

/** Ways round by a check that passes only by its record. All others of the gate are passed, so that the move hangs on this one. */
function passing(name: string, code: string, proof: (attack: Attack) => Promise<Row> | Row): WayRound {
  return {
    name,
    start: 'kinds',
    async attempt(a) {
      await passAllBut(a.org, a.attacker, a.deal, code);
      await a.update('MF_Check__c', { Id: a.deal.check(code).Id, Status__c: 'Passed', ...(await proof(a)) });
      return a.move('S2');
    },
    says: /not met/,
  };
}

const byDecision = (name: string, deal: 'deal' | 'metDeal', fields: Row) =>
  passing(name, 'DECIDE', async (a) => ({ Decision__c: await decisionOf(a.org, a[deal].dealId, fields) }));
const byMember = (name: string, deal: 'deal' | 'metDeal', fields: (a: Attack) => Row) =>
  passing(name, 'STAFF', async (a) => ({
    Team_Member__c: await memberOf(a.org, a.attacker, a[deal].dealId, fields(a)),
  }));

export const kinds: readonly WayRound[] = [
  passing('passing a decision check by word alone', 'DECIDE', () => ({ Answer__c: 'Granted', Evidence__c: LINK })),
  byDecision('passing it by a decision of another deal', 'metDeal', {}),
  byDecision('passing it by a decision of another kind', 'deal', { Kind__c: 'ATB' }),
  byDecision('passing it by a refusal', 'deal', { Outcome__c: 'Refused' }),
  byDecision('passing it by a decision that is not made', 'deal', { Outcome__c: null }),
  byDecision('passing it by a decision that has run out', 'deal', { Valid_Until__c: '2026-03-01' }),
  passing('passing it for longer than the decision is valid', 'DECIDE', async (a) => ({
    Decision__c: await decisionOf(a.org, a.deal.dealId, { Valid_Until__c: a.org.today(5) }),
    Expires_On__c: a.org.today(50),
  })),
  passing('granting the decision oneself', 'DECIDE', async (a) => {
    const granted = { Deal__c: a.deal.dealId, Kind__c: 'ATI', Outcome__c: 'Granted', Decided_By__c: a.org.head.id };
    const first = await a.create('MF_Decision__c', granted);
    const second = await a.create('MF_Decision__c', { ...granted, Outcome__c: null });
    if (second.id) await a.update('MF_Decision__c', { Id: second.id, Outcome__c: 'Granted' });
    return { Decision__c: first.id ?? second.id ?? null };
  }),
  passing('turning a refusal into a grant', 'DECIDE', async (a) => {
    const Decision__c = await decisionOf(a.org, a.deal.dealId, { Outcome__c: 'Refused' });
    await a.update('MF_Decision__c', { Id: Decision__c, Outcome__c: 'Granted' });
    return { Decision__c };
  }),
  passing('passing a role check by word alone', 'STAFF', () => ({ Answer__c: 'Li Na', Evidence__c: LINK })),
  byMember('passing it by a member of another deal', 'metDeal', () => ({})),
  byMember('passing it by a member in another role', 'deal', () => ({ Role_Key__c: 'AR' })),
  byMember('passing it by a member without a person', 'deal', () => ({ Member__c: null })),
  byMember('passing it by a member who has left', 'deal', (a) => ({ To_Date__c: a.org.today(-1) })),
  byMember('passing it by a member who is still to come', 'deal', (a) => ({ From_Date__c: a.org.today(1) })),
  passing('passing it by a member who is given the role in text only', 'STAFF', async (a) => {
    const id = await memberOf(a.org, a.attacker, a.deal.dealId, { Role_Key__c: 'AR' });
    await a.update('MF_Team_Member__c', { Id: id, Role_Key__c: 'SR' });
    return { Team_Member__c: id };
  }),
  passing('passing a document check without a link', 'PAPER', () => ({ Answer__c: 'It is written' })),
  passing('passing a dispatch check by the number and link of an order', 'SEND', () => ({
    Answer__c: 'DO-00001',
    Evidence__c: LINK,
  })),
];
