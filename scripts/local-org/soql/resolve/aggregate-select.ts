import type { FieldType } from '../../schema/model.ts';
import type { Expression, OrderItem, SelectNode } from '../parse/query-tree.ts';
import { isAggregate } from './aggregates.ts';
import { checkAggregates, checkDistinct } from './check-aggregates.ts';
import { caseless } from './comparison.ts';
import { conditionSql } from './conditions.ts';
import { isFieldsItem } from './fields-function.ts';
import { orderTerm } from './ordering.ts';
import { isLongText, type Resolved } from './expression.ts';
import type { Entry, RecordPlan } from './record-plan.ts';
import type { ColumnInfo } from './select-list.ts';
import type { SelectScope } from './select-scope.ts';
import { showOf } from './show-value.ts';
import { joined, raw, sql, type Sql } from './sql.ts';

export interface AggregateSelect {
  readonly statement: Sql;
  readonly plan: RecordPlan;
  readonly infos: readonly ColumnInfo[];
}

/** A column is an aggregate, a group, or GROUPING() of a group. */
type Part =
  { readonly kind: 'aggregate'; readonly sql: Sql } | { readonly kind: 'group' | 'grouping'; readonly group: number };

export function isAggregateQuery(node: SelectNode): boolean {
  return (
    node.groupBy.length > 0 || node.items.some((item) => item.kind === 'column' && holdsAggregate(item.expression))
  );
}

function holdsAggregate(expression: Expression): boolean {
  if (expression.kind === 'path') return false;
  return (
    isAggregate(expression.name) ||
    expression.arguments.some((argument) => argument.kind === 'call' && holdsAggregate(argument))
  );
}

export function aggregateSelect(scope: SelectScope, node: SelectNode, where: () => Sql): AggregateSelect {
  checkAggregates(scope.resolution, node);
  const groups = node.groupBy.map((expression) => groupOf(scope, expression));
  checkDistinct(scope, node, groups);
  const { parts, plan, infos } = selectList(scope, node, groups);
  const ordered = node.orderBy.map((item) => orderedPart(scope, item, groups));
  const rows = where();
  const from = scope.tables.from();
  const sets = groupingSets(groups.length, node.grouping);
  // Each set orders by its own columns, so what is ordered by stands behind what is selected.
  const all = sets.length > 1 ? [...parts, ...ordered.map(({ part }) => part)] : parts;
  const selects = sets.map((present) => {
    const terms = groupTerms(groups, present);
    const grouped = terms.length > 0 ? sql`GROUP BY ${joined(terms, ', ')}` : raw('');
    const columns = all.map((part) => columnOf(part, groups, present));
    const having = havingClause(scope, node, groups, present);
    return sql`SELECT ${joined(columns, ', ')} FROM ${from} WHERE ${rows} ${grouped} ${having}`;
  });
  const terms = ordered.map(({ term, direction }, index) =>
    sets.length > 1 ? raw(`${parts.length + index + 1} ${direction}`) : term,
  );
  const order = terms.length > 0 ? sql`ORDER BY ${joined(terms, ', ')}` : raw('');
  return { statement: sql`${joined(selects, ' UNION ALL ')} ${order}`, plan, infos };
}

function selectList(
  scope: SelectScope,
  node: SelectNode,
  groups: readonly Resolved[],
): { parts: Part[]; plan: RecordPlan; infos: ColumnInfo[] } {
  const parts: Part[] = [];
  const entries: Entry[] = [];
  const infos: ColumnInfo[] = [];
  let unnamed = 0;
  for (const item of node.items) {
    if (item.kind !== 'column' || isFieldsItem(item))
      throw scope.resolution.error(
        'MALFORMED_QUERY',
        node.fromAt,
        'Sub-queries, TYPEOF and FIELDS() are not allowed in an aggregate query',
      );
    const { part, what } = partOf(scope, item.expression, groups);
    const named =
      item.alias ?? (what.name === 'expr' ? `expr${unnamed++}` : (what.name.split('.').at(-1) ?? what.name));
    if (entries.some((entry) => entry.key.toLowerCase() === named.toLowerCase())) {
      throw scope.resolution.error('MALFORMED_QUERY', item.expression.at, `duplicate alias: ${named}`);
    }
    entries.push({ kind: 'value', key: named, index: parts.push(part) - 1, show: showOf(what) });
    infos.push({ name: named, type: what.type, aggregate: true });
  }
  return { parts, plan: { entries }, infos };
}

interface Ordered {
  readonly part: Part;
  readonly term: Sql;
  /** `DESC NULLS LAST`, for the place of a column. */
  readonly direction: string;
}

function orderedPart(scope: SelectScope, item: OrderItem, groups: readonly Resolved[]): Ordered {
  const { part } = partOf(scope, item.expression, groups, 'Ordered field must be grouped or aggregated');
  const direction = `${item.descending ? 'DESC' : 'ASC'} NULLS ${item.nullsLast ? 'LAST' : 'FIRST'}`;
  // Without ROLLUP and CUBE there are no subtotals: it orders nothing.
  return { part, term: part.kind === 'grouping' ? raw('NULL') : orderTerm(scope, item), direction };
}

/** HAVING chooses among groups, so what it names must be one of them or an aggregate; in a subtotal the others are blank. */
function havingClause(
  scope: SelectScope,
  node: SelectNode,
  groups: readonly Resolved[],
  present: ReadonlySet<number>,
): Sql {
  const resolve = (expression: Expression): Resolved => {
    const { part, what } = partOf(scope, expression, groups);
    return part.kind === 'aggregate' ? what : { ...what, sql: columnOf(part, groups, present) };
  };
  return node.having ? sql`HAVING ${conditionSql(scope, node.having, 'having', resolve)}` : raw('');
}

/** By the platform's own word about each type; formulas group as the type of their result. */
const UNGROUPABLE: ReadonlySet<FieldType> = new Set([
  'multipicklist',
  'currency',
  'double',
  'percent',
  'datetime',
  'base64',
  'encryptedstring',
  'address',
  'location',
]);

function groupOf(scope: SelectScope, expression: Expression): Resolved {
  const what = scope.resolve(expression);
  const unfit = isLongText(what.field) || UNGROUPABLE.has(what.type) || what.aggregate || what.shown !== undefined;
  if (!unfit) return what;
  throw scope.resolution.error(
    'INVALID_FIELD',
    expression.at,
    `field '${what.field?.name ?? what.name}' can not be grouped in a query call`,
  );
}

function partOf(
  scope: SelectScope,
  expression: Expression,
  groups: readonly Resolved[],
  refusal = 'Field must be grouped or aggregated',
): { part: Part; what: Resolved } {
  const inner = expression.kind === 'call' ? expression.arguments[0] : undefined;
  if (expression.kind === 'call' && expression.name.toLowerCase() === 'grouping' && inner && inner.kind !== 'literal') {
    const what: Resolved = { sql: raw(''), type: 'int', name: 'expr', aggregate: true };
    return { part: { kind: 'grouping', group: position(scope, inner, scope.resolve(inner), groups, refusal) }, what };
  }
  const what = scope.resolve(expression);
  if (what.aggregate) return { part: { kind: 'aggregate', sql: what.sql }, what };
  return { part: { kind: 'group', group: position(scope, expression, what, groups, refusal) }, what };
}

function position(
  scope: SelectScope,
  expression: Expression,
  what: Resolved,
  groups: readonly Resolved[],
  refusal: string,
): number {
  const found = groups.findIndex((group) => group.sql.text === what.sql.text);
  if (found >= 0) return found;
  const name = what.name === 'expr' && expression.kind === 'call' ? expression.name : what.name;
  throw scope.resolution.error('MALFORMED_QUERY', expression.at, `${refusal}: ${name}`);
}

function columnOf(part: Part, groups: readonly Resolved[], present: ReadonlySet<number>): Sql {
  if (part.kind === 'aggregate') return part.sql;
  const group = groups[part.group];
  // The total is one row, which only an aggregate says to SQLite.
  if (part.kind === 'grouping') return raw(present.has(part.group) ? '0' : present.size > 0 ? '1' : 'count(*) >= 0');
  if (group && present.has(part.group)) return group.sql;
  return raw(present.size > 0 ? 'NULL' : 'nullif(count(*), count(*))');
}

/** The sets of groups that GROUP BY asks for: all; every prefix (ROLLUP); every subset (CUBE). */
function groupingSets(count: number, grouping: SelectNode['grouping']): ReadonlySet<number>[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (grouping === 'plain') return [new Set(all)];
  if (grouping === 'rollup') return [...all.map((index) => new Set(all.slice(0, count - index))), new Set<number>()];
  return Array.from(
    { length: 2 ** count },
    (_, mask) => new Set(all.filter((index) => !(mask & (1 << (count - 1 - index))))),
  );
}

function groupTerms(groups: readonly Resolved[], present: ReadonlySet<number>): Sql[] {
  return groups.filter((_, index) => present.has(index)).map(caseless);
}
