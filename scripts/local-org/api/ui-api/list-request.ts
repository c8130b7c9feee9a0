import { OrgError } from '../../errors.ts';
import type { ApiRequest } from '../route.ts';
import { intInRange, listParameter, onlyParameters } from './query-parameters.ts';
import { offsetOf } from './record-page.ts';

/** What the records of a list can be asked for by, in an address or in a body. */
export interface ListRequest {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly offset: number;
  readonly sortBy: readonly string[];
  readonly where: string | undefined;
  readonly searchTerm: string | undefined;
}

const NAMES = ['fields', 'optionalFields', 'pageSize', 'pageToken', 'searchTerm', 'sortBy', 'where'];
const PAGE = { min: 1, max: 2000 };
const DEFAULT_PAGE_SIZE = 50;

export function listRequestOfQuery(request: ApiRequest): ListRequest {
  onlyParameters(request, NAMES);
  return {
    fields: listParameter(request, 'fields'),
    optionalFields: listParameter(request, 'optionalFields'),
    pageSize: intInRange('pageSize', request.query.get('pageSize') ?? DEFAULT_PAGE_SIZE, PAGE),
    offset: offsetOf(request.query.get('pageToken')),
    sortBy: listParameter(request, 'sortBy'),
    where: request.query.get('where') ?? undefined,
    searchTerm: request.query.get('searchTerm') ?? undefined,
  };
}

export function listRequestOfBody(body: unknown, alsoKnown: readonly string[] = []): ListRequest {
  if (!isObject(body)) throw unreadable('Expected an object.');
  const unknown = Object.keys(body).find((name) => !NAMES.includes(name) && !alsoKnown.includes(name));
  if (unknown !== undefined) throw unreadable(`Unexpected parameter encountered during deserialization: ${unknown}`);
  return {
    fields: words(body, 'fields'),
    optionalFields: words(body, 'optionalFields'),
    pageSize: intInRange('pageSize', body.pageSize ?? DEFAULT_PAGE_SIZE, PAGE),
    offset: offsetOf(body.pageToken),
    sortBy: words(body, 'sortBy'),
    where: word(body, 'where'),
    searchTerm: word(body, 'searchTerm'),
  };
}

function words(body: Record<string, unknown>, name: string): string[] {
  const value = body[name] ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((entry) => {
    if (typeof entry !== 'string') throw unreadable(`Expected ${name} to be a list of strings.`);
    return entry;
  });
}

function word(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw unreadable(`Expected ${name} to be a string.`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(message: string): OrgError {
  return new OrgError('JSON_PARSER_ERROR', message);
}
