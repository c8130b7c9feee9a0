import type { Expression, SelectNode } from '../parse/query-tree.ts';
import { isAggregate } from './aggregates.ts';
import { caseless } from './comparison.ts';
import { isLongText, type Resolved } from './expression.ts';
import type { Entry, RecordPlan } from './record-plan.ts';
import type { ColumnInfo } from './select-list.ts';
import type { SelectScope } from './select-scope.ts';
import { showOf } from './show-value.ts';
import { raw, type Sql } from './sql.ts';

export interface AggregateSelect {
  /** One SELECT list per set of groups; plain GROUP BY has one set. */
  columns(present: ReadonlySet<number>): Sql[];
  readonly groups: readonly Resolved[];
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

export function aggregateSelect(scope: SelectScope, node: SelectNode): AggregateSelect {
  const groups = node.groupBy.map((expression) => groupOf(scope, expression));
  const parts: Part[] = [];
  const entries: Entry[] = [];
  const infos: ColumnInfo[] = [];
  let unnamed = 0;
  for (const item of node.items) {
    if (item.kind !== 'column')
      throw scope.resolution.error(
        'MALFORMED_QUERY',
        node.fromAt,
        'Sub-queries and TYPEOF are not allowed in an aggregate query',
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
  return {
    groups,
    plan: { entries },
    infos,
    columns: (present) => parts.map((part) => columnOf(part, groups, present)),
  };
}

function groupOf(scope: SelectScope, expression: Expression): Resolved {
  const what = scope.resolve(expression);
  if (!isLongText(what.field) && what.type !== 'multipicklist' && !what.aggregate) return what;
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
): { part: Part; what: Resolved } {
  const inner = expression.kind === 'call' ? expression.arguments[0] : undefined;
  if (expression.kind === 'call' && expression.name.toLowerCase() === 'grouping' && inner && inner.kind !== 'literal') {
    const what: Resolved = { sql: raw(''), type: 'int', name: 'expr', aggregate: true };
    return { part: { kind: 'grouping', group: position(scope, inner, scope.resolve(inner), groups) }, what };
  }
  const what = scope.resolve(expression);
  if (what.aggregate) return { part: { kind: 'aggregate', sql: what.sql }, what };
  return { part: { kind: 'group', group: position(scope, expression, what, groups) }, what };
}

function position(scope: SelectScope, expression: Expression, what: Resolved, groups: readonly Resolved[]): number {
  const found = groups.findIndex((group) => group.sql.text === what.sql.text);
  if (found >= 0) return found;
  const name = what.name === 'expr' && expression.kind === 'call' ? expression.name : what.name;
  throw scope.resolution.error('MALFORMED_QUERY', expression.at, `Field must be grouped or aggregated: ${name}`);
}

function columnOf(part: Part, groups: readonly Resolved[], present: ReadonlySet<number>): Sql {
  if (part.kind === 'aggregate') return part.sql;
  const group = groups[part.group];
  if (part.kind === 'grouping') return raw(present.has(part.group) ? '0' : '1');
  return group && present.has(part.group) ? group.sql : raw('NULL');
}

/** The sets of groups that GROUP BY asks for: all; every prefix (ROLLUP); every subset (CUBE). */
export function groupingSets(count: number, grouping: SelectNode['grouping']): ReadonlySet<number>[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (grouping === 'plain') return [new Set(all)];
  if (grouping === 'rollup') return [...all.map((index) => new Set(all.slice(0, count - index))), new Set<number>()];
  return Array.from(
    { length: 2 ** count },
    (_, mask) => new Set(all.filter((index) => !(mask & (1 << (count - 1 - index))))),
  );
}

export function groupTerms(groups: readonly Resolved[], present: ReadonlySet<number>): Sql[] {
  return groups.filter((_, index) => present.has(index)).map(caseless);
}
