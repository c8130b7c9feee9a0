import type { Org } from '../../org.ts';
import { compileFlow } from '../compile-flow.ts';
import { contentOf } from '../flow-content.ts';
import type { FlowPlan } from '../flow-plan.ts';
import { isActive } from '../trigger-flows.ts';
import { nextStart, type FlowSchedule, type Times } from './flow-schedule.ts';
import { organizationZone } from './organization-zone.ts';

/** A schedule-triggered flow that waits for its time. */
export interface WaitingFlow {
  readonly flow: string;
  /** Milliseconds since 1970. */
  readonly due: number;
}

interface Kept {
  readonly times: Times;
  readonly zone: string;
  readonly due: number;
}

const KIND = 'flow-schedule';

/** The active schedule-triggered flows by name. */
export function scheduledFlows(org: Org): Map<string, { plan: FlowPlan; schedule: FlowSchedule }> {
  const schema = org.schema();
  const found = new Map<string, { plan: FlowPlan; schedule: FlowSchedule }>();
  for (const component of schema.components('Flow')) {
    if (contentOf(component).start?.triggerType !== 'Scheduled' || !isActive(schema, component)) continue;
    const plan = compileFlow(schema, component);
    if (plan.schedule !== undefined) found.set(component.fullName, { plan, schedule: plan.schedule });
  }
  return found;
}

/**
 * What waits, the first first. A flow that was activated or given another schedule begins to wait now; what was due
 * while the org was off still is.
 */
export function waitingFlows(org: Org): WaitingFlow[] {
  const documents = org.store.documents(KIND);
  const kept = new Map(documents.entries() as [string, Kept][]);
  const flows = scheduledFlows(org);
  for (const name of kept.keys()) if (!flows.has(name)) documents.delete(name);
  const zone = organizationZone(org.store);
  const waiting = [...flows].flatMap(([flow, { schedule }]) => {
    const known = kept.get(flow);
    if (known?.zone === zone && sameTimes(known.times, schedule.times)) return [{ flow, due: known.due }];
    const due = putNext(org, flow, schedule.times, zone);
    return due === undefined ? [] : [{ flow, due }];
  });
  return waiting.sort((one, other) => one.due - other.due || (one.flow < other.flow ? -1 : 1));
}

/** Lets a flow wait for its next time, if it has one. */
export function waitForNext(org: Org, flow: string): void {
  const times = scheduledFlows(org).get(flow)?.schedule.times;
  if (times === undefined || putNext(org, flow, times, organizationZone(org.store)) === undefined)
    org.store.documents(KIND).delete(flow);
}

function putNext(org: Org, flow: string, times: Times, zone: string): number | undefined {
  const due = nextStart(times, org.now(), zone);
  if (due !== undefined) org.store.documents(KIND).put(flow, { times, zone, due } satisfies Kept);
  return due;
}

const sameTimes = (one: Times, other: Times): boolean => one.frequency === other.frequency && one.first === other.first;
