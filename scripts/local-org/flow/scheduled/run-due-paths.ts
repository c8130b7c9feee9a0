import { randomUUID } from 'node:crypto';
import type { Org, Row } from '../../org.ts';
import type { Transaction } from '../../save/transaction.ts';
import { FlowRecord } from '../flow-value.ts';
import { initialValues, newFrame, type Interview } from '../interview.ts';
import { activeFlow, type StandingPath } from './active-flow.ts';
import { noteFailure } from './path-failures.ts';
import { PathQueue, type WaitingPath } from './path-queue.ts';
import { runScheduledFlow } from './run-scheduled-flow.ts';
import { runTogether } from './run-together.ts';
import { waitingFlows } from './schedule-queue.ts';

/**
 * Runs the paths and schedule-triggered flows that are due in the order of their times, each group of records in a
 * transaction of its own. Gives how many ran; `groups` is the most that one call takes on.
 */
export function runDuePaths(org: Org, groups = Infinity): number {
  let ran = 0;
  for (let group = 0; group < groups; group++) {
    const [flow] = waitingFlows(org);
    const pathDue = new PathQueue(org.store).nextDue() ?? Infinity;
    if (flow !== undefined && flow.due <= org.now() && flow.due < pathDue) {
      ran += runScheduledFlow(org, flow);
      continue;
    }
    const taken = runGroup(org);
    if (taken === 0) break;
    ran += taken;
  }
  return ran;
}

/** When something is to run next, in milliseconds. */
export function nextDue(org: Org): number | undefined {
  const due = Math.min(new PathQueue(org.store).nextDue() ?? Infinity, waitingFlows(org)[0]?.due ?? Infinity);
  return due === Infinity ? undefined : due;
}

/**
 * A path that sets itself off again without end would keep the org busy for ever. A real one goes on until the day's
 * asynchronous work is used up, which nobody wants to wait for here.
 */
const MOST_IN_A_ROW = 200;

/** Undoes a group of which something failed. */
class Failed extends Error {
  readonly rows: number;
  constructor(rows: number) {
    super('A scheduled path failed');
    this.rows = rows;
  }
}

function runGroup(org: Org): number {
  const { store } = org;
  const take = (most: number): WaitingPath[] =>
    new PathQueue(store).take(org.now(), (first) => Math.min(most, activeFlow(org, first)?.path.atOnce ?? 1));
  try {
    return store.transaction(() => {
      const rows = take(Infinity);
      if (failuresOf(org, rows).length > 0 && rows.length > 1) throw new Failed(rows.length);
      return rows.length;
    });
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    // One that fails must not take the others with it: they go one by one.
    for (let left = error.rows; left > 0; left--) store.transaction(() => failuresOf(org, take(1)));
    return error.rows;
  }
}

/** Runs the rows together; what fails leaves nothing behind but a note. */
function failuresOf(org: Org, taken: readonly WaitingPath[]): readonly string[] {
  const rows = taken.filter(({ depth }) => depth < MOST_IN_A_ROW);
  for (const each of taken)
    if (each.depth >= MOST_IN_A_ROW)
      noteFailure(org, each, `Stopped: paths set one another off ${String(MOST_IN_A_ROW)} times in a row.`);
  const [first] = rows;
  const standing = first && activeFlow(org, first);
  if (first === undefined || standing === undefined) return [];
  const depth = Math.max(...rows.map((each) => each.depth)) + 1;
  const failures = runTogether(org, first.userId, depth, (tx) => interviewsOf(tx, rows, standing));
  for (const message of failures) noteFailure(org, first, message);
  return failures;
}

/** Records that are gone have nobody to run for. */
function interviewsOf(tx: Transaction, rows: readonly WaitingPath[], { type, plan, path }: StandingPath): Interview[] {
  tx.records.load(
    type,
    rows.map(({ recordId }) => recordId),
  );
  return rows.flatMap(({ recordId, prior, isNew }) => {
    const row = tx.records.get(type, recordId);
    if (row === undefined || row['IsDeleted'] === true) return [];
    const frame = newFrame(plan, initialValues(plan), false);
    frame.at = path.first;
    return {
      tx,
      frames: [frame],
      guid: randomUUID(),
      record: new FlowRecord(type, { ...row }),
      ...(prior === null ? {} : { prior: new FlowRecord(type, JSON.parse(prior) as Row) }),
      isNew,
      faultMessage: null,
      state: 'running',
    };
  });
}
