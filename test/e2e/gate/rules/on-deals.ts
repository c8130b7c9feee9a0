import { rule } from './provocation.ts';
import type { Setting } from './setting.ts';

const deal = (s: Setting, fields: object) => ({ Id: s.open.dealId, ...fields });
const gate = (s: Setting, fields: object) => ({ Id: s.open.gateId, ...fields });
const handMade = async (s: Setting) => ({
  Opportunity__c: s.dealless,
  Opportunity_Key__c: s.dealless,
  Playbook__c: await s.idOf('MF_Playbook__c', "Key__c = 'M1'"),
  Playbook_Key__c: 'M1|1.0',
});

export const onDeals = [
  rule('Gate_Is_Own', (s) => deal(s, { Current_Gate__c: s.second.gateId })),
  rule('Gate_Stays', (s) => deal(s, { Current_Gate__c: null })),
  rule('Key_Is_Opportunity', (s) => deal(s, { Opportunity_Key__c: 'mine' })),
  rule('Phase_Moves', (s) => deal(s, { Phase__c: 'Closed' })),
  rule('Start_Is_Fixed', (s) => deal(s, { Industry__c: 'Power' })),
  rule('Industry_Fits', async (s) => ({ ...(await handMade(s)), Industry__c: 'Power' })),
  rule('Playbook_Fits', async (s) => ({ ...(await handMade(s)), Playbook__c: null })),
];

export const onGates = [
  rule('Made_From_Stage', (s) => ({ Deal__c: s.open.dealId, Threshold__c: 0 })),
  rule('Manifest_Is_Immutable', (s) => gate(s, { Empty_By_Design__c: true })),
  rule('Manifest_Is_The_Playbooks', (s) => gate(s, { Planned_Checks__c: 2 })),
  rule('Stage_Is_Frozen', (s) => gate(s, { Threshold__c: 0 })),
];
