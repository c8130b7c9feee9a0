import { getArgumentValues } from 'graphql';
import type { QueryRecord } from '../../soql/contract.ts';
import { quoted } from '../ui-api/soql-text.ts';
import type { Connection } from './connection.ts';
import { filterToSoql } from './filter-to-soql.ts';
import { orderArgument } from './order-argument.ts';
import { orderToSoql } from './order-to-soql.ts';
import { connectionOfPage, pageOf } from './page.ts';
import { query, type Reader } from './reader.ts';
import type { RecordNode } from './record-node.ts';
import type { ChildSelection, RecordSelection } from './record-selection.ts';
import { recordType } from './record-type.ts';
import { IDS_PER_QUERY, selectColumns } from './select-columns.ts';

/** Builds what stands below the rows; handed in, since children may look up records with children of their own. */
type BuildNodes = (reader: Reader, selection: RecordSelection, records: readonly QueryRecord[]) => RecordNode[];

/** The child connections of many parents: all children in one statement, then shared out and cut into each parent's page. */
export function readChildren(
  reader: Reader,
  child: ChildSelection,
  parentIds: readonly string[],
  buildNodes: BuildNodes,
): (parentId: string) => Connection<RecordNode> {
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
