import { rule } from './provocation.ts';
import type { Setting } from './setting.ts';

const waiver = (s: Setting, fields: object) => ({ Id: s.waiver, ...fields });
const request = (s: Setting) => ({
  Deal__c: s.open.dealId,
  Check__c: s.open.check('CLEAR').Id,
  Reason__c: 'Opinion comes next week',
  Expires_On__c: s.org.today(5),
  Requested_By__c: s.org.broad.id,
});
const newMember = async (s: Setting) => ({
  Deal__c: s.kinds.dealId,
  Role__c: await s.idOf('MF_Role__c', "Key__c = 'SR'"),
  Role_Key__c: 'SR',
  Member__c: s.org.broad.id,
});

export const onWaivers = [
  rule('Starts_Requested', (s) => ({ ...request(s), Requested_By__c: s.org.legal.id })),
  rule('Check_Is_Own', (s) => ({ ...request(s), Check__c: s.other.check('CLEAR').Id })),
  rule('Lasts_Ten_Working_Days', (s) => ({ ...request(s), Expires_On__c: s.org.today(30) })),
  rule('Approver_Has_Authority', (s) => waiver(s, { Status__c: 'Approved', Approver__c: s.org.broad.id })),
  rule('Blocking_Needs_Compliance', (s) => waiver(s, { Status__c: 'Approved', Approver__c: s.org.head.id }), 'head'),
  rule('Compliance_Signs_Itself', (s) => waiver(s, { Compliance_By__c: s.org.legal.id })),
  rule('Request_Is_Frozen', (s) => waiver(s, { Requested_By__c: s.org.legal.id })),
  rule('Requester_Withdraws', (s) => waiver(s, { Status__c: 'Withdrawn' }), 'head'),
];

export const onDecisions = [
  rule('Decided_Is_Frozen', (s) => ({ Id: s.decision, Outcome__c: 'Refused' }), 'head'),
  rule('Head_Decides', (s) => ({ Deal__c: s.kinds.dealId, Kind__c: 'ATI', Outcome__c: 'Granted' })),
];

export const onTeamMembers = [
  rule('Ends_After_Start', async (s) => ({
    ...(await newMember(s)),
    From_Date__c: s.org.today(),
    To_Date__c: s.org.today(-1),
  })),
  rule('Key_Is_The_Roles', async (s) => ({ ...(await newMember(s)), Role_Key__c: 'AR' })),
  rule('Person_Stays', (s) => ({ Id: s.member, Member__c: s.org.head.id })),
];

const line = (s: Setting, fields: object) => ({ Deal__c: s.open.dealId, Kind__c: 'Refused', ...fields });

export const onTheLog = [
  rule('By_Hand_Refused_Only', (s) => line(s, { Kind__c: 'Bypass' })),
  rule('In_Own_Name', (s) => line(s, { Who_Id__c: s.org.head.id })),
  rule('Never_Changes', (s) => ({ Id: s.line, Reason__c: 'None' })),
];
