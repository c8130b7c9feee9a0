import { MidfieldError } from '../../model/errors.ts';
import {
  fingerprintOf,
  hashesOf,
  LONGEST_CONTENT,
  packRelease,
  type StoredRelease,
} from '../../model/release/stored-release.ts';
import { soql } from '../../salesforce/soql.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { TaskContext } from '../task.ts';
import { insertRelease, nameOfRelease, type ReleaseRow, updateRelease } from './release-rows.ts';

/** Milliseconds without a sign of life after which a release that was begun is anybody's to take up or to end. */
const ABANDONED = 2 * 60_000;

export interface ReleaseClaim {
  readonly content: StoredRelease;
  /** Name of the release that it follows; none = the first. */
  readonly after: string | undefined;
  readonly rows: readonly ReleaseRow[];
  readonly plan: string;
  readonly rollbackOf: string | null;
  /** A request that is to become the release. */
  readonly request?: string;
}

/**
 * Writes down what is about to be released before anything is. Its key says which release it follows and is unique, so of
 * two people who release at once the org refuses the second, and a run that was killed is found by the next.
 */
export async function claimRelease(context: TaskContext, claim: ReleaseClaim): Promise<{ id: string; name: string }> {
  const { org } = context;
  const key = `after ${claim.after ?? 'installation'}`;
  const holder = claim.rows.find((row) => row.key === key && (row.status === 'Planned' || row.status === 'Applied'));
  if (holder && holder.id !== claim.request) {
    // The same release, begun and not ended: this run goes on with it.
    if (holder.content && fingerprintOf(holder.content) === fingerprintOf(claim.content)) return holder;
    await release(context, holder);
  }
  const fields = rowOf(claim, key);
  if (claim.request !== undefined) {
    await updateRelease(org, claim.request, fields);
    return { id: claim.request, name: await nameOfRelease(org, claim.request) };
  }
  const written = await insertRelease(org, fields);
  if ('id' in written) return { id: written.id, name: await nameOfRelease(org, written.id) };
  if (!written.refused.startsWith('DUPLICATE_VALUE')) throw new MidfieldError('OrgRejected', [written.refused]);
  const [other] = await org.query(
    soql`SELECT Name, LastModifiedBy.Name, LastModifiedDate FROM MF_Release__c WHERE Release_Key__c = ${key}`,
  );
  const by = (other?.['LastModifiedBy'] as OrgRecord | undefined)?.['Name'];
  throw new MidfieldError('ReleaseBusy', [
    String(other?.['Name'] ?? key),
    String(by ?? 'somebody'),
    String(other?.['LastModifiedDate'] ?? ''),
  ]);
}

/** Frees the key of a run that has died; one that is alive keeps it. */
async function release({ org, now }: TaskContext, holder: ReleaseRow): Promise<void> {
  if (Date.parse(holder.modifiedOn.replace(/\+0000$/, 'Z')) > now() - ABANDONED && holder.message === null)
    throw new MidfieldError('ReleaseBusy', [holder.name, holder.modifiedBy, holder.modifiedOn]);
  await updateRelease(org, holder.id, {
    Status__c: 'Failed',
    Release_Key__c: null,
    Message__c: (holder.message ?? 'Its run ended before it was done.').slice(0, 255),
  });
}

function rowOf({ content, plan, rollbackOf }: ReleaseClaim, key: string): OrgRecord {
  const packed = packRelease(content);
  if (packed.length > LONGEST_CONTENT)
    throw new MidfieldError('ReleaseRefused', [
      `✖ The release takes ${packed.length} characters to keep, the org holds ${LONGEST_CONTENT}. Release fewer playbooks or criteria.`,
    ]);
  return {
    Status__c: 'Planned',
    Release_Key__c: key,
    Message__c: null,
    Plan__c: plan.slice(0, 32_000),
    Content__c: packed,
    Component_Hashes__c: JSON.stringify(hashesOf(content.components)).slice(0, 32_000),
    Rollback_Of__c: rollbackOf,
  };
}
