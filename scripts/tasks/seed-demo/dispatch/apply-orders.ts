import type { DemoOrder } from '../../../model/demo/dispatch/orders.ts';
import type { OrgRecord } from '../../../salesforce/org-port.ts';
import type { TaskContext } from '../../task.ts';
import type { SeedPlan } from '../plan-seed.ts';
import { writeAll } from '../write-all.ts';
import { idsByWords, insertMissing } from './missing-rows.ts';
import { orderRow } from './order-row.ts';

export interface DispatchIds {
  readonly deals: ReadonlyMap<string, string>;
  readonly engineers: ReadonlyMap<string, string>;
  readonly weeks: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, string>;
  readonly userOf: (person: string) => string | undefined;
}

const pendingOnes = 'WHERE Dispatch__r.Taking_Over__c = TRUE';

/**
 * Brings the orders as an import does: each stands in its state from its first write, gets needs, bookings, hours and wishes,
 * and its last write ends the taking over. Killed between two writes, the same orders are found again by their mark.
 */
export async function applyOrders(context: TaskContext, plan: SeedPlan, ids: DispatchIds): Promise<void> {
  const { pendingOrders: pending } = plan.dispatch;
  if (pending.length === 0) return;
  const known = idsByWords(
    await context.org.query("SELECT Id, Import_Key__c FROM MF_Dispatch__c WHERE Import_Key__c LIKE 'HY-DO-%'"),
    ['Import_Key__c'],
  );
  const now = context.now();
  const rows = pending.map(
    (order) => [order.key, orderRow(order, plan.dispatch, idsOf(order, plan, ids), now)] as const,
  );
  const orders = await insertMissing(context, 'orders', 'MF_Dispatch__c', known, new Map(rows));
  await applyNeeds(context, pending, orders);
  await applyBookings(context, plan, orders, ids.weeks);
  await applyEfforts(context, plan, orders, ids.engineers);
  await applyWishes(context, plan, orders, ids);
  await writeAll(context, {
    ...{ step: 'orders taken over', object: 'MF_Dispatch__c', operation: 'update' },
    rows: pending.map(({ key }) => ({ Id: orders.get(key), Taking_Over__c: false })),
  });
}

function idsOf(order: DemoOrder, plan: SeedPlan, { deals, engineers, decisions, userOf }: DispatchIds) {
  const lead = plan.dispatch.staffing.bookings.find((booking) => booking.order === order.key)?.engineer;
  return {
    deal: deals.get(order.deal.name),
    requester: userOf(order.deal.owner) ?? plan.state.me,
    head: userOf('zheng.tao') ?? plan.state.me,
    lead: lead === undefined ? undefined : engineers.get(lead),
    decision: lead === undefined ? undefined : decisions.get(order.deal.name),
  };
}

async function applyNeeds(
  context: TaskContext,
  pending: readonly DemoOrder[],
  orders: ReadonlyMap<string, string>,
): Promise<void> {
  const skills = idsByWords(await context.org.query('SELECT Id, Key__c FROM MF_Skill__c'), ['Key__c']);
  const known = idsByWords(
    await context.org.query(`SELECT Id, Dispatch__c, Skill__c FROM MF_Dispatch_Skill__c ${pendingOnes}`),
    ['Dispatch__c', 'Skill__c'],
  );
  const rows = pending.flatMap((order) =>
    order.needs.map(({ skill, level, weight, mandatory }) => {
      const row = { Dispatch__c: orders.get(order.key), Skill__c: skills.get(skill) };
      const need = { ...row, Level__c: level, Weight__c: weight, Mandatory__c: mandatory };
      return [`${row.Dispatch__c}|${row.Skill__c}`, need] as const;
    }),
  );
  await insertMissing(context, 'needed skills', 'MF_Dispatch_Skill__c', known, new Map(rows));
}

async function applyBookings(
  context: TaskContext,
  plan: SeedPlan,
  orders: ReadonlyMap<string, string>,
  weeks: ReadonlyMap<string, string>,
): Promise<void> {
  const known = idsByWords(
    await context.org.query(`SELECT Id, Dispatch__c, Resource_Week__c FROM MF_Booking__c ${pendingOnes}`),
    ['Dispatch__c', 'Resource_Week__c'],
  );
  const states = new Map(plan.dispatch.pendingOrders.map((order) => [order.key, order.status]));
  const rows = plan.dispatch.staffing.bookings
    .filter(({ order }) => states.has(order))
    .map(({ order, engineer, monday, hours }) => {
      const row = {
        Dispatch__c: orders.get(order),
        Resource_Week__c: weeks.get(`${engineer}|${monday}`),
        Hours__c: hours,
      };
      const status = states.get(order) === 'Proposed' ? 'Proposed' : 'Confirmed';
      return [`${row.Dispatch__c}|${row.Resource_Week__c}`, { ...row, Status__c: status }] as const;
    });
  await insertMissing(context, 'bookings', 'MF_Booking__c', known, new Map(rows));
}

async function applyEfforts(
  context: TaskContext,
  plan: SeedPlan,
  orders: ReadonlyMap<string, string>,
  engineers: ReadonlyMap<string, string>,
): Promise<void> {
  const known = idsByWords(
    await context.org.query(`SELECT Id, Dispatch__c, Resource__c, Date__c FROM MF_Effort__c ${pendingOnes}`),
    ['Dispatch__c', 'Resource__c', 'Date__c'],
  );
  const pending = new Set(plan.dispatch.pendingOrders.map(({ key }) => key));
  const rows = plan.dispatch.efforts
    .filter(({ order }) => pending.has(order))
    .map(({ order, engineer, date, hours }) => {
      const row = {
        Dispatch__c: orders.get(order),
        Resource__c: engineers.get(engineer),
        Date__c: date,
        Hours__c: hours,
      };
      return [`${row.Dispatch__c}|${row.Resource__c}|${date}`, row] as const;
    });
  await insertMissing(context, 'hours worked', 'MF_Effort__c', known, new Map(rows));
}

/** Every seventh requester wished for the expert: in the data, and without any weight. */
async function applyWishes(
  context: TaskContext,
  plan: SeedPlan,
  orders: ReadonlyMap<string, string>,
  { engineers, userOf }: DispatchIds,
): Promise<void> {
  const known = idsByWords(await context.org.query(`SELECT Id, Dispatch__c FROM MF_Nomination__c ${pendingOnes}`), [
    'Dispatch__c',
  ]);
  const rows = plan.dispatch.pendingOrders
    .filter((_order, index) => index % 7 === 3)
    .map((order): [string, OrgRecord] => [
      orders.get(order.key) ?? '',
      {
        Dispatch__c: orders.get(order.key),
        Resource__c: engineers.get(order.deal.name.startsWith('老客户') ? 'HY-E002' : 'HY-E001'),
        Reason__c: '以前合作过。 We worked together before.',
        OwnerId: userOf(order.deal.owner) ?? plan.state.me,
      },
    ]);
  await insertMissing(context, 'nominations', 'MF_Nomination__c', known, new Map(rows));
}
