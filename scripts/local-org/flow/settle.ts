import { BadValue } from '../save/convert-value.ts';
import type { Transaction } from '../save/transaction.ts';
import type { Connector } from './flow-content.ts';
import { FlowFault, type FlowRecord } from './flow-value.ts';
import { frameOf, type Interview } from './interview.ts';
import type { InterviewRows } from './write-rows.ts';

interface Writer {
  readonly connector?: Connector | undefined;
  readonly faultConnector?: Connector | undefined;
}

type Write = (tx: Transaction, writes: readonly InterviewRows[]) => readonly (string | undefined)[];

/** Gathers what each interview writes, writes it as one statement, and sends each on: ahead, or along its fault path. */
export function settle(
  interviews: readonly Interview[],
  element: Writer,
  gather: (interview: Interview) => FlowRecord[],
  write: Write,
): void {
  const writes: InterviewRows[] = [];
  for (const interview of interviews) {
    try {
      writes.push({ interview, records: gather(interview) });
    } catch (error) {
      if (!isFault(error)) throw error;
      goWrong(interview, element.faultConnector, error.message);
    }
  }
  const [first] = writes;
  if (first === undefined) return;
  const failures = write(first.interview.tx, writes);
  writes.forEach(({ interview }, index) => {
    const failure = failures[index];
    if (failure === undefined) frameOf(interview).at = element.connector?.targetReference;
    else goWrong(interview, element.faultConnector, failure);
  });
}

export const isFault = (error: unknown): error is Error => error instanceof FlowFault || error instanceof BadValue;

export function goWrong(interview: Interview, fault: Connector | undefined, message: string): void {
  interview.faultMessage = message;
  if (fault?.targetReference !== undefined) {
    frameOf(interview).at = fault.targetReference;
    return;
  }
  interview.state = 'failed';
  interview.failure = message;
}
