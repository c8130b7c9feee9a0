import { soql } from '../../salesforce/soql.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { TaskContext } from '../task.ts';
import type { AllocateInput } from './plan-allocation.ts';

/** A run that a dispatcher asked for, taken by this worker. */
export interface ClaimedRequest {
  readonly id: string;
  readonly name: string;
  readonly mode: AllocateInput['mode'];
}

/** Milliseconds without a sign of life after which a run is free again; the org's rule holds the same. */
const ABANDONED = 2 * 60_000;

/**
 * Takes the oldest request, or a run whose worker has died; nothing while another worker is at one, because two plans for
 * the same people would undo each other. Everybody tries the oldest, so of two workers that claim at once the row lock lets
 * the second see the first, and the org's rule refuses it.
 */
export async function claimRequest(context: TaskContext, worker: string): Promise<ClaimedRequest | undefined> {
  const { org, now } = context;
  const rows = await org.query<RequestRow>(
    'SELECT Id, Name, Mode__c, Status__c, Claimed_At__c FROM MF_Allocation_Run__c' +
      soql` WHERE Status__c IN ${['Requested', 'Running', 'Applying']} ORDER BY CreatedDate, Name LIMIT 200`,
  );
  const running = rows.filter((row) => row.Status__c !== 'Requested' && row.Claimed_At__c !== null);
  if (running.some((row) => !isAbandoned(row, now()))) return undefined;
  const [oldest] = rows.filter((row) => row.Status__c === 'Requested' || running.includes(row));
  if (oldest === undefined) return undefined;
  context.signal.throwIfAborted();
  const at = new Date(now()).toISOString();
  const claim = { Status__c: 'Running', Step__c: 'Reading', Claimed_By__c: worker, Claimed_At__c: at };
  const [result] = await org.update('MF_Allocation_Run__c', [
    { Id: oldest.Id, ...claim, Started_At__c: at, Message__c: null },
  ]);
  const { Id: id, Name: name, Mode__c: mode } = oldest;
  if (result?.success) return { id, name, mode: mode === 'no-envy' ? 'no-envy' : 'worth' };
  if (await isTaken(context, id, worker)) return undefined;
  throw new MidfieldError('OrgRejected', [result?.errors.join('\n') ?? name]);
}

/** Runs of the command line carry no worker's sign of life and are nobody's to take. */
function isAbandoned(row: RequestRow, now: number): boolean {
  return Date.parse(row.Claimed_At__c ?? '') < now - ABANDONED;
}

/** Whether the claim was refused because somebody else holds it, and not for another reason. */
async function isTaken({ org }: TaskContext, id: string, worker: string): Promise<boolean> {
  const [row] = await org.query<RequestRow>(
    soql`SELECT Id, Name, Mode__c, Status__c, Claimed_At__c, Claimed_By__c FROM MF_Allocation_Run__c WHERE Id = ${id}`,
  );
  return row === undefined || (row.Claimed_By__c !== null && row.Claimed_By__c !== worker);
}

interface RequestRow extends OrgRecord {
  readonly Id: string;
  readonly Name: string;
  readonly Mode__c: string | null;
  readonly Status__c: string;
  readonly Claimed_At__c: string | null;
  readonly Claimed_By__c?: string | null;
}
