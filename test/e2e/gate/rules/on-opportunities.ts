import { stageValue } from '../fixture-playbooks.ts';
import { rule } from './provocation.ts';

const born = { Name: 'New', CloseDate: '2026-12-31', Amount: 100_000 };
const to = (opportunityId: string, code: string, fields = {}) => ({
  Id: opportunityId,
  StageName: code.startsWith('Closed') ? code : stageValue(code),
  ...fields,
});
const reason = { MF_Move_Reason__c: 'Agreed with the head' };

export const onOpportunities = [
  rule('MF_Move_Gate_Met', (s) => to(s.open.opportunityId, 'S2')),
  rule('MF_Move_One_Step', (s) => to(s.open.opportunityId, 'S3')),
  rule('MF_Move_Needs_Deal', (s) => to(s.dealless, 'S2')),
  rule('MF_Move_Own_Deal', (s) => to(s.open.opportunityId, 'S2', { MF_Deal__c: s.second.dealId })),
  rule('MF_Move_Gate_In_Step', (s) => to(s.ahead, 'S3')),
  rule('MF_Move_Condition_Lapsed', (s) => to(s.lapsed.opportunityId, 'S3')),
  rule('MF_Move_Stop_Loss', (s) => to(s.costly, 'S2')),
  rule('MF_Back_Reason', (s) => to(s.second.opportunityId, 'S1')),
  rule('MF_Lost_Reason', (s) => to(s.open.opportunityId, 'Closed Lost')),
  rule('MF_Bypass_Reason', (s) => to(s.bypassed.opportunityId, 'S2'), 'bypasser'),
  rule('MF_Reopen_Reason', (s) => to(s.lost.opportunityId, 'S1')),
  rule('MF_Reopen_To_Gate', (s) => to(s.lost.opportunityId, 'S2', reason)),
  rule('MF_Reopen_Won', (s) => to(s.won.opportunityId, 'S7', reason), 'bypasser'),
  rule('MF_Small_Amount', (s) => to(s.small.opportunityId, 'P2', { Amount: 1_000_001 })),
  rule('MF_Field_S1_AMOUNT', (s) => to(s.open.opportunityId, 'S2', { Amount: null })),
  rule('MF_Field_P1_AMOUNT', (s) => to(s.small.opportunityId, 'P2', { Amount: 0 })),
  rule('MF_Deal_Fixed', (s) => ({ Id: s.open.opportunityId, MF_Deal__c: s.second.dealId })),
  rule('MF_Type_Fixed', (s) => ({ Id: s.open.opportunityId, MF_Deal_Type__c: 'Region_Solution' })),
  rule('MF_Type_And_Stage', (s) => to(s.untyped, 'S2', { MF_Deal_Type__c: 'HQ_Solution' })),
  rule('MF_Type_Required', () => ({ ...born, StageName: stageValue('S1') })),
  rule('MF_Opt_In_Late', (s) => ({ Id: s.late, MF_Deal_Type__c: 'HQ_Solution' })),
  rule('MF_New_First_Stage', () => ({ ...born, StageName: stageValue('S2'), MF_Deal_Type__c: 'HQ_Solution' })),
  rule('MF_New_Without_Deal', (s) => ({
    ...born,
    StageName: stageValue('S1'),
    MF_Deal_Type__c: 'HQ_Solution',
    MF_Deal__c: s.second.dealId,
  })),
];
