import { listen } from './changes.ts';
import { orgFetch, queryString } from './org-fetch.ts';
import { storeRecord, watchRecord } from './record-cache.ts';
import { projectRecord, qualifiedAll } from './record-types.ts';
import type { FieldReference, RecordRepresentation } from './record-types.ts';
import { requestSource, wireAdapter } from './wire-adapter.ts';
import type { WireResult } from './wire-adapter.ts';

type Fields = FieldReference | readonly FieldReference[];
type Texts = string | readonly string[];

export interface GetRecordConfig {
  readonly recordId: string | undefined;
  readonly fields?: Fields;
  readonly optionalFields?: Fields;
  readonly layoutTypes?: Texts;
  readonly modes?: Texts;
}

const list = (texts: Texts | undefined): readonly string[] => (texts === undefined ? [] : [texts].flat());

export const getRecord = wireAdapter<GetRecordConfig, WireResult<RecordRepresentation>>((config, emit) => {
  const fields = qualifiedAll(config.fields);
  const optionalFields = qualifiedAll(config.optionalFields);
  const layoutTypes = list(config.layoutTypes);
  if (!config.recordId || fields.length + optionalFields.length + layoutTypes.length === 0) return undefined;
  const request = { id: config.recordId, fields, optionalFields, layoutTypes, modes: list(config.modes) };
  return watchRecord(request, (data, error) => emit({ data, error }));
});

interface GetRecordsConfig {
  readonly records:
    | readonly { readonly recordIds: readonly string[]; readonly fields?: Fields; readonly optionalFields?: Fields }[]
    | undefined;
}

interface BatchResults {
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

export const getRecords = wireAdapter<GetRecordsConfig, WireResult<BatchResults>>((config, emit) => {
  const groups = config.records;
  if (groups === undefined || groups.length === 0 || groups.some(({ recordIds }) => recordIds.length === 0))
    return undefined;
  const shown = new Set(groups.flatMap(({ recordIds }) => recordIds).map((id) => id.slice(0, 15)));
  return requestSource<GetRecordsConfig, BatchResults>(
    () => async () => ({ results: (await Promise.all(groups.map(fetchGroup))).flat() }),
    (_data, refetch) => listen({ shows: () => shown, refresh: refetch }),
  )(config, emit);
});

async function fetchGroup(group: NonNullable<GetRecordsConfig['records']>[number]): Promise<BatchResults['results']> {
  const fields = qualifiedAll(group.fields);
  const optionalFields = qualifiedAll(group.optionalFields);
  const path = `/ui-api/records/batch/${group.recordIds.join(',')}${queryString({ fields, optionalFields })}`;
  const { results } = await orgFetch<BatchResults>(path);
  return results.map(({ statusCode, result }) => {
    if (statusCode !== 200) return { statusCode, result };
    const record = result as RecordRepresentation;
    storeRecord(record);
    return { statusCode, result: projectRecord(record, [...fields, ...optionalFields]) };
  });
}
