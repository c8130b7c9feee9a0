import { rule } from './provocation.ts';
import type { Setting } from './setting.ts';

const order = (name: keyof Setting['orders'], fields: (s: Setting) => object) => (s: Setting) => ({
  Id: s.orders[name],
  ...fields(s),
});
const move = (name: keyof Setting['orders'], Status__c: string, fields: object = {}) =>
  order(name, () => ({ Status__c, ...fields }));
const change = (name: keyof Setting['orders'], fields: object) => order(name, () => fields);

export const onOrders = [
  rule('Answer_Is_Timed', move('submitted', 'Validated')),
  rule('Clock_Is_The_Systems', change('submitted', { Escalation__c: 1 })),
  rule('Closed_Has_Its_Hours', move('confirmed', 'Closed')),
  rule('Confirmed_In_Full', move('validated', 'Confirmed')),
  rule('Deal_Is_Ready', move('early', 'Submitted')),
  rule(
    'Decision_Is_Granted',
    order('validated', (s) => ({ Budget_Decision__c: s.decision })),
  ),
  rule('Dispatcher_Moves', move('submitted', 'Validated')),
  rule('Either_Cancels', move('submitted', 'Cancelled', { Status_Reason__c: 'Lost' })),
  rule('Emergency_Has_Reason', change('draft', { Emergency__c: true })),
  rule('Emergency_Is_Approved', move('urgent', 'Validated')),
  rule('Engineer_Moves', move('confirmed', 'In progress')),
  rule('Grade_Stays', change('submitted', { Requester_Grade__c: 9 })),
  rule(
    'Head_Approves_Emergency',
    order('urgent', (s) => ({ Emergency_Approved_By__c: s.org.head.id })),
  ),
  rule('Inputs_Are_Known', move('poor', 'Submitted')),
  rule('Numbers_Are_Possible', change('draft', { Hours__c: -1 })),
  rule('Override_Has_Reason', change('validated', { Override__c: true })),
  rule('Plan_Fits_The_Order', change('proposed', { Hours__c: 1 })),
  rule('Plan_Is_The_Dispatchers', change('validated', { Rank__c: 1 })),
  rule('Planned_Is_Scored', move('unscored', 'Validated')),
  rule('Reason_Is_Given', move('submitted', 'Rejected')),
  rule('Request_Is_Complete', move('draft', 'Submitted', { Deliverable__c: null })),
  rule('Request_Is_Frozen', change('submitted', { Hours__c: 1 })),
  rule('Requester_Moves', move('draft', 'Submitted')),
  rule(
    'Requester_Stays',
    order('draft', (s) => ({ Requester__c: s.org.intruder.id })),
  ),
  rule('Skills_Weigh_One', move('bare', 'Submitted')),
  rule('Snapshot_Is_The_Deals', move('draft', 'Submitted', { Gross_Margin__c: 99_000_000 })),
  rule('Starts_As_Draft', (s) => ({ Deal__c: s.deal, Status__c: 'Validated' })),
  rule('Status_Moves', move('draft', 'Closed')),
  rule('Take_Over_Is_Migration', (s) => ({ Deal__c: s.deal, Status__c: 'Accepted', Taking_Over__c: true })),
  rule('Window_Is_Ahead', move('draft', 'Submitted', { First_Week__c: '2026-02-16' })),
  rule('Window_Is_Right', change('draft', { First_Week__c: '2026-03-04' })),
  rule('Worth_Is_Scored_Once', change('submitted', { Worth__c: 1 })),
];

const need = (s: Setting, fields: object) => ({
  ...{ Dispatch__c: s.orders.bare, Skill__c: s.org.skills.PWR, Level__c: 3, Weight__c: 1 },
  ...fields,
});

export const onNeeds = [
  rule('Key_Is_Own', (s) => need(s, { Need_Key__c: 'mine' })),
  rule('Need_Is_Possible', (s) => need(s, { Level__c: 9 })),
  rule('Needs_Are_Frozen', (s) => need(s, { Dispatch__c: s.orders.submitted })),
  rule('Skill_Is_Active', (s) => need(s, { Skill__c: s.retiredSkill })),
];

export const onNominations = [
  rule('Nominee_Has_Reason', (s) => ({ Dispatch__c: s.orders.draft, Resource__c: s.org.engineers.chen })),
  rule('Requester_Nominates', (s) => ({
    ...{ Dispatch__c: s.orders.submitted, Resource__c: s.org.engineers.chen },
    Reason__c: 'We know each other',
  })),
];

export const onDeliverables = [
  rule('Order_Is_Of_The_Deal', (s) => ({ Name: 'Design', Deal__c: s.otherDeal, Dispatch__c: s.orders.confirmed })),
  rule('Quality_Is_A_Factor', (s) => ({ Name: 'Design', Deal__c: s.deal, Quality__c: 2 })),
  rule('Requester_Accepts', (s) => ({ Name: 'Design', Deal__c: s.deal, Accepted__c: true, Quality__c: 1 })),
];

export const onDealsOfOrders = [
  rule('Dispatch_Within_Budget', change('confirmed', { Travel_Cost__c: 9_000_000 }), {
    on: 'MF_Dispatch__c',
    by: 'dispatcher',
  }),
  rule('Starred_Grade_Is_Possible', (s) => ({ Id: s.deal, Starred_Grade__c: 11 })),
  rule('Presales_Budget_Is_Granted', (s) => ({ Id: s.deal, Presales_Budget__c: 9_000_000 })),
];
