import { objectInfo } from '../platform/data/object-info-cache.ts';
import { orgFetch, queryString } from '../platform/data/org-fetch.ts';
import type { RecordRepresentation } from '../platform/data/record-types.ts';
import type { ListColumn } from './related-columns.ts';
import { withParentNames } from './related-columns.ts';

export interface ListSummary {
  readonly apiName: string;
  readonly label: string;
}

export interface ListInfo {
  readonly label: string;
  readonly columns: readonly (ListColumn & { readonly sortable: boolean })[];
  readonly orderedBy: { readonly path: string; readonly label: string; readonly ascending: boolean } | undefined;
}

export interface ListPage {
  readonly records: readonly RecordRepresentation[];
  readonly next: string | undefined;
}

interface ListInfoAnswer {
  readonly label: string;
  readonly displayColumns: readonly {
    readonly fieldApiName: string;
    readonly label: string;
    readonly sortable: boolean;
  }[];
  readonly orderedByInfo?: readonly {
    readonly fieldApiName: string;
    readonly label: string;
    readonly isAscending: boolean;
  }[];
}

export async function listViewsOf(object: string): Promise<readonly ListSummary[]> {
  const { lists } = await orgFetch<{ lists: readonly ListSummary[] }>(
    `/ui-api/list-info/${object}${queryString({ pageSize: 200 })}`,
  );
  return lists;
}

export async function listInfoOf(object: string, list: string): Promise<ListInfo> {
  const answer = await orgFetch<ListInfoAnswer>(`/ui-api/list-info/${object}/${list}`);
  const order = answer.orderedByInfo?.[0];
  return {
    label: answer.label,
    columns: answer.displayColumns.map(({ fieldApiName, label, sortable }) => ({
      path: fieldApiName,
      label,
      sortable,
    })),
    orderedBy:
      order === undefined ? undefined : { path: order.fieldApiName, label: order.label, ascending: order.isAscending },
  };
}

export interface ListQuestion {
  readonly object: string;
  readonly list: string;
  /** Below the object; those of the list view come anyway. */
  readonly fields: readonly string[];
  readonly sortBy?: string;
  readonly searchTerm?: string;
  readonly pageSize: number;
  readonly pageToken?: string;
}

export async function listPageOf({
  object,
  list,
  fields,
  sortBy,
  searchTerm,
  pageSize,
  pageToken,
}: ListQuestion): Promise<ListPage> {
  const info = await objectInfo(object);
  const answer = await orgFetch<{ records: readonly RecordRepresentation[]; nextPageToken: string | null }>(
    `/ui-api/list-records/${object}/${list}`,
    {
      method: 'POST',
      body: {
        fields: [],
        optionalFields: withParentNames(fields, info).map((field) => `${object}.${field}`),
        sortBy: sortBy === undefined ? [] : [sortBy],
        pageSize,
        ...(searchTerm ? { searchTerm } : {}),
        ...(pageToken === undefined ? {} : { pageToken }),
      },
    },
  );
  return { records: answer.records, next: answer.nextPageToken ?? undefined };
}

const RECENT = 'lightning-list-';

/** The list view that the person used last in this browser, as an org remembers it. */
export const rememberedList = (object: string): string | null => localStorage.getItem(`${RECENT}${object}`);
export const rememberList = (object: string, list: string): void => localStorage.setItem(`${RECENT}${object}`, list);
