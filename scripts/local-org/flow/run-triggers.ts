import { randomUUID } from 'node:crypto';
import { fail, sound, type Batch, type SaveItem } from '../save/save-item.ts';
import type { Transaction } from '../save/transaction.ts';
import type { FlowMoment, FlowPlan } from './flow-plan.ts';
import { FlowRecord } from './flow-value.ts';
import { heldBefore } from './elements/decision.ts';
import { initialValues, newFrame, type Interview } from './interview.ts';
import { schedulePaths, type Judged } from './scheduled/schedule-paths.ts';
import { runInterviews } from './run-interviews.ts';
import { triggerFlows, type TriggerFlow } from './trigger-flows.ts';
import { isFault } from './settle.ts';

/** Runs the object's flows for what is left of a batch; what a flow refuses is noted on the items. */
export function runTriggers(tx: Transaction, batch: Batch, moment: FlowMoment): void {
  for (const flow of triggerFlows(tx.schema, batch.type, moment)) {
    if (flow.operations.includes(batch.operation)) runFlow(tx, batch, flow, moment);
  }
}

function runFlow(tx: Transaction, batch: Batch, flow: TriggerFlow, moment: FlowMoment): void {
  const interviews: Interview[] = [];
  const judged = { entered: [] as SaveItem[], outside: [] as SaveItem[], staying: [] as SaveItem[] };
  for (const item of sound(batch.items)) {
    // A flow does not run for a record while it is running for that record.
    if (tx.runningFlows.has(runKey(flow.plan, item))) continue;
    const interview = interviewOf(tx, batch, item, flow.plan, moment);
    const place = placeOf(interview, item, flow);
    if (place !== undefined) judged[place].push(item);
    if (place === 'entered') interviews.push(interview);
  }
  if (flow.plan.first !== undefined) runTogether(tx, flow.plan, interviews);
  if (flow.plan.paths.length > 0) schedulePaths(tx, batch, flow.plan, judged);
}

function runTogether(tx: Transaction, plan: FlowPlan, interviews: readonly Interview[]): void {
  if (interviews.length === 0) return;
  const keys = interviews.flatMap(({ item }) => (item === undefined ? [] : [runKey(plan, item)]));
  for (const key of keys) tx.runningFlows.add(key);
  try {
    runInterviews(interviews);
  } finally {
    for (const key of keys) tx.runningFlows.delete(key);
  }
  for (const { item, failure } of interviews) {
    if (item !== undefined && failure !== undefined) refuse(item, plan, failure);
  }
}

const runKey = (plan: FlowPlan, item: SaveItem): string => `${plan.name} ${item.id ?? ''}`;

/** Where a record stands to the flow's conditions. */
function placeOf(interview: Interview, item: SaveItem, flow: TriggerFlow): keyof Judged | undefined {
  try {
    if (!flow.meets(interview)) return 'outside';
    return flow.onlyWhenChanged && heldBefore(interview, flow.meets) ? 'staying' : 'entered';
  } catch (error) {
    if (!isFault(error)) throw error;
    refuse(item, flow.plan, error.message);
    return undefined;
  }
}

function interviewOf(tx: Transaction, batch: Batch, item: SaveItem, plan: FlowPlan, moment: FlowMoment): Interview {
  // Before the save the flow works on the very values that will be written, afterwards on a copy.
  const values =
    moment === 'RecordBeforeSave'
      ? item.after
      : { ...(item.id === null ? item.after : (tx.records.get(batch.type, item.id) ?? item.after)) };
  return {
    tx,
    frames: [newFrame(plan, initialValues(plan), false)],
    guid: randomUUID(),
    record: new FlowRecord(batch.type, values),
    ...(item.before === undefined ? {} : { prior: new FlowRecord(batch.type, { ...item.before }) }),
    item,
    isNew: batch.operation === 'insert',
    faultMessage: null,
    state: 'running',
  };
}

function refuse(item: SaveItem, plan: FlowPlan, failure: string): void {
  const message =
    `We can't save this record because the “${plan.label}” process failed. Give your Salesforce admin these details. ` +
    `${failure}. You can look up ExceptionCode values in the SOAP API Developer Guide.`;
  fail(item, 'CANNOT_EXECUTE_FLOW_TRIGGER', message);
}
