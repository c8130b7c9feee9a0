import { randomUUID } from 'node:crypto';
import type { Org, Row } from '../../org.ts';
import type { Transaction } from '../../save/transaction.ts';
import { findRecords, foundBy, type RecordQuery } from '../find-records.ts';
import type { FlowPlan } from '../flow-plan.ts';
import { FlowRecord } from '../flow-value.ts';
import { initialValues, newFrame, type Interview } from '../interview.ts';
import { noteFailure } from './path-failures.ts';
import { runTogether } from './run-together.ts';
import { scheduledFlows, waitForNext, type WaitingFlow } from './schedule-queue.ts';

/** The platform takes the records of a query in parts of this many, each a transaction of its own. */
const AT_ONCE = 200;

/** Runs a flow whose time has come and lets it wait for its next. Gives how many interviews there were. */
export function runScheduledFlow(org: Org, { flow }: WaitingFlow): number {
  const found = scheduledFlows(org).get(flow);
  waitForNext(org, flow);
  if (found === undefined) return 0;
  const { plan, schedule } = found;
  const userId = workflowUser(org);
  const note = (recordId: string, failure: string): void =>
    noteFailure(org, { flow, path: 'Scheduled', recordId }, failure);
  if (schedule.records === undefined) {
    for (const failure of runTogether(org, userId, 0, (tx) => [interviewOf(tx, plan)])) note('', failure);
    return 1;
  }
  const { type } = schedule.records;
  const run = (ids: readonly string[]): readonly string[] =>
    runTogether(org, userId, 0, (tx) => {
      tx.records.load(type, ids);
      return ids.flatMap((id) => {
        const row = tx.records.get(type, id);
        if (row === undefined || row['IsDeleted'] === true) return [];
        return [interviewOf(tx, plan, new FlowRecord(type, { ...row }))];
      });
    });
  const ids = idsOf(org, userId, plan, schedule.records, (failure) => note('', failure));
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const part = ids.slice(first, first + AT_ONCE);
    const failures = run(part);
    // One that fails must not take the others with it: they go one by one.
    const alone = failures.length > 0 && part.length > 1;
    for (const id of alone ? part : []) for (const failure of run([id])) note(id, failure);
    if (!alone) for (const failure of failures) note(part[0] ?? '', failure);
  }
  return ids.length;
}

function idsOf(
  org: Org,
  userId: string,
  plan: FlowPlan,
  query: RecordQuery,
  fail: (failure: string) => void,
): readonly string[] {
  let rows: readonly Row[] = [];
  const failures = runTogether(org, userId, 0, (tx) => {
    const asking = interviewOf(tx, plan);
    const limits = { ...tx.session.limits };
    rows = foundBy([asking], findRecords(query, [asking]))(asking);
    // The start's own query is held to no limit of a transaction.
    Object.assign(tx.session.limits, limits);
    return [];
  });
  for (const failure of failures) fail(failure);
  return rows.map((row) => String(row['Id'])).sort();
}

function interviewOf(tx: Transaction, plan: FlowPlan, record?: FlowRecord): Interview {
  return {
    tx,
    frames: [newFrame(plan, initialValues(plan), false)],
    guid: randomUUID(),
    ...(record === undefined ? {} : { record }),
    isNew: false,
    faultMessage: null,
    state: 'running',
  };
}

/** The default workflow user; an org in which nobody chose one has its first administrator. */
function workflowUser(org: Org): string {
  const row = org.store
    .prepare(
      `SELECT u."Id" AS id FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
       WHERE p."Name" = 'System Administrator' AND u."IsActive" ORDER BY u."Id" LIMIT 1`,
    )
    .get();
  return String(row?.['id'] ?? '');
}
