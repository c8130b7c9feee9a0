import { rule } from './provocation.ts';
import type { Setting } from './setting.ts';

const chen = (s: Setting, fields: object) => ({ Resource__c: s.org.engineers.chen, ...fields });
const graded = (s: Setting, fields: object) => chen(s, { Skill__c: s.org.skills.PWR, ...fields });

export const onEngineers = [
  rule('Cap_Is_A_Share', (s) => ({ Id: s.org.engineers.chen, Load_Cap__c: 150 })),
  rule('Finance_Sets_The_Rate', (s) => ({ Id: s.org.engineers.chen, Rate__c: null })),
  rule('Hours_Are_Possible', (s) => ({ Id: s.org.engineers.chen, Weekly_Hours__c: 99 })),
  rule('Rate_Is_Own', (s) => ({ Id: s.org.engineers.chen, Rate__c: s.rateOfWang }), { by: 'integration' }),
];

export const onRates = [
  rule('Finance_Sets_Rates', (s) => chen(s, { Hourly_Rate__c: 1 })),
  rule('Rate_Is_Positive', (s) => chen(s, { Hourly_Rate__c: 0 })),
];

export const onGrades = [
  rule('Grades_Are_Levels', (s) => graded(s, { Self__c: 6 })),
  rule('Key_Is_Own', (s) => graded(s, { Skill_Key__c: 'mine' })),
  rule('Manager_Grades_Others', (s) => graded(s, { Manager_Grade__c: 5 })),
  rule('Self_Is_Own', (s) => graded(s, { Self__c: 5 })),
];

const away = (s: Setting, fields: object) =>
  chen(s, { Kind__c: 'Leave', From__c: s.org.today(), To__c: s.org.today(1), ...fields });

export const onAbsences = [
  rule('Absence_Is_Own', (s) => away(s, {})),
  rule('Span_Is_Right', (s) => away(s, { To__c: s.org.today(-1) })),
];

export const onHolidays = [rule('Key_Is_Own', (s) => ({ Name: 'Mine', Date__c: s.org.today(), Key__c: 'mine' }))];

const week = (s: Setting, fields: object) => chen(s, { Week_Start__c: s.org.monday(9), Capacity__c: 40, ...fields });

export const onWeeks = [
  rule('Capacity_Is_Possible', (s) => week(s, { Capacity__c: 99 })),
  rule('Key_Is_Own', (s) => week(s, { Week_Key__c: 'mine' })),
  rule('Not_Overbooked', (s) => ({ Id: s.weeks.wang, Capacity__c: 1 })),
  rule('Starts_On_Monday', (s) => week(s, { Week_Start__c: '2026-03-04' })),
  rule('Week_Stays', (s) => ({ Id: s.weeks.chen, Week_Start__c: s.org.monday(9) })),
];

const booked = (fields: (s: Setting) => object) => (s: Setting) =>
  s.book(s.orders.validated, s.weeks.chen, fields(s)) as Record<string, string>;

export const onBookings = [
  rule(
    'Answer_Is_Own',
    booked(() => ({ Answer__c: 'Accepted' })),
  ),
  rule(
    'Confirmation_Is_Own',
    booked((s) => ({ Hours_Confirmed_On__c: s.org.today() })),
  ),
  rule(
    'Dispatcher_Books',
    booked(() => ({})),
  ),
  rule(
    'Engineer_Is_Active',
    booked((s) => ({ Resource_Week__c: s.weeks.gone })),
  ),
  rule(
    'Hours_Are_Positive',
    booked(() => ({ Hours__c: 0 })),
  ),
  rule(
    'Key_Is_Own',
    booked(() => ({ Booking_Key__c: 'mine' })),
  ),
  rule(
    'Order_Is_Confirmed',
    booked(() => ({ Status__c: 'Confirmed' })),
  ),
  rule(
    'Order_Is_Live',
    booked((s) => ({ Dispatch__c: s.orders.draft, Status__c: 'Proposed' })),
  ),
  rule(
    'Rate_Is_Current',
    booked(() => ({ Hourly_Rate__c: 1 })),
  ),
  rule(
    'Week_Is_In_Window',
    booked((s) => ({ Resource_Week__c: s.weeks.late })),
  ),
];

const worked = (s: Setting, fields: object) =>
  chen(s, { Dispatch__c: s.orders.confirmed, Date__c: s.org.today(), Hours__c: 8, ...fields });

export const onEfforts = [
  rule('Effort_Is_Own', (s) => worked(s, {})),
  rule('Hours_Are_Possible', (s) => worked(s, { Hours__c: -1 })),
  rule('Key_Is_Own', (s) => worked(s, { Effort_Key__c: 'mine' })),
  rule('Order_Was_Worked_On', (s) => worked(s, { Dispatch__c: s.orders.draft })),
  rule('Rate_Is_Current', (s) => worked(s, { Hourly_Rate__c: 1 })),
];

export const onCandidates = [
  rule('Key_Is_Own', (s) => chen(s, { Dispatch__c: s.orders.validated, Candidate_Key__c: 'mine' })),
  rule('Scored_By_The_Allocation', (s) => chen(s, { Dispatch__c: s.orders.validated, Fit__c: 100 })),
];

export const onRuns = [
  rule('Claimed_Once', (s) => ({ Id: s.run, Claimed_By__c: 'another' }), { by: 'integration' }),
  rule('Run_By_The_Allocation', () => ({ Status__c: 'Applied', Orders__c: 1 })),
];
