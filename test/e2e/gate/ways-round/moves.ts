import type { WayRound } from './way-round.ts';

/** Ways round by the move itself: types, deals, stages, lost and won. Whatever is tried before the move may be refused or not; what counts is that the stage stays. */
export const moves: readonly WayRound[] = [
  { name: 'moving with an open gate', start: 'open', attempt: (a) => a.move('S2'), says: /not met/ },
  {
    name: 'moving with the score reached and a blocking check open',
    start: 'own done',
    attempt: (a) => a.move('S2'),
    says: /not met/,
  },
  {
    name: 'clearing the type and moving in one save',
    start: 'open',
    attempt: (a) => a.move('S2', { MF_Deal_Type__c: null }),
    says: /cannot be changed or cleared/,
  },
  {
    name: 'clearing the type, then moving',
    start: 'open',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, MF_Deal_Type__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'changing to another type and moving along its stages',
    start: 'open',
    attempt: (a) => a.move('P2', { MF_Deal_Type__c: 'Standard_Product' }),
    says: /cannot be changed/,
  },
  {
    name: 'swapping the deal for a met one while moving',
    start: 'open',
    attempt: (a) => a.move('S2', { MF_Deal__c: a.metDeal.dealId }),
    says: /cannot be exchanged/,
  },
  {
    name: 'swapping the deal for a met one, then moving',
    start: 'open',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, MF_Deal__c: a.metDeal.dealId });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'clearing the deal, then moving',
    start: 'open',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, MF_Deal__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'moving two stages through a met gate',
    start: 'met',
    attempt: (a) => a.move('S3'),
    says: /cannot be skipped/,
  },
  {
    name: 'winning at once through a met gate',
    start: 'met',
    attempt: (a) => a.move('Closed Won'),
    says: /cannot be skipped/,
  },
  { name: 'a stage of another playbook', start: 'met', attempt: (a) => a.move('P2'), says: /cannot be skipped/ },
  {
    name: 'a stage that no playbook has',
    start: 'met',
    attempt: (a) => a.update('Opportunity', { Id: a.deal.opportunityId, StageName: 'Prospecting' }),
    says: /cannot be skipped/,
  },
  {
    name: 'a stage value that the org does not know',
    start: 'met',
    attempt: (a) => a.update('Opportunity', { Id: a.deal.opportunityId, StageName: 'Nearly There' }),
  },
  { name: 'losing without a reason', start: 'open', attempt: (a) => a.move('Closed Lost'), says: /Move Reason/ },
  {
    name: 'reopening a lost deal ahead',
    start: 'lost',
    attempt: (a) => a.move('S2', { MF_Move_Reason__c: 'Customer called' }),
    says: /reopened in the stage/,
  },
  {
    name: 'reopening a lost deal where it was, without a reason',
    start: 'lost',
    attempt: (a) => a.move('S1'),
    says: /Move Reason/,
  },
  {
    name: 'winning a lost deal',
    start: 'lost',
    attempt: (a) => a.move('Closed Won', { MF_Move_Reason__c: 'Won after all' }),
    says: /reopened in the stage/,
  },
  {
    name: 'reopening a won deal',
    start: 'won',
    attempt: (a) => a.move('P2', { MF_Move_Reason__c: 'Contract cancelled' }),
    says: /Reopen Won Deals/,
  },
  {
    name: 'losing a won deal',
    start: 'won',
    attempt: (a) => a.move('Closed Lost', { MF_Move_Reason__c: 'Contract cancelled' }),
    says: /Reopen Won Deals/,
  },
  { name: 'going back without a reason', start: 'second stage met', attempt: (a) => a.move('S1'), says: /Move Reason/ },
  {
    name: 'a small type with a big amount',
    start: 'small and met',
    async attempt(a) {
      await a.update('Opportunity', { Id: a.deal.opportunityId, Amount: 1_000_001 });
      return a.move('P2');
    },
    says: /above the limit/,
  },
  {
    name: 'a small type that grows big while it moves',
    start: 'small and met',
    attempt: (a) => a.move('P2', { Amount: 1_000_001 }),
    says: /above the limit/,
  },
  {
    name: 'the permission to bypass, of which one only has the words',
    start: 'open',
    attempt: (a) => a.move('S2', { MF_Move_Reason__c: 'Agreed with the head' }),
    says: /not met/,
  },
];
