import type { SObjectType } from '../../schema/model.ts';
import { FlatRecords } from '../flat-record.ts';
import type { ChildrenItem, SelectNode } from '../parse/query-tree.ts';
import { ReadyStatement } from '../ready-statement.ts';
import { aggregateSelect, isAggregateQuery } from './aggregate-select.ts';
import { checkClauses, checkInner } from './check-clauses.ts';
import { conditionSql } from './conditions.ts';
import { orderTerm } from './ordering.ts';
import { readableField, unknownRelationship } from './paths.ts';
import type { RecordPlan } from './record-plan.ts';
import type { Resolution } from './resolution.ts';
import { rowsOf } from './rows-of.ts';
import { recordSelect, type ColumnInfo, type RecordSelect } from './select-list.ts';
import { SelectScope } from './select-scope.ts';
import { checkSemijoins } from './semijoin.ts';
import { and, bind, joined, raw, sql, type Sql } from './sql.ts';
import { column, rowOrder } from './tables.ts';

export interface CompiledSelect {
  readonly kind: 'records' | 'aggregate' | 'count';
  readonly type: SObjectType;
  readonly statement: ReadyStatement;
  readonly plan: RecordPlan;
  /** For plans without parents, children and TYPEOF. */
  readonly flat: FlatRecords | undefined;
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

/** Steps from the object in FROM down to its children's children. */
const MOST_LEVELS = 4;
const MOST_CHILD_QUERIES = 20;

export function compileSelect(resolution: Resolution, node: SelectNode, deletedToo: boolean): CompiledSelect {
  const type = resolution.queryable(node.from, node.fromAt);
  checkClauses(resolution, node, type);
  const scope = new SelectScope(resolution, type, node);
  if (isCount(node)) return countSelect(scope, node, deletedToo);
  if (isAggregateQuery(node)) return groupedSelect(scope, node, deletedToo);
  const list = recordSelect(scope, node);
  const children = compileAllChildren({ resolution, deletedToo, level: 1 }, scope, list, node);
  const where = whereOf(scope, node, deletedToo);
  const order = orderBy(scope, node);
  const statement = sql`SELECT ${joined(list.columns.all, ', ')} FROM ${scope.tables.from()} WHERE ${where} ORDER BY ${order} ${page(node)}`;
  return {
    kind: 'records',
    type,
    statement: new ReadyStatement(statement),
    plan: list.plan,
    flat: FlatRecords.of(list.plan),
    infos: list.infos,
    children,
    purpose: node.purpose,
  };
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
  if (node.groupBy.length > 0 || node.orderBy.length > 0 || node.purpose) {
    throw scope.resolution.error('MALFORMED_QUERY', node.fromAt, 'COUNT() takes no GROUP BY, ORDER BY or FOR');
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
    flat: undefined,
    infos: [],
    children: [],
    purpose: undefined,
  };
}

function groupedSelect(scope: SelectScope, node: SelectNode, deletedToo: boolean): CompiledSelect {
  const { plan, infos, statement } = aggregateSelect(scope, node, () => whereOf(scope, node, deletedToo));
  return {
    kind: 'aggregate',
    type: scope.type,
    statement: new ReadyStatement(sql`${statement} ${page(node)}`),
    plan,
    flat: FlatRecords.of(plan),
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
  if (node.where) {
    checkSemijoins(scope.resolution, node.where, false);
    parts.push(conditionSql(scope, node.where, 'where'));
  }
  return and(parts);
}

/** Equal rows come in the order in which they were made, so that pages never overlap. */
function orderBy(scope: SelectScope, node: SelectNode): Sql {
  const terms = node.orderBy.map((item) => {
    if (scope.resolve(item.expression).aggregate)
      throw scope.resolution.error(
        'MALFORMED_QUERY',
        item.expression.at,
        'Aggregate functions in ORDER BY need a GROUP BY',
      );
    return orderTerm(scope, item);
  });
  return joined([...terms, rowOrder(scope.tables.root)], ', ');
}

function page(node: SelectNode): Sql {
  if (node.limit === undefined && node.offset === undefined) return raw('');
  return raw(`LIMIT ${node.limit ?? -1}${node.offset === undefined ? '' : ` OFFSET ${node.offset}`}`);
}

interface Outer {
  readonly resolution: Resolution;
  readonly deletedToo: boolean;
  readonly level: number;
}

function compileAllChildren(
  outer: Outer,
  scope: SelectScope,
  list: RecordSelect,
  node: SelectNode,
): CompiledChildren[] {
  const { resolution, level } = outer;
  const refuse = (message: string) => resolution.error('MALFORMED_QUERY', node.fromAt, message);
  if (list.children.length > MOST_CHILD_QUERIES)
    throw refuse(`No more than ${MOST_CHILD_QUERIES} child sub-queries are allowed`);
  if (list.children.length > 0 && level > MOST_LEVELS)
    throw refuse(
      `SOQL statements cannot query aggregate relationships more than ${MOST_LEVELS} levels away from the root entity object.`,
    );
  return list.children.map((item) => {
    if (item.query.offset !== undefined && node.limit !== 1)
      throw refuse('OFFSET in a child sub-query is only allowed when the parent query has LIMIT 1');
    return compileChildren(outer, scope, node, item, list.plan);
  });
}

/** A child query runs once for all parents of the result; LIMIT counts per parent. */
function compileChildren(
  outer: Outer,
  parentScope: SelectScope,
  parentNode: SelectNode,
  item: ChildrenItem,
  plan: RecordPlan,
): CompiledChildren {
  const { resolution, deletedToo } = outer;
  const parent = parentScope.type;
  const node = item.query;
  const [name = '', ...prefix] = node.from.split('.').reverse();
  const owner = prefix.reverse().join('.').toLowerCase();
  const known = owner === '' || owner === parent.name.toLowerCase() || owner === parentNode.alias?.toLowerCase();
  const found = resolution.schema
    .children(parent.name)
    .find((each) => known && each.relationshipName?.toLowerCase() === name.toLowerCase());
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
  checkClauses(resolution, node, type);
  checkInner(resolution, node, 'a child sub-query');
  const scope = new SelectScope(resolution, type, node);
  const key = readableField(resolution, type, found.field, node.fromAt);
  const list = recordSelect(scope, node);
  const order = orderBy(scope, node);
  const foreignKey = column(scope.tables.root, key);
  const ofParents = sql`${foreignKey} IN (SELECT value FROM json_each(${bind((context) => context.parentIds ?? '[]')}))`;
  const where = and([ofParents, whereOf(scope, node, deletedToo)]);
  const children = compileAllChildren({ ...outer, level: outer.level + 1 }, scope, list, node);
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
    flat: FlatRecords.of(list.plan),
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
