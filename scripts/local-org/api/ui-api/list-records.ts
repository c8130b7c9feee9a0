import { runQuery } from '../../soql/run.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { ApiRequest } from '../route.ts';
import type { FieldTree } from './field-tree.ts';
import { orderClause, whereCondition } from './list-query.ts';
import type { ListRequest } from './list-request.ts';
import { nameFieldOf } from './name-fields.ts';
import { type PageLinks, pageClause, pageLinks } from './record-page.ts';
import { type RecordRepresentation, representer } from './record-representation.ts';
import { selectList } from './select-list.ts';
import { quotedPattern } from './soql-text.ts';

export interface ListPageOfRecords extends PageLinks {
  readonly count: number;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly records: readonly RecordRepresentation[];
}

/** One page of records of an object under conditions: what related lists, list views and lookups have in common. */
export function listRecords(
  request: ApiRequest,
  type: SObjectType,
  wanted: ListRequest,
  source: {
    readonly path: string;
    readonly tree: FieldTree;
    readonly conditions: readonly string[];
    readonly sortBy: readonly string[];
  },
): ListPageOfRecords {
  const { session } = request;
  const where = [
    ...source.conditions,
    ...optional(whereCondition(session, type, wanted.where)),
    ...searchCondition(type, wanted.searchTerm),
  ];
  const soql = [
    `SELECT ${selectList(source.tree).join(', ')} FROM ${type.name}`,
    ...(where.length === 0 ? [] : [`WHERE ${where.join(' AND ')}`]),
    `ORDER BY ${orderClause(session, type, wanted.sortBy.length > 0 ? wanted.sortBy : source.sortBy)} ${pageClause(wanted)}`,
  ].join(' ');
  const rows = runQuery(session, soql, { urlBase: request.urlBase }).records;
  const records = rows.slice(0, wanted.pageSize).map(representer(session, source.tree));
  return {
    count: records.length,
    ...pageLinks(source.path, addressOf(wanted), wanted, rows.length > wanted.pageSize),
    fields: wanted.fields,
    optionalFields: wanted.optionalFields,
    pageSize: wanted.pageSize,
    records,
  };
}

function searchCondition(type: SObjectType, term: string | undefined): string[] {
  const name = nameFieldOf(type);
  return term === undefined || term === '' || name === undefined
    ? []
    : [`${name.name} LIKE ${quotedPattern(term.replace(/\*/g, ''), 'contains')}`];
}

function addressOf(wanted: ListRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (wanted.fields.length > 0) parameters.set('fields', wanted.fields.join(','));
  if (wanted.optionalFields.length > 0) parameters.set('optionalFields', wanted.optionalFields.join(','));
  if (wanted.sortBy.length > 0) parameters.set('sortBy', wanted.sortBy.join(','));
  if (wanted.where !== undefined) parameters.set('where', wanted.where);
  if (wanted.searchTerm !== undefined) parameters.set('searchTerm', wanted.searchTerm);
  return parameters;
}

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
