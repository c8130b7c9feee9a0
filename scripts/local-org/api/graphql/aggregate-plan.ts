import type { FieldNode, SelectionSetNode } from 'graphql';
import { OrgError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { Reader } from './reader.ts';
import { selectedFields } from './selected-fields.ts';
import { namedParents } from './type-context.ts';

/** GraphQL function → SOQL function. */
export const AGGREGATES: Readonly<Record<string, string>> = {
  avg: 'AVG',
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
  grouping: 'GROUPING',
  max: 'MAX',
  min: 'MIN',
  sum: 'SUM',
};

export const DATE_FUNCTIONS: Readonly<Record<string, string>> = {
  calendarMonth: 'CALENDAR_MONTH',
  calendarQuarter: 'CALENDAR_QUARTER',
  calendarYear: 'CALENDAR_YEAR',
  dayInMonth: 'DAY_IN_MONTH',
  dayInWeek: 'DAY_IN_WEEK',
  dayInYear: 'DAY_IN_YEAR',
  dayOnly: 'DAY_ONLY',
  fiscalMonth: 'FISCAL_MONTH',
  fiscalQuarter: 'FISCAL_QUARTER',
  fiscalYear: 'FISCAL_YEAR',
  hourInDay: 'HOUR_IN_DAY',
  weekInMonth: 'WEEK_IN_MONTH',
  weekInYear: 'WEEK_IN_YEAR',
};

export interface AggregateColumn {
  /** `Amount.sum`, `StageName`, `Account.Name`: how the resolvers ask for it. */
  readonly key: string;
  /** `SUM(Amount)`. */
  readonly expression: string;
  readonly alias: string;
  readonly field: Field;
}

/** The SOQL columns behind the selections below `edges { node { aggregate { … } } }`. */
export function aggregateColumns(
  reader: Reader,
  type: SObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): AggregateColumn[] {
  const found = new Map<string, AggregateColumn>();
  collect(reader, { type, prefix: '' }, sets, found);
  return [...found.values()];
}

interface Place {
  readonly type: SObjectType;
  readonly prefix: string;
}

function collect(
  reader: Reader,
  place: Place,
  sets: readonly (SelectionSetNode | undefined)[],
  found: Map<string, AggregateColumn>,
): void {
  const parents = new Map(namedParents(reader.types, place.type).map((parent) => [parent.name, parent]));
  for (const nodes of selectedFields(reader, sets).values()) {
    const name = nodes[0]?.name.value ?? '';
    const below = nodes.map((node) => node.selectionSet);
    const field = place.type.field(name);
    const target = parents.get(name)?.targets[0];
    if (field !== undefined) collectField(reader, `${place.prefix}${field.name}`, field, nodes, found);
    else if (target !== undefined) collect(reader, { type: target, prefix: `${place.prefix}${name}.` }, below, found);
  }
}

function collectField(
  reader: Reader,
  path: string,
  field: Field,
  nodes: readonly FieldNode[],
  found: Map<string, AggregateColumn>,
): void {
  for (const [inner] of selectedFields(
    reader,
    nodes.map((node) => node.selectionSet),
  ).values()) {
    const name = inner?.name.value ?? '';
    if (name === '__typename') continue;
    const called = AGGREGATES[name] ?? DATE_FUNCTIONS[name];
    const key = called === undefined ? path : `${path}.${name}`;
    if (found.has(key)) continue;
    found.set(key, {
      key,
      expression: called === undefined ? path : `${called}(${path})`,
      alias: `c${String(found.size)}`,
      field,
    });
  }
}

/** `{ StageName: { group: true }, CloseDate: { function: CALENDAR_YEAR }, type: ROLLUP }` → what follows GROUP BY. */
export function groupByClause(groupBy: unknown): string | undefined {
  if (!isObject(groupBy)) return undefined;
  const { type = 'GROUP_BY', ...fields } = groupBy;
  const terms = groupTerms(fields, '');
  if (terms.length === 0) return undefined;
  return type === 'GROUP_BY' ? terms.join(', ') : `${String(type)}(${terms.join(', ')})`;
}

function groupTerms(fields: Record<string, unknown>, prefix: string): string[] {
  return Object.entries(fields).flatMap(([name, clause]) => {
    if (!isObject(clause)) return [];
    if (typeof clause.function === 'string') return [`${clause.function}(${prefix}${name})`];
    if (typeof clause.group === 'boolean') return clause.group ? [`${prefix}${name}`] : [];
    return groupTerms(clause, `${prefix}${name}.`);
  });
}

/** `{ Amount: { function: SUM, order: DESC } }` → `SUM(Amount) DESC NULLS FIRST`. */
export function aggregateOrder(orderBy: unknown, prefix = ''): string[] {
  if (!isObject(orderBy)) return [];
  return Object.entries(orderBy).flatMap(([name, clause]) => {
    if (!isObject(clause)) throw new OrgError('MALFORMED_QUERY', `Expected an order for ${prefix}${name}.`);
    const isClause = ['function', 'nulls', 'order'].some((word) => word in clause);
    if (!isClause) return aggregateOrder(clause, `${prefix}${name}.`);
    const column = typeof clause.function === 'string' ? `${clause.function}(${prefix}${name})` : `${prefix}${name}`;
    return [`${column} ${String(clause.order ?? 'ASC')} NULLS ${String(clause.nulls ?? 'FIRST')}`];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
