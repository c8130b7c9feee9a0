import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';

/** A version of a playbook as the org has it. */
export interface PlaybookVersion {
  readonly id: string;
  readonly key: string;
  readonly dealType: string;
  readonly status: string;
}

export interface PublicationItem {
  readonly key: string;
  readonly action: 'publish' | 'retire' | 'same';
  readonly why: string;
  /** Version that takes the place of one that is retired. */
  readonly successor?: string;
}

export async function readVersions(org: OrgPort): Promise<PlaybookVersion[]> {
  const rows = await org.query(
    'SELECT Id, Key_Version__c, Deal_Type__c, Status__c FROM MF_Playbook__c ORDER BY Key_Version__c',
  );
  return rows.map((row) => ({
    id: String(row['Id']),
    key: String(row['Key_Version__c']),
    dealType: String(row['Deal_Type__c']),
    status: String(row['Status__c']),
  }));
}

/** Which versions a release publishes and which it retires. Deals that run on a retired version keep it. Pure. */
export function planPublication(wanted: readonly string[], versions: readonly PlaybookVersion[]): PublicationItem[] {
  const known = new Map(versions.map((version) => [version.key, version]));
  return [
    ...wanted.map((key): PublicationItem => {
      const status = known.get(key)?.status;
      if (status === 'Published') return { key, action: 'same', why: 'published' };
      if (status === 'Retired') return { key, action: 'publish', why: 'retired, published again' };
      return { key, action: 'publish', why: 'new version; deals that start from now on follow it' };
    }),
    ...versions
      .filter(({ key, status }) => status === 'Published' && !wanted.includes(key))
      .map(({ key }) => retirement(key, wanted)),
  ];
}

function retirement(key: string, wanted: readonly string[]): PublicationItem {
  const [playbook = ''] = key.split('|');
  const successor = wanted.find((other) => other.startsWith(`${playbook}|`));
  return successor === undefined
    ? { key, action: 'retire', why: 'not in this release; no new deal can start with it, running deals keep it' }
    : { key, action: 'retire', successor, why: `${successor} takes its place; running deals keep it` };
}

/** The rows to write, retirement first: a new deal never finds two versions. */
export function publicationRows(items: readonly PublicationItem[]): OrgRecord[] {
  const row = (status: string) => (item: PublicationItem) => ({ Key_Version__c: item.key, Status__c: status });
  return [
    ...items.filter(({ action }) => action === 'retire').map(row('Retired')),
    ...items.filter(({ action }) => action === 'publish').map(row('Published')),
  ];
}
