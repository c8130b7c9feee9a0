import { randomUUID } from 'node:crypto';
import type { Session } from '../org.ts';
import { resetLimits } from '../save/limits.ts';
import { Transaction } from '../save/transaction.ts';
import { writeBatch } from '../save/write-batch.ts';
import type { FlowPlan } from './flow-plan.ts';
import type { FlowValue } from './flow-value.ts';
import { frameOf, initialValues, newFrame, type Interview } from './interview.ts';
import { runInterviews } from './run-interviews.ts';
import { runTriggers } from './run-triggers.ts';

export interface FlowOutcome {
  readonly outputs: ReadonlyMap<string, FlowValue>;
  /** Why it ended before its end. */
  readonly failure?: string;
}

/** Reads one start's input into values, in the transaction that the flow runs in. */
export type ReadInput<Input> = (tx: Transaction, input: Input) => ReadonlyMap<string, FlowValue>;

/**
 * Starts an autolaunched flow once per input, all of them side by side in one transaction. One that fails undoes them
 * all, because they share it.
 */
export function startFlow<Input>(
  session: Session,
  plan: FlowPlan,
  inputs: readonly Input[],
  read: ReadInput<Input>,
): FlowOutcome[] {
  resetLimits(session);
  const tx = new Transaction(session, { write: writeBatch, runFlows: runTriggers });
  let interviews: Interview[] = [];
  tx.attempt(
    () => {
      interviews = inputs.map((input) => interviewOf(tx, plan, read(tx, input)));
      runInterviews(interviews);
    },
    () => interviews.every(({ failure }) => failure === undefined),
  );
  return interviews.map((interview) => ({
    outputs: frameOf(interview).values,
    ...(interview.failure === undefined ? {} : { failure: interview.failure }),
  }));
}

function interviewOf(tx: Transaction, plan: FlowPlan, given: ReadonlyMap<string, FlowValue>): Interview {
  const values = initialValues(plan);
  for (const [name, value] of given) values.set(name, value);
  return {
    tx,
    frames: [newFrame(plan, values, true)],
    guid: randomUUID(),
    isNew: false,
    faultMessage: null,
    state: 'running',
  };
}
