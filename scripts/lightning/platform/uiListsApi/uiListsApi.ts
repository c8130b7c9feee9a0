import { listen } from '../data/changes.ts';
import { orgFetch, queryString } from '../data/org-fetch.ts';
import { idsIn, qualifiedAll } from '../data/record-types.ts';
import type { FieldReference } from '../data/record-types.ts';
import { requestSource, wireAdapter } from '../data/wire-adapter.ts';
import type { WireResult } from '../data/wire-adapter.ts';

interface ListConfig {
  readonly objectApiName: string | { readonly objectApiName: string } | undefined;
  readonly listViewApiName: string | undefined;
  readonly fields?: FieldReference | readonly FieldReference[];
  readonly optionalFields?: FieldReference | readonly FieldReference[];
  readonly sortBy?: string | readonly string[];
  readonly where?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
}

const nameOf = (object: string | { readonly objectApiName: string }): string =>
  typeof object === 'string' ? object : object.objectApiName;

export const getListInfoByName = wireAdapter<ListConfig, WireResult<unknown>>(
  requestSource(({ objectApiName, listViewApiName }) => {
    if (!objectApiName || !listViewApiName) return undefined;
    return () => orgFetch(`/ui-api/list-info/${nameOf(objectApiName)}/${listViewApiName}`);
  }),
);

export const getListInfosByObjectName = wireAdapter<ListConfig, WireResult<unknown>>(
  requestSource(({ objectApiName, pageSize, pageToken }) => {
    if (!objectApiName) return undefined;
    return () => orgFetch(`/ui-api/list-info/${nameOf(objectApiName)}${queryString({ pageSize, pageToken })}`);
  }),
);

export const getListRecordsByName = wireAdapter<ListConfig, WireResult<unknown>>((config, emit) => {
  const { objectApiName, listViewApiName } = config;
  if (!objectApiName || !listViewApiName) return undefined;
  let shown: ReadonlySet<string> = new Set();
  const body = {
    fields: qualifiedAll(config.fields),
    optionalFields: qualifiedAll(config.optionalFields),
    sortBy: config.sortBy === undefined ? [] : [config.sortBy].flat(),
    ...(config.where === undefined ? {} : { where: config.where }),
    ...(config.pageSize === undefined ? {} : { pageSize: config.pageSize }),
    ...(config.pageToken === undefined ? {} : { pageToken: config.pageToken }),
  };
  const ask = async (): Promise<unknown> => {
    const answer = await orgFetch(`/ui-api/list-records/${nameOf(objectApiName)}/${listViewApiName}`, {
      method: 'POST',
      body,
    });
    shown = idsIn(answer);
    return answer;
  };
  return requestSource<ListConfig, unknown>(
    () => ask,
    (_data, refetch) => listen({ shows: () => shown, refresh: refetch }),
  )(config, emit);
});
