import type { FieldNode } from 'graphql';
import type { SObjectType } from '../../schema/model.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { displayValue } from '../ui-api/display-value.ts';
import { picklistLabel } from '../ui-api/labels.ts';
import { rawValue } from '../ui-api/record-representation.ts';
import type { Viewer } from '../ui-api/viewer.ts';
import { type AggregateColumn, aggregateColumns, aggregateOrder, groupByClause } from './aggregate-plan.ts';
import type { Connection } from './connection.ts';
import { connectionOfPage, pageOf } from './page.ts';
import { orderArgument } from './order-argument.ts';
import { whereOf } from './read-connection.ts';
import { query, type Reader } from './reader.ts';
import { nodeSets } from './record-selection.ts';
import { selectedFields } from './selected-fields.ts';
import type { FieldCell } from './value-types.ts';

/** One row of an aggregate result. */
export interface AggregateNode {
  readonly row: QueryRecord;
  readonly columns: ReadonlyMap<string, AggregateColumn>;
  readonly viewer: Viewer;
}

/** A connection under `uiapi.aggregate`: one SOQL with GROUP BY; its groups are few, so pages are cut here. */
export function readAggregate(
  reader: Reader,
  type: SObjectType,
  nodes: readonly FieldNode[],
  args: Readonly<Record<string, unknown>>,
): Connection<AggregateNode> {
  const sets = [...selectedFields(reader, nodeSets(reader, nodes)).values()].flat().map((node) => node.selectionSet);
  const columns = aggregateColumns(reader, type, sets);
  const page = pageOf(args);
  const selected =
    columns.length > 0 ? columns.map(({ expression, alias }) => `${expression} ${alias}`) : ['COUNT(Id) c0'];
  const where = whereOf(reader, type, args);
  const groupBy = groupByClause(args.groupBy);
  const order = aggregateOrder(orderArgument(reader, nodes));
  const soql = [
    `SELECT ${selected.join(', ')} FROM ${type.name}`,
    ...(where === undefined ? [] : [`WHERE ${where}`]),
    ...(groupBy === undefined ? [] : [`GROUP BY ${groupBy}`]),
    ...(order.length === 0 ? [] : [`ORDER BY ${order.join(', ')}`]),
  ].join(' ');
  const rows = query(reader, soql);
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const all = rows
    .slice(page.offset, page.offset + page.first)
    .map((row): AggregateNode => ({ row, columns: byKey, viewer: reader.viewer }));
  return connectionOfPage(all, page, { hasNextPage: rows.length > page.offset + page.first, totalCount: rows.length });
}

/** A grouped field's value. */
export function groupedCell(node: AggregateNode, key: string): FieldCell {
  const column = node.columns.get(key);
  if (column === undefined) return { value: null, displayValue: null, label: null };
  const value = rawValue(column.field, node.row[column.alias]);
  const label =
    value === null || column.field.picklist === undefined
      ? null
      : picklistLabel(column.field, String(value), node.viewer.language);
  return { value, displayValue: displayValue(column.field, value, node.viewer), label };
}

/** What a function returned. Sums and extremes are shown as the field is, counts and parts of dates as plain numbers. */
export function calledCell(node: AggregateNode, key: string, like: 'field' | 'number'): FieldCell {
  const column = node.columns.get(key);
  const value = column === undefined ? null : rawValue(column.field, node.row[column.alias]);
  if (column === undefined || value === null) return { value: null, displayValue: null, label: null };
  const shown = like === 'field' ? displayValue(column.field, value, node.viewer) : null;
  return { value, displayValue: shown, label: null };
}
