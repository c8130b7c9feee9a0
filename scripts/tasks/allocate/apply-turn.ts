import { soql } from '../../salesforce/soql.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { TaskContext } from '../task.ts';

/**
 * Of two that apply an allocation at once, whoever began last goes on: its plan is of the newer state. The other is told before
 * its next write. Nobody waits for anybody, so one that was killed keeps nobody out.
 * @throws MidfieldError AllocationTaken when another allocation has begun since
 */
export async function keepTurn({ org }: TaskContext, claim: string): Promise<void> {
  const [latest] = await org.query<TurnRow>(
    'SELECT Name, Claimed_By__c FROM MF_Allocation_Run__c' +
      soql` WHERE Status__c IN ${['Applying', 'Running']} ORDER BY LastModifiedDate DESC, Name DESC LIMIT 1`,
  );
  if (latest !== undefined && latest.Claimed_By__c === claim) return;
  // A run of the same question that has ended wrote all that this one would.
  throw new MidfieldError('AllocationTaken', [latest?.Name ?? 'that has ended']);
}

interface TurnRow extends OrgRecord {
  readonly Name: string;
  readonly Claimed_By__c: string | null;
}
