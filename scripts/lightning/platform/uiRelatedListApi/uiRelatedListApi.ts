import { listen } from '../data/changes.ts';
import { cachedGet } from '../data/object-info-cache.ts';
import { orgFetch, queryString } from '../data/org-fetch.ts';
import { idsIn, qualifiedAll } from '../data/record-types.ts';
import type { FieldReference, RecordRepresentation } from '../data/record-types.ts';
import { requestSource, wireAdapter } from '../data/wire-adapter.ts';
import type { WireResult } from '../data/wire-adapter.ts';

interface RelatedConfig {
  readonly parentRecordId: string | undefined;
  readonly relatedListId: string | undefined;
  readonly fields?: FieldReference | readonly FieldReference[];
  readonly optionalFields?: FieldReference | readonly FieldReference[];
  readonly sortBy?: string | readonly string[];
  readonly where?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
}

export interface RelatedRecords {
  readonly count: number;
  readonly records: readonly RecordRepresentation[];
  readonly nextPageToken: string | null;
}

export const getRelatedListRecords = wireAdapter<RelatedConfig, WireResult<RelatedRecords>>((config, emit) => {
  const { parentRecordId, relatedListId } = config;
  if (!parentRecordId || !relatedListId) return undefined;
  let shown = new Set([parentRecordId.slice(0, 15)]);
  const body = {
    fields: qualifiedAll(config.fields),
    optionalFields: qualifiedAll(config.optionalFields),
    sortBy: config.sortBy === undefined ? [] : [config.sortBy].flat(),
    ...(config.where === undefined ? {} : { where: config.where }),
    ...(config.pageSize === undefined ? {} : { pageSize: config.pageSize }),
    ...(config.pageToken === undefined ? {} : { pageToken: config.pageToken }),
  };
  const ask = async (): Promise<RelatedRecords> => {
    const path = `/ui-api/related-list-records/${parentRecordId}/${relatedListId}`;
    const answer = await orgFetch<RelatedRecords>(path, { method: 'POST', body });
    shown = idsIn([parentRecordId, answer.records]);
    return answer;
  };
  return requestSource<RelatedConfig, RelatedRecords>(
    () => ask,
    (_data, refetch) => listen({ shows: () => shown, refresh: refetch }),
  )(config, emit);
});

export const getRelatedListCount = wireAdapter<RelatedConfig, WireResult<{ count: number }>>(
  requestSource(
    ({ parentRecordId, relatedListId }) => {
      if (!parentRecordId || !relatedListId) return undefined;
      return () => orgFetch(`/ui-api/related-list-count/${parentRecordId}/${relatedListId}`);
    },
    (_data, refetch) => listen({ shows: () => new Set(), refresh: refetch }),
  ),
);

interface InfoConfig {
  readonly parentObjectApiName: string | { readonly objectApiName: string } | undefined;
  readonly recordTypeId?: string;
  readonly relatedListId?: string;
}

const parentOf = ({ parentObjectApiName: parent }: InfoConfig): string | undefined =>
  parent === undefined || typeof parent === 'string' ? parent : parent.objectApiName;

export const getRelatedListsInfo = wireAdapter<InfoConfig, WireResult<unknown>>(
  requestSource((config) => {
    const parent = parentOf(config);
    if (!parent) return undefined;
    return () => cachedGet(`/ui-api/related-list-info/${parent}${queryString({ recordTypeId: config.recordTypeId })}`);
  }),
);

export const getRelatedListInfo = wireAdapter<InfoConfig, WireResult<unknown>>(
  requestSource((config) => {
    const parent = parentOf(config);
    if (!parent || !config.relatedListId) return undefined;
    const parameters = queryString({ recordTypeId: config.recordTypeId });
    return () => cachedGet(`/ui-api/related-list-info/${parent}/${config.relatedListId}${parameters}`);
  }),
);
