import { rule } from './provocation.ts';
import type { Setting } from './setting.ts';

const stage = (s: Setting) => s.idOf('MF_Stage__c', "Key__c = 'M1|1.0|S1'");

/** The playbooks are kept even from the administrator who publishes them. */
export const onPlaybooks = [
  rule(
    'Published_Is_Frozen',
    async (s) => ({ Id: await s.idOf('MF_Playbook__c', "Key__c = 'M1'"), Deal_Type__c: 'Standard_Product' }),
    'admin',
  ),
  rule('Publishing_Needs_Permission', () => ({
    Name: 'Easy',
    Key__c: 'E',
    Version__c: '1.0',
    Key_Version__c: 'E|1.0',
    Deal_Type__c: 'HQ_Solution',
    Status__c: 'Published',
  })),
];

export const onStages = [rule('Published_Is_Frozen', async (s) => ({ Id: await stage(s), Threshold__c: 1 }), 'admin')];

export const onCheckDefinitions = [
  rule(
    'Published_Is_Frozen',
    async (s) => ({ Id: await s.idOf('MF_Check_Definition__c', "Key__c = 'M1|1.0|S1-CLEAR'"), Blocking__c: false }),
    'admin',
  ),
  rule(
    'Field_Needs_Criterion',
    async (s) => ({
      Id: await s.idOf('MF_Check_Definition__c', "Key__c = 'M1|1.0|S1-CLEAR'"),
      Criterion_Field__c: 'Amount',
    }),
    'admin',
  ),
];

export const onResponsibilities = [
  rule(
    'Published_Is_Frozen',
    async (s) => ({
      Stage__c: await stage(s),
      Role__c: await s.idOf('MF_Role__c', "Key__c = 'LEGAL'"),
      Involvement__c: 'A',
      Key__c: 'M1|1.0|S1|LEGAL',
    }),
    'admin',
  ),
];
