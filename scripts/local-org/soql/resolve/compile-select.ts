import { NotSupportedError, OrgError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { ChildrenItem, SelectNode } from '../parse/query-tree.ts';
import { aggregateSelect, groupingSets, groupTerms, isAggregateQuery } from './aggregate-select.ts';
import { conditionSql } from './conditions.ts';
import { readableField, unknownRelationship } from './paths.ts';
import { orderTerm } from './ordering.ts';
import type { RecordPlan } from './record-plan.ts';
import type { Resolution } from './resolution.ts';
import { rowsOf } from './rows-of.ts';
import { recordSelect, type ColumnInfo } from './select-list.ts';
import { ReadyStatement } from '../ready-statement.ts';
import { SelectScope } from './select-scope.ts';
import { and, bind, joined, raw, sql, type Sql } from './sql.ts';
import { column, rowOrder } from './tables.ts';

export interface CompiledSelect {
  readonly kind: 'records' | 'aggregate' | 'count';
  readonly type: SObjectType;
  readonly statement: ReadyStatement;
  readonly plan: RecordPlan;
  readonly infos: readonly ColumnInfo[];
  readonly children: readonly CompiledChildren[];
  readonly purpose: SelectNode['purpose'];
}

export interface CompiledChildren {
  /** Key in the parent's record. */
  readonly key: string;
  /** Its rows carry the parent's id in their last column. */
  readonly select: CompiledSelect;
}

const MOST_OFFSET = 2_000;

export function compileSelect(resolution: Resolution, node: SelectNode, deletedToo: boolean): CompiledSelect {
  const type = resolution.queryable(node.from, node.fromAt);
  checkClauses(resolution, node);
  const scope = new SelectScope(resolution, type, node);
  if (isCount(node)) return countSelect(scope, node, deletedToo);
  if (isAggregateQuery(node)) return groupedSelect(scope, node, deletedToo);
  const list = recordSelect(scope, node);
  const children = list.children.map((item) => compileChildren(resolution, type, item, deletedToo, list.plan));
  const where = whereOf(scope, node, deletedToo);
  const order = orderBy(scope, node);
  const statement = sql`SELECT ${joined(list.columns.all, ', ')} FROM ${scope.tables.from()} WHERE ${where} ORDER BY ${order} ${page(node)}`;
  return {
    kind: 'records',
    type,
    statement: new ReadyStatement(statement),
    plan: list.plan,
    infos: list.infos,
    children,
    purpose: node.purpose,
  };
}

function checkClauses(resolution: Resolution, node: SelectNode): void {
  if (node.scope !== undefined && !['everything', 'mine'].includes(node.scope.toLowerCase())) {
    throw new NotSupportedError(`SOQL clause USING SCOPE ${node.scope}`);
  }
  if ((node.offset ?? 0) > MOST_OFFSET) {
    throw new OrgError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MOST_OFFSET}`);
  }
  if (node.having && node.groupBy.length === 0) {
    throw resolution.error('MALFORMED_QUERY', node.fromAt, 'Having requires a Group By');
  }
}

/** `SELECT COUNT() FROM …` answers with a number and no records. */
function isCount(node: SelectNode): boolean {
  const [item] = node.items;
  if (node.items.length !== 1 || item?.kind !== 'column' || item.expression.kind !== 'call') return false;
  return (
    item.expression.name.toLowerCase() === 'count' && item.expression.arguments.length === 0 && item.alias === undefined
  );
}

function countSelect(scope: SelectScope, node: SelectNode, deletedToo: boolean): CompiledSelect {
  if (node.groupBy.length > 0 || node.orderBy.length > 0) {
    throw scope.resolution.error(
      'MALFORMED_QUERY',
      node.fromAt,
      'COUNT() must be the only element in the SELECT list and takes no GROUP BY or ORDER BY',
    );
  }
  const where = whereOf(scope, node, deletedToo);
  const rows = sql`FROM ${scope.tables.from()} WHERE ${where}`;
  const statement =
    node.limit === undefined && node.offset === undefined
      ? sql`SELECT count(*) ${rows}`
      : sql`SELECT count(*) FROM (SELECT 1 ${rows} ${page(node)})`;
  return {
    kind: 'count',
    type: scope.type,
    statement: new ReadyStatement(statement),
    plan: { entries: [] },
    infos: [],
    children: [],
    purpose: undefined,
  };
}

function groupedSelect(scope: SelectScope, node: SelectNode, deletedToo: boolean): CompiledSelect {
  const { groups, plan, infos, columns } = aggregateSelect(scope, node);
  const order = node.orderBy.map((item) => orderTerm(scope, item));
  const where = whereOf(scope, node, deletedToo);
  const having = node.having ? sql`HAVING ${conditionSql(scope, node.having, 'having')}` : raw('');
  const from = scope.tables.from();
  const selects = groupingSets(groups.length, node.grouping).map((present) => {
    const terms = groupTerms(groups, present);
    const grouped = terms.length > 0 ? sql`GROUP BY ${joined(terms, ', ')}` : raw('');
    return sql`SELECT ${joined(columns(present), ', ')} FROM ${from} WHERE ${where} ${grouped} ${having}`;
  });
  if (selects.length > 1 && order.length > 0)
    throw new NotSupportedError('SOQL clause ORDER BY with GROUP BY ROLLUP or CUBE');
  const ordered = order.length > 0 ? sql`ORDER BY ${joined(order, ', ')}` : raw('');
  const statement = sql`${joined(selects, ' UNION ALL ')} ${ordered} ${page(node)}`;
  return {
    kind: 'aggregate',
    type: scope.type,
    statement: new ReadyStatement(statement),
    plan,
    infos,
    children: [],
    purpose: undefined,
  };
}

function whereOf(scope: SelectScope, node: SelectNode, deletedToo: boolean): Sql {
  const parts = [rowsOf(scope, deletedToo || node.allRows)];
  if (node.scope?.toLowerCase() === 'mine') {
    parts.push(sql`${raw(`${scope.tables.root.alias}."OwnerId"`)} = ${bind((context) => context.session.user.id)}`);
  }
  if (node.where) parts.push(conditionSql(scope, node.where, 'where'));
  return and(parts);
}

/** Equal rows come in the order in which they were made, so that pages never overlap. */
function orderBy(scope: SelectScope, node: SelectNode): Sql {
  return joined([...node.orderBy.map((item) => orderTerm(scope, item)), rowOrder(scope.tables.root)], ', ');
}

function page(node: SelectNode): Sql {
  if (node.limit === undefined && node.offset === undefined) return raw('');
  return raw(`LIMIT ${node.limit ?? -1}${node.offset === undefined ? '' : ` OFFSET ${node.offset}`}`);
}

/** A child query runs once for all parents of the result; LIMIT counts per parent. */
function compileChildren(
  resolution: Resolution,
  parent: SObjectType,
  item: ChildrenItem,
  deletedToo: boolean,
  plan: RecordPlan,
): CompiledChildren {
  const node = item.query;
  const name = node.from.split('.').at(-1) ?? '';
  const found = resolution.schema
    .children(parent.name)
    .find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
  if (!found) {
    const path = { kind: 'path', parts: [node.from], at: node.fromAt } as const;
    throw resolution.error('INVALID_TYPE', node.fromAt, unknownRelationship(name, path));
  }
  const type = resolution.queryable(found.child, node.fromAt);
  if (isCount(node) || isAggregateQuery(node)) {
    throw resolution.error(
      'MALFORMED_QUERY',
      node.fromAt,
      'Aggregate functions and GROUP BY are not allowed in a child sub-query',
    );
  }
  checkClauses(resolution, node);
  const scope = new SelectScope(resolution, type, node);
  const key = readableField(resolution, type, found.field, node.fromAt);
  const list = recordSelect(scope, node);
  const order = orderBy(scope, node);
  const foreignKey = column(scope.tables.root, key);
  const ofParents = sql`${foreignKey} IN (SELECT value FROM json_each(${bind((context) => context.parentIds ?? '[]')}))`;
  const where = and([ofParents, whereOf(scope, node, deletedToo)]);
  const children = list.children.map((each) => compileChildren(resolution, type, each, deletedToo, list.plan));
  const columns = joined([...list.columns.all, foreignKey], ', ');
  const statement = limited(
    node,
    sql`SELECT ${columns}`,
    foreignKey,
    order,
    sql`FROM ${scope.tables.from()} WHERE ${where}`,
    list.columns.all.length + 1,
  );
  rename(plan, node.from, found.relationshipName ?? name);
  const select: CompiledSelect = {
    kind: 'records',
    type,
    statement: new ReadyStatement(statement),
    plan: list.plan,
    infos: list.infos,
    children,
    purpose: undefined,
  };
  return { key: found.relationshipName ?? name, select };
}

function limited(node: SelectNode, select: Sql, foreignKey: Sql, order: Sql, rows: Sql, width: number): Sql {
  if (node.limit === undefined && node.offset === undefined) return sql`${select} ${rows} ORDER BY ${order}`;
  const first = node.offset ?? 0;
  const last = node.limit === undefined ? '' : ` AND place <= ${first + node.limit}`;
  const names = Array.from({ length: width }, (_, index) => `c${index}`);
  const inner = sql`${select}, row_number() OVER (PARTITION BY ${foreignKey} ORDER BY ${order}) ${rows}`;
  return sql`WITH ranked(${raw([...names, 'place'].join(', '))}) AS (${inner}) SELECT ${raw(names.join(', '))} FROM ranked WHERE place > ${raw(String(first))}${raw(last)} ORDER BY place`;
}

function rename(plan: RecordPlan, written: string, canonical: string): void {
  const index = plan.entries.findIndex((entry) => entry.kind === 'children' && entry.key === written);
  const entry = plan.entries[index];
  if (entry?.kind === 'children') plan.entries[index] = { ...entry, key: canonical };
}
