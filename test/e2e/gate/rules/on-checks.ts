import { rule } from './provocation.ts';
import type { Setting } from './setting.ts';

const clear = (s: Setting, fields: object) => ({ Id: s.open.check('CLEAR').Id, ...fields });
const need = (s: Setting, fields: object) => ({ Id: s.open.check('NEED').Id, ...fields });
const passed = (s: Setting, code: string) => ({ Id: s.kinds.check(code).Id, Status__c: 'Passed' });
const own = (s: Setting) => ({ Gate__c: s.open.gateId, Title_En__c: 'Mine', Kind__c: 'Action' });

export const onChecks = [
  rule('MF_Check_Assignee', (s) => clear(s, { Assignee__c: s.org.broad.id })),
  rule('MF_Check_Closing', (s) => clear(s, { Status__c: 'Passed', Expires_On__c: s.org.today(5) })),
  rule('Passed_Has_Its_Expiry', (s) => clear(s, { Status__c: 'Passed' }), 'legal'),
  rule('Passed_Needs_Proof', (s) => need(s, { Status__c: 'Passed' })),
  rule('Decision_Is_Granted', (s) => passed(s, 'DECIDE')),
  rule('Role_Is_Filled', (s) => passed(s, 'STAFF')),
  rule('Dispatch_Has_Its_Order', (s) => passed(s, 'SEND')),
  rule('Done_By_Is_User', (s) => need(s, { Done_By__c: s.org.head.id })),
  rule('Terms_Are_Frozen', (s) => need(s, { Weight__c: 1 })),
  rule('Waiver_Is_Approved', (s) => clear(s, { Waived__c: true, Waived_Until__c: s.org.today(5) })),
  rule('Waiver_Stays', (s) => ({ Id: s.lapsed.check('CLEAR').Id, Waived__c: false })),
  rule('Made_From_Definition', (s) => ({ ...own(s), From_Playbook__c: true, Weight__c: 10 })),
  rule('Starts_Open', (s) => ({ ...own(s), Status__c: 'Passed' })),
  rule('Starts_With_Its_Owner', (s) => ({ ...own(s), From_Playbook__c: true, Assignee__c: s.org.broad.id })),
];
