import { getArgumentValues } from 'graphql';
import type { QueryRecord } from '../../soql/contract.ts';
import { quoted } from '../ui-api/soql-text.ts';
import { buildNodes, IDS_PER_QUERY, selectColumns } from './build-nodes.ts';
import type { Connection } from './connection-types.ts';
import { filterToSoql } from './filter-to-soql.ts';
import { orderToSoql } from './order-to-soql.ts';
import { connectionOfPage, pageOf } from './page.ts';
import { query, type Reader } from './reader.ts';
import { orderArgument } from './read-connection.ts';
import { recordType } from './record-type.ts';
import type { ChildSelection } from './record-selection.ts';

/** The child connections of many parents: all children in one statement, then shared out and cut into each parent's page. */
export function readChildren(
  reader: Reader,
  child: ChildSelection,
  parentIds: readonly string[],
): (parentId: string) => Connection {
  const args = argumentsOf(reader, child);
  const page = pageOf(args);
  const groups = Map.groupBy(readRows(reader, child, parentIds, args), (row) =>
    String(row[child.relationship.field.name]),
  );
  const pageRows = [...groups.values()].flatMap((rows) => rows.slice(page.offset, page.offset + page.first));
  const nodes = new Map(buildNodes(reader, child.selection, pageRows).map((node) => [node.record, node]));
  return (parentId) => {
    const rows = groups.get(parentId) ?? [];
    const own = rows.slice(page.offset, page.offset + page.first).flatMap((row) => nodes.get(row) ?? []);
    return connectionOfPage(own, page, {
      hasNextPage: rows.length > page.offset + page.first,
      totalCount: rows.length,
    });
  };
}

function readRows(
  reader: Reader,
  child: ChildSelection,
  parentIds: readonly string[],
  args: Record<string, unknown>,
): QueryRecord[] {
  const { child: type, field } = child.relationship;
  const where = filterToSoql(reader.request.session, type, args.where);
  const order = orderToSoql(reader.request.session, type, orderArgument(reader, child.nodes));
  const columns = [...new Set([...selectColumns(child.selection), field.name])].join(', ');
  const rows: QueryRecord[] = [];
  for (let start = 0; start < parentIds.length; start += IDS_PER_QUERY) {
    const parents = parentIds
      .slice(start, start + IDS_PER_QUERY)
      .map(quoted)
      .join(', ');
    const conditions = [`${field.name} IN (${parents})`, ...(where === undefined ? [] : [where])].join(' AND ');
    rows.push(...query(reader, `SELECT ${columns} FROM ${type.name} WHERE ${conditions} ORDER BY ${order}`));
  }
  return rows;
}

function argumentsOf(reader: Reader, child: ChildSelection): Record<string, unknown> {
  const [node] = child.nodes;
  const definition = recordType(reader.types, child.parent).getFields()[child.relationship.name];
  return node === undefined || definition === undefined ? {} : getArgumentValues(definition, node, reader.variables);
}
