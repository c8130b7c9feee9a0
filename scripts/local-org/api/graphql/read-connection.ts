import type { FieldNode } from 'graphql';
import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { noSuchColumn } from '../ui-api/access-errors.ts';
import { quoted } from '../ui-api/soql-text.ts';
import { buildNodes } from './build-nodes.ts';
import type { Connection } from './connection.ts';
import { filterToSoql } from './filter-to-soql.ts';
import { orderArgument } from './order-argument.ts';
import { orderToSoql } from './order-to-soql.ts';
import { connectionOfPage, pageOf } from './page.ts';
import { count, query, type Reader } from './reader.ts';
import type { RecordNode } from './record-node.ts';
import { asksFor, nodeSets, recordSelection } from './record-selection.ts';
import { selectColumns } from './select-columns.ts';

/** SOQL skips at most this many rows by OFFSET; further pages are cut from a longer result. */
const MAX_OFFSET = 2000;

/** A connection under `uiapi.query`: one SOQL for its records, one per child relationship, one more when the total is asked for. */
export function readConnection(
  reader: Reader,
  type: SObjectType,
  nodes: readonly FieldNode[],
  args: Readonly<Record<string, unknown>>,
): Connection<RecordNode> {
  const selection = recordSelection(reader, type, nodeSets(reader, nodes));
  const page = pageOf(args);
  const where = whereOf(reader, type, args);
  const order = orderToSoql(reader.request.session, type, orderArgument(reader, nodes));
  const skip = page.offset <= MAX_OFFSET ? page.offset : 0;
  const limit = page.first + 1 + page.offset - skip;
  const clauses = [
    `SELECT ${selectColumns(selection).join(', ')} FROM ${type.name}`,
    ...(where === undefined ? [] : [`WHERE ${where}`]),
    `ORDER BY ${order} LIMIT ${String(limit)}`,
    ...(skip > 0 ? [`OFFSET ${String(skip)}`] : []),
  ];
  const records = query(reader, clauses.join(' ')).slice(page.offset - skip);
  const built = buildNodes(reader, selection, records.slice(0, page.first));
  const totalCount = asksFor(reader, nodes, 'totalCount')
    ? count(reader, type.name, where)
    : page.offset + records.length;
  return connectionOfPage(built, page, { hasNextPage: records.length > page.first, totalCount });
}

export function whereOf(
  reader: Reader,
  type: SObjectType,
  args: Readonly<Record<string, unknown>>,
): string | undefined {
  const conditions = [filterToSoql(reader.request.session, type, args.where), scopeCondition(reader, type, args.scope)];
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? undefined : given.join(' AND ');
}

function scopeCondition(reader: Reader, type: SObjectType, scope: unknown): string | undefined {
  if (scope === undefined || scope === null || scope === 'EVERYTHING') return undefined;
  if (scope !== 'MINE') throw new NotSupportedError(`GraphQL scope ${String(scope)}`);
  if (type.field('OwnerId') === undefined) throw noSuchColumn('OwnerId', type);
  return `OwnerId = ${quoted(reader.request.session.user.id)}`;
}
