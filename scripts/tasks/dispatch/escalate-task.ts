import { DateTime } from 'luxon';
import type { Holiday } from '../../model/dispatch/capacity.ts';
import { clockOf, isSameDue } from '../../model/dispatch/escalation.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { Task, TaskContext } from '../task.ts';
import { readHolidays } from './read-holidays.ts';

export interface EscalateState {
  readonly zone: string;
  readonly holidays: readonly Holiday[];
  readonly orders: readonly SubmittedOrder[];
}

export interface SubmittedOrder {
  readonly id: string;
  readonly name: string;
  readonly deal: string;
  readonly submittedAt: number;
  readonly dueAt?: number;
  readonly escalation: number;
}

export interface EscalatePlan {
  readonly rows: readonly { readonly order: string; readonly row: OrgRecord }[];
  /** Whom somebody must answer now, the longest waiting first. */
  readonly late: readonly LateOrder[];
}

export interface LateOrder {
  readonly order: string;
  readonly deal: string;
  /** In the org's time zone, to the minute. */
  readonly due: string;
  readonly escalation: number;
  readonly isNew: boolean;
}

export interface EscalateOutcome {
  readonly written: number;
  readonly refusals: readonly { readonly order: string; readonly words: string }[];
}

/** The region whose calendar dispatchers work by. */
const officeRegion = 'HQ';

/** Sets when each submitted order must be answered, and raises those that nobody answered. */
export const escalate: Task<Record<string, never>, EscalateState, EscalatePlan, EscalateOutcome> = {
  read: readSubmitted,
  plan: (state, _input, { now }) => planEscalation(state, now()),
  apply: applyEscalation,
};

async function readSubmitted({ org }: TaskContext): Promise<EscalateState> {
  if (!(await org.objects()).has('MF_Dispatch__c')) throw new MidfieldError('PlaybookMissingInOrg', ['MF_Dispatch__c']);
  const [organization] = await org.query<{ TimeZoneSidKey: string }>('SELECT TimeZoneSidKey FROM Organization');
  const rows = await org.query<OrderRow>(
    `SELECT Id, Name, Deal__r.Opportunity__r.Name, Submitted_At__c, Sla_Due__c, Escalation__c FROM MF_Dispatch__c
     WHERE Status__c = 'Submitted' AND First_Answered_At__c = NULL AND Taking_Over__c = FALSE ORDER BY Submitted_At__c, Name`,
  );
  return {
    zone: organization?.TimeZoneSidKey ?? 'UTC',
    holidays: await readHolidays(org),
    orders: rows.map((row) => ({
      id: row.Id,
      name: row.Name,
      deal: row.Deal__r?.Opportunity__r?.Name ?? '',
      submittedAt: Date.parse(row.Submitted_At__c),
      ...(row.Sla_Due__c === null ? {} : { dueAt: Date.parse(row.Sla_Due__c) }),
      escalation: row.Escalation__c ?? 0,
    })),
  };
}

/** Only what differs from the org. Pure. @param now milliseconds since 1970 */
export function planEscalation({ zone, holidays, orders }: EscalateState, now: number): EscalatePlan {
  const calendar = { zone, holidays, region: officeRegion };
  const clocks = orders.map((order) => ({ order, clock: clockOf(order, now, calendar) }));
  return {
    rows: clocks
      .filter(({ order, clock }) => !isSameDue(order.dueAt, clock.dueAt) || clock.isRaised)
      .map(({ order, clock }) => ({
        order: order.name,
        row: {
          Id: order.id,
          Sla_Due__c: new Date(clock.dueAt).toISOString(),
          Escalation__c: clock.escalation || null,
          ...(clock.isRaised ? { Escalated_At__c: new Date(now).toISOString() } : {}),
        },
      })),
    late: clocks
      .filter(({ clock }) => clock.escalation > 0)
      .map(({ order, clock }) => ({
        ...{ order: order.name, deal: order.deal, escalation: clock.escalation, isNew: clock.isRaised },
        due: DateTime.fromMillis(clock.dueAt, { zone }).toFormat('yyyy-MM-dd HH:mm'),
      })),
  };
}

async function applyEscalation(context: TaskContext, plan: EscalatePlan): Promise<EscalateOutcome> {
  if (plan.rows.length === 0) return { written: 0, refusals: [] };
  const results = await context.org.update(
    'MF_Dispatch__c',
    plan.rows.map(({ row }) => row),
    { signal: context.signal },
  );
  const refusals = results.flatMap(({ errors }, index) =>
    errors.length > 0 ? [{ order: plan.rows[index]?.order ?? '', words: errors.join(' ') }] : [],
  );
  return { written: results.length - refusals.length, refusals };
}

interface OrderRow extends OrgRecord {
  readonly Id: string;
  readonly Name: string;
  readonly Deal__r: { readonly Opportunity__r: { readonly Name: string } | null } | null;
  readonly Submitted_At__c: string;
  readonly Sla_Due__c: string | null;
  readonly Escalation__c: number | null;
}
