import { weeksAhead } from '../../../model/demo/dispatch/size.ts';
import type { TaskContext } from '../../task.ts';
import { dayAfter } from '../apply-deals.ts';
import type { SeedPlan } from '../plan-seed.ts';
import { idsByWords, insertMissing } from './missing-rows.ts';

/** The weeks ahead of everybody, and those of the past in which somebody served. Returns `engineer|monday` → id. */
export async function applyWeeks(
  context: TaskContext,
  plan: SeedPlan,
  ids: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { engineers, monday, staffing, pendingOrders } = plan.dispatch;
  const known = idsByWords(
    await context.org.query(
      `SELECT Id, Resource__r.Key__c, Week_Start__c FROM MF_Resource_Week__c WHERE Resource__r.Key__c LIKE 'HY-E%'`,
    ),
    ['Resource__r.Key__c', 'Week_Start__c'],
  );
  const pending = new Set(pendingOrders.map(({ key }) => key));
  const ahead = engineers.flatMap(({ key }) =>
    Array.from({ length: weeksAhead }, (_none, week) => [key, dayAfter(monday, 7 * week)] as const),
  );
  const past = staffing.bookings
    .filter(({ order }) => pending.has(order))
    .map((one) => [one.engineer, one.monday] as const);
  const rows = [...ahead, ...past].map(([key, week]) => {
    const hours = staffing.capacityOf(key, week);
    const row = { Resource__c: ids.get(key), Week_Start__c: week, Capacity__c: hours, Calendar_Hours__c: hours };
    return [`${key}|${week}`, row] as const;
  });
  return insertMissing(context, 'weeks', 'MF_Resource_Week__c', known, new Map(rows));
}
