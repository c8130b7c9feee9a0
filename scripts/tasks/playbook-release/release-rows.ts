import { MidfieldError } from '../../model/errors.ts';
import { unpackRelease, type StoredRelease } from '../../model/release/stored-release.ts';
import { soql } from '../../salesforce/soql.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';

/** Planned (claimed) → Applied (metadata is there) → Verified (read back, playbooks published); Failed; Rolled back. */
export type ReleaseStatus = 'Requested' | 'Planned' | 'Applied' | 'Verified' | 'Failed' | 'Rolled back';

export interface ReleaseRow {
  readonly id: string;
  readonly name: string;
  readonly status: ReleaseStatus;
  readonly key: string | null;
  readonly message: string | null;
  readonly plan: string;
  readonly releasedOn: string | null;
  readonly releasedBy: string | null;
  readonly modifiedOn: string;
  readonly modifiedBy: string;
  readonly rollbackOf: string | null;
  /** Undefined = none was written, or somebody has edited it. */
  readonly content: StoredRelease | undefined;
}

/** Newest first. */
export async function readReleaseRows(org: OrgPort): Promise<ReleaseRow[]> {
  if (!(await org.objects()).has('MF_Release__c')) throw new MidfieldError('PlaybookMissingInOrg', ['MF_Release__c']);
  const rows = await org.query(
    'SELECT Id, Name, Status__c, Release_Key__c, Message__c, Plan__c, Content__c, Released_On__c, Released_By__r.Name, Rollback_Of__r.Name, LastModifiedDate, LastModifiedBy.Name FROM MF_Release__c ORDER BY CreatedDate DESC, Name DESC LIMIT 200',
  );
  return rows.map(rowOf);
}

function rowOf(row: OrgRecord): ReleaseRow {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const nameIn = (parent: string) => text((row[parent] as OrgRecord | null | undefined)?.['Name']);
  const content = text(row['Content__c']);
  return {
    id: String(row['Id']),
    name: String(row['Name']),
    status: String(row['Status__c']) as ReleaseStatus,
    key: text(row['Release_Key__c']),
    message: text(row['Message__c']),
    plan: text(row['Plan__c']) ?? '',
    releasedOn: text(row['Released_On__c']),
    releasedBy: nameIn('Released_By__r'),
    modifiedOn: String(row['LastModifiedDate']),
    modifiedBy: nameIn('LastModifiedBy') ?? '',
    rollbackOf: nameIn('Rollback_Of__r'),
    content: content === null ? undefined : unpackRelease(content),
  };
}

/** The release that the org is at. */
export function currentRelease(rows: readonly ReleaseRow[]): ReleaseRow | undefined {
  return rows.find(({ status, content }) => status === 'Verified' && content !== undefined);
}

export async function updateRelease(org: OrgPort, id: string, fields: OrgRecord): Promise<void> {
  const [result] = await org.update('MF_Release__c', [{ Id: id, ...fields }]);
  if (!result?.success) throw new MidfieldError('OrgRejected', [result?.errors.join('\n') ?? id]);
}

export async function insertRelease(org: OrgPort, fields: OrgRecord): Promise<{ id: string } | { refused: string }> {
  const [result] = await org.insert('MF_Release__c', [fields]);
  if (result?.success && result.id !== null) return { id: result.id };
  return { refused: result?.errors.join('\n') ?? '' };
}

export async function nameOfRelease(org: OrgPort, id: string): Promise<string> {
  const [row] = await org.query(soql`SELECT Name FROM MF_Release__c WHERE Id = ${id}`);
  return String(row?.['Name'] ?? id);
}
