import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import type { SObjectType } from '../../schema/model.ts';
import { isFilterable, isSortable } from '../ui-api/field-info.ts';
import { operatorFields, operatorsOf } from './operator-types.ts';
import { namedParents, once, servedObjects, isNamed, type TypeContext, visibleFields } from './type-context.ts';
import { ID_KIND, valueKindOf } from './value-types.ts';

/** `Account_Filter`: comparisons of fields, of looked-up records, and `and`, `or`, `not` over them. */
export function filterType(context: TypeContext, type: SObjectType): GraphQLInputObjectType {
  return once(
    context,
    `${type.name}_Filter`,
    (name) => new GraphQLInputObjectType({ name, fields: () => filterFields(context, type) }),
  );
}

function filterFields(context: TypeContext, type: SObjectType): GraphQLInputFieldConfigMap {
  const self = filterType(context, type);
  const fields: GraphQLInputFieldConfigMap = {
    and: { type: new GraphQLList(self) },
    or: { type: new GraphQLList(self) },
    not: { type: self },
  };
  for (const field of visibleFields(context, type)) {
    const kind = valueKindOf(field);
    if (!isFilterable(field) || kind.comparison === 'none') continue;
    fields[field.name] = { type: kind.comparison === 'id' ? idOperators(context) : operatorsOf(kind) };
  }
  for (const { name, targets } of namedParents(context, type))
    fields[name] = { type: parentFilter(context, type, name, targets) };
  return fields;
}

/** A lookup to several objects is filtered through the object meant: `Owner: { User: { … } }`. */
function parentFilter(
  context: TypeContext,
  type: SObjectType,
  relationship: string,
  targets: SObjectType[],
): GraphQLInputObjectType {
  const [only] = targets;
  if (targets.length === 1 && only !== undefined) return filterType(context, only);
  return once(context, `${type.name}_${relationship}_Filters`, (name) => {
    const fields = targets
      .filter((target) => isNamed(context, target.name))
      .map((target) => [target.name, { type: filterType(context, target) }]);
    return new GraphQLInputObjectType({ name, fields: Object.fromEntries(fields) as GraphQLInputFieldConfigMap });
  });
}

/** Ids can also be looked for in a query over another object: `inq: { Contact: { … }, ApiName: "AccountId" }`. */
function idOperators(context: TypeContext): GraphQLInputObjectType {
  return once(
    context,
    'IdOperators',
    (name) =>
      new GraphQLInputObjectType({
        name,
        fields: () => {
          const join = once(
            context,
            'JoinInput',
            (joinName) => new GraphQLInputObjectType({ name: joinName, fields: () => joinFields(context) }),
          );
          return { ...operatorFields(ID_KIND), inq: { type: join }, ninq: { type: join } };
        },
      }),
  );
}

function joinFields(context: TypeContext): GraphQLInputFieldConfigMap {
  const objects = servedObjects(context).filter((type) => isNamed(context, type.name));
  return {
    ...Object.fromEntries(objects.map((type) => [type.name, { type: filterType(context, type) }])),
    ApiName: { type: new GraphQLNonNull(GraphQLString) },
  };
}

export const resultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
export const nullOrder = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });

export const orderByClause = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: { order: { type: resultOrder }, nulls: { type: nullOrder } },
});

/** `Account_OrderBy`. */
export function orderByType(context: TypeContext, type: SObjectType): GraphQLInputObjectType {
  return once(
    context,
    `${type.name}_OrderBy`,
    (name) =>
      new GraphQLInputObjectType({
        name,
        fields: () => {
          const own = visibleFields(context, type).filter(isSortable);
          const parents = namedParents(context, type).filter(({ targets }) => targets.length === 1);
          return Object.fromEntries([
            ...own.map((field) => [field.name, { type: orderByClause }] as const),
            ...parents.map(
              ({ name: parent, targets: [target] }) =>
                [parent, { type: orderByType(context, target as SObjectType) }] as const,
            ),
          ]);
        },
      }),
  );
}
