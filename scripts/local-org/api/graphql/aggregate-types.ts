import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Field, SObjectType } from '../../schema/model.ts';
import { isSortable } from '../ui-api/field-info.ts';
import { AGGREGATES, DATE_FUNCTIONS } from './aggregate-plan.ts';
import { connectionOf, scopeType } from './connection-types.ts';
import { filterType, nullOrder, resultOrder } from './filter-types.ts';
import { type AggregateNode, calledCell, groupedCell } from './read-aggregate.ts';
import { namedParents, once, type TypeContext, visibleFields } from './type-context.ts';
import {
  INT_KIND,
  LONG_KIND,
  DOUBLE_KIND,
  type ValueKind,
  valueFields,
  valueKindOf,
  wrapperOf,
} from './value-types.ts';

interface Cursor {
  readonly node: AggregateNode;
  /** `Account.` */
  readonly prefix: string;
}

export function aggregateConnectionType(context: TypeContext, type: SObjectType): GraphQLObjectType {
  return once(context, `${type.name}AggregateConnection`, (name) => connectionOf(name, () => edgeType(context, type)));
}

function edgeType(context: TypeContext, type: SObjectType): GraphQLObjectType {
  return once(context, `${type.name}AggregateEdge`, (name) => {
    const result = new GraphQLObjectType({
      name: `${type.name}Result`,
      fields: () => ({
        aggregate: {
          type: aggregateType(context, type),
          resolve: (node: AggregateNode): Cursor => ({ node, prefix: '' }),
        },
      }),
    });
    return new GraphQLObjectType({
      name,
      fields: { node: { type: result }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
    });
  });
}

function aggregateType(context: TypeContext, type: SObjectType): GraphQLObjectType {
  return once(
    context,
    `${type.name}Aggregate`,
    (name) =>
      new GraphQLObjectType({
        name,
        fields: () => {
          const fields: GraphQLFieldConfigMap<Cursor, unknown> = {};
          for (const field of visibleFields(context, type)) {
            if (valueKindOf(field).comparison === 'none') continue;
            fields[field.name] = {
              type: fieldAggregate(context, field),
              resolve: ({ node, prefix }) => ({
                node,
                path: `${prefix}${field.name}`,
                cell: groupedCell(node, `${prefix}${field.name}`),
              }),
            };
          }
          for (const { name: parent, targets } of namedParents(context, type)) {
            const [target, ...others] = targets;
            if (target === undefined || others.length > 0) continue;
            fields[parent] = {
              type: aggregateType(context, target),
              resolve: ({ node, prefix }): Cursor => ({ node, prefix: `${prefix}${parent}.` }),
            };
          }
          return fields;
        },
      }),
  );
}

interface FieldCursor {
  readonly node: AggregateNode;
  readonly path: string;
  readonly cell: ReturnType<typeof groupedCell>;
}

/** `CurrencyAggregate`: the grouped value itself and the functions its kind allows. */
function fieldAggregate(context: TypeContext, field: Field): GraphQLObjectType {
  const kind = valueKindOf(field);
  return once(context, `${kind.name}Aggregate`, (name) => {
    const fields: GraphQLFieldConfigMap<FieldCursor, unknown> = {};
    for (const [part, config] of Object.entries(valueFields(kind))) {
      fields[part] = {
        type: config.type,
        resolve: ({ cell }) => (part === 'format' ? cell.displayValue : cell[part as keyof typeof cell]),
      };
    }
    for (const [called, result] of Object.entries(functionsOf(kind))) {
      const like = ['sum', 'min', 'max', 'avg'].includes(called) ? 'field' : 'number';
      fields[called] = {
        type: wrapperOf(result),
        resolve: ({ node, path }) => calledCell(node, `${path}.${called}`, like),
      };
    }
    return new GraphQLObjectType({ name, fields });
  });
}

function functionsOf(kind: ValueKind): Record<string, ValueKind> {
  const counts = { count: LONG_KIND, countDistinct: LONG_KIND };
  const extremes = { min: kind, max: kind };
  const parts = Object.fromEntries(Object.keys(DATE_FUNCTIONS).map((name) => [name, INT_KIND]));
  switch (kind.comparison) {
    case 'number':
      return {
        ...counts,
        ...extremes,
        avg: DOUBLE_KIND,
        sum: kind.name === 'Int' ? LONG_KIND : kind,
        grouping: INT_KIND,
      };
    case 'date':
      return { ...counts, ...extremes, ...parts, grouping: INT_KIND };
    case 'boolean':
      return { grouping: INT_KIND };
    case 'multi':
    case 'none':
      return {};
    default:
      return { ...counts, ...extremes, grouping: INT_KIND };
  }
}

const groupByFunction = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(Object.values(DATE_FUNCTIONS).map((name) => [name, {}])),
});
const groupByClause = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean } },
});
const groupByDateFunction = new GraphQLInputObjectType({
  name: 'GroupByDateFunction',
  fields: { group: { type: GraphQLBoolean }, function: { type: groupByFunction } },
});
const groupByType = new GraphQLEnumType({ name: 'GroupByType', values: { GROUP_BY: {}, ROLLUP: {}, CUBE: {} } });
const orderFunction = new GraphQLEnumType({
  name: 'AggregateOrderByFunction',
  values: Object.fromEntries(Object.values(AGGREGATES).map((name) => [name, {}])),
});
const orderClause = new GraphQLInputObjectType({
  name: 'AggregateOrderByClause',
  fields: { function: { type: orderFunction }, order: { type: resultOrder }, nulls: { type: nullOrder } },
});

export function aggregateArguments(context: TypeContext, type: SObjectType): GraphQLFieldConfigArgumentMap {
  return {
    first: { type: GraphQLInt },
    after: { type: GraphQLString },
    where: { type: filterType(context, type) },
    scope: { type: scopeType },
    groupBy: { type: groupBy(context, type) },
    orderBy: { type: orderBy(context, type) },
  };
}

function groupBy(context: TypeContext, type: SObjectType): GraphQLInputObjectType {
  return once(
    context,
    `${type.name}_GroupBy`,
    (name) =>
      new GraphQLInputObjectType({
        name,
        fields: () => ({
          type: { type: groupByType },
          ...Object.fromEntries(
            visibleFields(context, type)
              .filter(isSortable)
              .map((field) => [field.name, { type: clauseOf(field) }]),
          ),
          ...Object.fromEntries(
            singleParents(context, type).map(([parent, target]) => [parent, { type: groupBy(context, target) }]),
          ),
        }),
      }),
  );
}

function clauseOf(field: Field): GraphQLInputObjectType {
  return field.type === 'date' || field.type === 'datetime' ? groupByDateFunction : groupByClause;
}

function orderBy(context: TypeContext, type: SObjectType): GraphQLInputObjectType {
  return once(
    context,
    `${type.name}_AggregateOrderBy`,
    (name) =>
      new GraphQLInputObjectType({
        name,
        fields: () => ({
          ...Object.fromEntries(
            visibleFields(context, type)
              .filter(isSortable)
              .map((field) => [field.name, { type: orderClause }]),
          ),
          ...Object.fromEntries(
            singleParents(context, type).map(([parent, target]) => [parent, { type: orderBy(context, target) }]),
          ),
        }),
      }),
  );
}

function singleParents(context: TypeContext, type: SObjectType): [string, SObjectType][] {
  return namedParents(context, type).flatMap(({ name, targets: [target, ...others] }): [string, SObjectType][] =>
    target === undefined || others.length > 0 ? [] : [[name, target]],
  );
}
