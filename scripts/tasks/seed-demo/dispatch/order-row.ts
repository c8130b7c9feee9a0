import { demoHolidays } from '../../../model/demo/dispatch/calendar.ts';
import type { DemoOrder } from '../../../model/demo/dispatch/orders.ts';
import { workingHoursBetween, workingInstantAfter } from '../../../model/dispatch/working-hours.ts';
import { dealWorth } from '../../../model/dispatch/worth.ts';
import type { OrgRecord } from '../../../salesforce/org-port.ts';
import { worthFields } from '../../allocate/score-worth.ts';
import { dayAfter, openStage } from '../apply-deals.ts';
import { isClosed } from '../plan-seed.ts';
import type { DispatchSeed } from './plan-dispatch.ts';

/** Hours of the office until the first answer, in turn: every second within eight. */
const answers = [3, 4, 5, 6, 7, 9, 12, 20, 26, 30];
const promised = 8;
const calendar = { zone: 'Asia/Shanghai', holidays: demoHolidays() };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const reasons: Readonly<Record<string, readonly string[]>> = {
  Rejected: [
    '窗口内没有具备必备技能的工程师。 Nobody with the mandatory skill in the window.',
    '交付物不明确，请补充。 The deliverable is not clear.',
  ],
  Deferred: [
    '所需工程师已安排在价值更高的项目。 The engineer is on a worthier deal.',
    '等待客户确认测试环境。 Waits for the test environment of the customer.',
  ],
  Cancelled: ['客户取消了交流。 The customer called the meeting off.'],
};

export interface KnownIds {
  readonly deal: string | undefined;
  readonly requester: string;
  readonly head: string;
  readonly lead: string | undefined;
  readonly decision: string | undefined;
}

/** An order in the state that it has in the demo, as an import brings it. */
export function orderRow(order: DemoOrder, seed: DispatchSeed, ids: KnownIds, now: number): OrgRecord {
  const place = Number(order.key.slice(6));
  const reason = reasons[order.status];
  return {
    ...{ Deal__c: ids.deal, Import_Key__c: order.key, Taking_Over__c: true, Status__c: order.status },
    ...{ Purpose__c: order.purpose, Deliverable__c: order.deliverable, Region__c: order.region },
    ...{ Hours__c: order.hours, Headcount__c: order.headcount },
    ...{ First_Week__c: order.firstWeek, Last_Week__c: order.lastWeek },
    ...{ Requester__c: ids.requester, Requester_Grade__c: order.grade, Lead__c: ids.lead ?? null },
    ...{ Travel_Cost__c: order.travel, Budget_Decision__c: ids.decision ?? null },
    ...(reason ? { Status_Reason__c: reason[place % reason.length] } : {}),
    ...(order.emergency
      ? {
          Emergency__c: true,
          Emergency_Reason__c: '招标提前。 The tender was brought forward.',
          Emergency_Approved_By__c: ids.head,
        }
      : {}),
    ...(['Accepted', 'Closed'].includes(order.status) ? { Satisfaction__c: 3 + (place % 3) } : {}),
    ...(order.status === 'Closed' && place % 19 === 0
      ? {
          Override__c: true,
          Override_Reason__c: '客户指定。 The customer asked for the person.',
          Override_Loss__c: 4 + (place % 9),
        }
      : {}),
    ...(order.status === 'Draft' ? {} : submission(order, seed, place, now)),
  };
}

function submission(order: DemoOrder, seed: DispatchSeed, place: number, now: number): OrgRecord {
  const at = submittedAt(order, seed.monday, place, now);
  const told = seed.figures[order.dealPlace];
  if (!told) throw new RangeError(`Expected figures of the deal ${order.deal.name}, got none.`);
  const answered = workingInstantAfter(at, answers[place % answers.length] ?? promised, calendar);
  const scored = Math.min(now, at + 3_600_000);
  return {
    Submitted_At__c: new Date(at).toISOString(),
    Sla_Due__c: new Date(workingInstantAfter(at, promised, calendar)).toISOString(),
    Stage_At_Submission__c: isClosed(order.deal) ? openStage(order.deal) : order.deal.stage,
    ...{ Gross_Margin__c: told.grossMargin, Probability__c: told.probability * 100, Tier__c: told.tier },
    Tender_Deadline__c: dayAfter(new Date(at).toISOString().slice(0, 10), told.daysToDeadline),
    ...{ Readiness__c: told.readiness, Showcase__c: told.showcase },
    ...(order.status === 'Submitted' || answered > now
      ? {}
      : { First_Answered_At__c: new Date(answered).toISOString() }),
    ...(['Submitted', 'Recalled'].includes(order.status) ? {} : worthFields(dealWorth(told), scored)),
  };
}

/** The instant, whole hours and a minute ago, since which the office has worked so long: on Sundays too, some wait too long. */
function waitingSince(hours: number, now: number): number {
  let at = now - 60_000;
  while (workingHoursBetween(at, now, calendar) < hours) at -= HOUR;
  return at;
}

/** Within the last three working days for what is open, some days before its first week for what is past. */
function submittedAt(order: DemoOrder, monday: string, place: number, now: number): number {
  const early = Date.parse(`${order.firstWeek}T01:30:00Z`) - 5 * DAY + (place % 9) * 2_700_000;
  if (order.status === 'Submitted') return waitingSince((place % 5) * 6, now);
  return order.firstWeek > monday ? now - (3 + (place % 4)) * DAY - (place % 9) * 2_700_000 : early;
}
