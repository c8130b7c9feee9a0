import { randomUUID } from 'node:crypto';
import { MidfieldError } from '../../model/errors.ts';
import { soql } from '../../salesforce/soql.ts';
import { changedRows, comparedFields } from '../playbook-load/changed-rows.ts';
import type { TaskContext } from '../task.ts';
import { keepTurn } from './apply-turn.ts';
import { writeBookings } from './apply-bookings.ts';
import { OrderWriter, type Refusal } from './order-writer.ts';
import type { AllocationPlan } from './plan-allocation.ts';
import { runRow } from './run-row.ts';

export interface AllocationOutcome {
  /** Rows written, whatever they are of; 0 when the org said all of it already. */
  readonly written: number;
  /** Orders that the org refused a part of, and why; the others are as planned. */
  readonly refusals: readonly Refusal[];
}

export interface ApplyOptions {
  /** Names who applies; absent for a run that a worker has claimed already. */
  readonly claim?: string | undefined;
}

/**
 * Writes what the plan says: first the run as one that is being applied, last the run as applied. Everything between
 * carries its own key and says only what differs, so that whoever was stopped runs it again and it goes on.
 */
export async function applyAllocation(
  context: TaskContext,
  plan: AllocationPlan,
  { claim }: ApplyOptions = { claim: randomUUID() },
): Promise<AllocationOutcome> {
  const writer = new OrderWriter(context);
  const keep = async (): Promise<void> => {
    if (run && claim !== undefined) await keepTurn(context, claim);
  };
  const { writes } = plan;
  const isDecided = plan.decisions.length > 0;
  const run = isDecided ? await openRun(context, plan, { isWork: countOf(writes) > 0, writer, claim }) : undefined;
  try {
    await writer.write('worth', 'MF_Dispatch__c', writes.scores);
    await keep();
    await writeBookings(writer, writes);
    await keep();
    await writer.write('orders', 'MF_Dispatch__c', writes.orders);
    await keep();
    await writer.write('candidates', 'MF_Candidate__c', writes.changedCandidates);
    await writer.write('candidates', 'MF_Candidate__c', writes.newCandidates, 'Candidate_Key__c');
    await keep();
    if (run) await closeRun(context, plan, writer, claim);
  } catch (error) {
    if (run && !isTaken(error)) await leaveRun(context, plan, context.signal.aborted ? 'Interrupted' : 'Failed');
    throw error;
  }
  return { written: writer.written, refusals: writer.refusals };
}

function countOf(writes: AllocationPlan['writes']): number {
  const { scores, weeks, cancellations, bookings, orders, newCandidates, changedCandidates } = writes;
  return [scores, weeks, cancellations, bookings, orders, newCandidates, changedCandidates].reduce(
    (sum, rows) => sum + rows.length,
    0,
  );
}

/** Undefined when this run is applied already and nothing is left to write. */
async function openRun(
  context: TaskContext,
  plan: AllocationPlan,
  { isWork, writer, claim }: ApplyOptions & { readonly isWork: boolean; readonly writer: OrderWriter },
): Promise<true | undefined> {
  const wanted = { object: 'MF_Allocation_Run__c', externalIdField: 'Run_Key__c', rows: [runRow(plan)] };
  const fields = [...comparedFields(wanted), 'Status__c', 'Started_At__c'].join(', ');
  const existing = await context.org.query(
    `SELECT ${fields} FROM MF_Allocation_Run__c` + soql` WHERE Run_Key__c = ${plan.runKey}`,
  );
  const isApplied = existing[0]?.['Status__c'] === 'Applied';
  if (isApplied && !isWork && changedRows(wanted, existing).length === 0) return undefined;
  const started = existing[0]?.['Started_At__c'] ?? new Date(context.now()).toISOString();
  const row = {
    ...runRow(plan),
    Status__c: 'Applying',
    Started_At__c: started,
    ...(claim ? { Claimed_By__c: claim } : {}),
  };
  await writer.must('run', 'MF_Allocation_Run__c', [row], 'Run_Key__c');
  return true;
}

async function closeRun(
  context: TaskContext,
  plan: AllocationPlan,
  writer: OrderWriter,
  claim: string | undefined,
): Promise<void> {
  const refused = writer.refusals.map(({ order, words }) => `${order}: ${words}`).join(' ');
  const row = {
    Run_Key__c: plan.runKey,
    Status__c: 'Applied',
    Finished_At__c: new Date(context.now()).toISOString(),
    Message__c: refused.slice(0, 255) || null,
    ...(claim ? { Claimed_By__c: null } : {}),
  };
  await writer.must('run', 'MF_Allocation_Run__c', [row], 'Run_Key__c');
}

/** One last write, whatever stopped the others; an org that is gone cannot be told. */
async function leaveRun(context: TaskContext, plan: AllocationPlan, status: 'Interrupted' | 'Failed'): Promise<void> {
  try {
    await context.org.upsert('MF_Allocation_Run__c', 'Run_Key__c', [{ Run_Key__c: plan.runKey, Status__c: status }]);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    context.report({ event: 'warning-raised', warning: `The run could not be marked as ${status}: ${words}` });
  }
}

const isTaken = (error: unknown): boolean => error instanceof MidfieldError && error.code === 'AllocationTaken';
