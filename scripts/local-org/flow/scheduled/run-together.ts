import { openSession } from '../../access/open-session.ts';
import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { Transaction } from '../../save/transaction.ts';
import { writeBatch } from '../../save/write-batch.ts';
import type { Interview } from '../interview.ts';
import { runInterviews } from '../run-interviews.ts';
import { runTriggers } from '../run-triggers.ts';

/** Runs interviews that no request waits for in one transaction; what fails leaves nothing behind. Gives the failures. */
export function runTogether(
  org: Org,
  userId: string,
  depth: number,
  interviewsOf: (tx: Transaction) => Interview[],
): readonly string[] {
  const failures: string[] = [];
  try {
    const tx = new Transaction(openSession(org, userId), { write: writeBatch, runFlows: runTriggers });
    tx.pathDepth = depth;
    tx.attempt(
      () => {
        const interviews = interviewsOf(tx);
        runInterviews(interviews);
        for (const { failure } of interviews) if (failure !== undefined) failures.push(failure);
      },
      () => failures.length === 0,
    );
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    failures.push(error.message);
  }
  return failures;
}
