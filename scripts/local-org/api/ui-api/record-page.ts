import { illegalParameter } from './access-errors.ts';

/** A page of a list: rows from `offset` on. */
export interface ListPage {
  readonly pageSize: number;
  readonly offset: number;
}

/** One row more than the page holds is read to know whether another page follows. */
export function pageClause({ pageSize, offset }: ListPage): string {
  return `LIMIT ${String(pageSize + 1)}${offset > 0 ? ` OFFSET ${String(offset)}` : ''}`;
}

/** Page tokens of the UI API are offsets. */
export function offsetOf(token: unknown): number {
  if (token === undefined || token === null) return 0;
  const offset = Number(token);
  if (!Number.isInteger(offset) || offset < 0 || offset > 2000)
    throw illegalParameter(`pageToken must be an offset from 0 to 2000, got ${String(token)}.`);
  return offset;
}

export interface PageLinks {
  readonly currentPageToken: string;
  readonly currentPageUrl: string;
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly previousPageToken: string | null;
  readonly previousPageUrl: string | null;
}

/** Tokens and addresses of this page and its neighbours. */
export function pageLinks(path: string, parameters: URLSearchParams, page: ListPage, hasMore: boolean): PageLinks {
  const urlAt = (offset: number): string => {
    const query = new URLSearchParams(parameters);
    query.set('pageSize', String(page.pageSize));
    query.set('pageToken', String(offset));
    return `${path}?${query.toString()}`;
  };
  const next = hasMore ? page.offset + page.pageSize : undefined;
  const previous = page.offset > 0 ? Math.max(0, page.offset - page.pageSize) : undefined;
  return {
    currentPageToken: String(page.offset),
    currentPageUrl: urlAt(page.offset),
    nextPageToken: next === undefined ? null : String(next),
    nextPageUrl: next === undefined ? null : urlAt(next),
    previousPageToken: previous === undefined ? null : String(previous),
    previousPageUrl: previous === undefined ? null : urlAt(previous),
  };
}
