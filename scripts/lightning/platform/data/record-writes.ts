import { recordsChanged } from './changes.ts';
import { orgFetch } from './org-fetch.ts';
import { forgetRecord, storeRecord } from './record-cache.ts';
import { idsIn } from './record-types.ts';
import type { RecordRepresentation } from './record-types.ts';

export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = await orgFetch<RecordRepresentation>('/ui-api/records', { method: 'POST', body: input });
  storeRecord(record);
  // Parents roll up: their watchers look again.
  await recordsChanged([...idsIn(Object.values(input.fields))]);
  return record;
}

/** `clientOptions.ifUnmodifiedSince`: the save is refused when somebody else was faster. */
export async function updateRecord(
  input: RecordInput,
  clientOptions: { readonly ifUnmodifiedSince?: string } = {},
): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  if (typeof id !== 'string') throw new TypeError('updateRecord expects fields.Id');
  const since = clientOptions.ifUnmodifiedSince;
  const record = await orgFetch<RecordRepresentation>(`/ui-api/records/${id}`, {
    method: 'PATCH',
    body: {
      fields,
      ...(input.allowSaveOnDuplicate === undefined ? {} : { allowSaveOnDuplicate: input.allowSaveOnDuplicate }),
    },
    headers: since === undefined ? {} : { 'if-unmodified-since': since },
  });
  storeRecord(record);
  await recordsChanged([id]);
  return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await orgFetch(`/ui-api/records/${recordId}`, { method: 'DELETE' });
  forgetRecord(recordId);
  await recordsChanged([recordId]);
}

/** Said by a component after the org changed records behind the cache. */
export async function notifyRecordUpdateAvailable(items: readonly { readonly recordId: string }[]): Promise<void> {
  await recordsChanged(items.map(({ recordId }) => recordId));
}

export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(items);
}
