import type { WorthFormula } from '../../model/dispatch/worth.ts';
import { soql } from '../../salesforce/soql.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { TaskContext } from '../task.ts';
import { allocate } from './allocate-task.ts';
import { type AllocationOutcome, applyAllocation } from './apply-allocation.ts';
import { claimRequest, type ClaimedRequest } from './claim-request.ts';
import type { AllocationPlan } from './plan-allocation.ts';
import { RunJournal } from './run-journal.ts';
import { runRow } from './run-row.ts';

export interface RequestedRun {
  /** Number of the run's record. */
  readonly run: string;
  readonly plan: AllocationPlan;
  readonly outcome: AllocationOutcome;
}

export interface WorkerInput {
  /** Names this process among all workers. */
  readonly worker: string;
  /** Seconds for the solver. */
  readonly seconds: number;
  readonly formula?: WorthFormula;
}

/**
 * Requested → Running (reading, solving) → Applying (writing) → Applied; Failed with the reason. Stopped, the request goes
 * back to the queue; killed, it is free again when its signs of life are two minutes old. Its proposals are written by keys,
 * so that whoever takes it again goes on. Undefined when nobody asks for anything.
 */
export async function runRequested(context: TaskContext, input: WorkerInput): Promise<RequestedRun | undefined> {
  const request = await claimRequest(context, input.worker);
  if (request === undefined) return undefined;
  context.report({ event: 'step-finished', step: 'request', detail: `${request.name} taken, mode ${request.mode}` });
  const journal = new RunJournal(context, request.id);
  try {
    return await carryOut(context, request, journal, input);
  } catch (error) {
    await journal.close();
    await giveBack(context, request, error);
    throw error;
  } finally {
    await journal.close();
  }
}

async function carryOut(
  context: TaskContext,
  request: ClaimedRequest,
  journal: RunJournal,
  { seconds, formula }: WorkerInput,
): Promise<RequestedRun> {
  const input = { mode: request.mode, seconds, ...(formula ? { formula } : {}) };
  const state = await allocate.read(context, input);
  journal.tell({ Step__c: 'Solving' });
  const plan = await allocate.plan(state, input, { ...context, report: journal.report });
  context.signal.throwIfAborted();
  await journal.settle();
  const isFirst = plan.decisions.length > 0 && (await isNew(context, plan, request.id));
  const { Run_Key__c, ...figures } = runRow(plan);
  await write(context, request, { ...figures, ...(isFirst ? { Run_Key__c } : {}), Step__c: 'Writing' });
  const outcome = await applyAllocation(context, plan, {});
  const end = isFirst ? {} : { Status__c: 'Applied', Finished_At__c: new Date(context.now()).toISOString() };
  await write(context, request, { ...end, Step__c: null });
  return { run: request.name, plan, outcome };
}

/** Equal questions are one run: the record of the first keeps the key, and a request that changes nothing says so by having none. */
async function isNew({ org }: TaskContext, plan: AllocationPlan, id: string): Promise<boolean> {
  const rows = await org.query(soql`SELECT Id FROM MF_Allocation_Run__c WHERE Run_Key__c = ${plan.runKey}`);
  return rows.every((row) => row['Id'] === id);
}

async function write({ org }: TaskContext, request: ClaimedRequest, fields: OrgRecord): Promise<void> {
  const [result] = await org.update('MF_Allocation_Run__c', [{ Id: request.id, ...fields }]);
  if (!result?.success) throw new MidfieldError('OrgRejected', [result?.errors.join('\n') ?? request.name]);
}

/** One last write, whatever went wrong; an org that is gone cannot be told, and the run is free again by time. */
async function giveBack(context: TaskContext, request: ClaimedRequest, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  const ended = context.signal.aborted
    ? { Status__c: 'Requested', Step__c: null, Claimed_By__c: null, Claimed_At__c: null }
    : { Status__c: 'Failed', Step__c: null, Message__c: words.slice(0, 255) };
  try {
    await write(context, request, ended);
  } catch (problem) {
    const warning = problem instanceof Error ? problem.message : String(problem);
    context.report({ event: 'warning-raised', warning: `${request.name} could not be given back: ${warning}` });
  }
}
