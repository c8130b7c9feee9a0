import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { SObjectType } from '../../schema/model.ts';
import type { Connection } from './connection.ts';
import { filterType, orderByType } from './filter-types.ts';
import { once, type TypeContext } from './type-context.ts';

export const pageInfoType = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

/** `node` is the type of the records: handed in, since that type has connections of its own. */
export function connectionType(
  context: TypeContext,
  type: SObjectType,
  node: () => GraphQLObjectType,
): GraphQLObjectType {
  return once(context, `${type.name}Connection`, (name) => connectionOf(name, () => edgeType(context, type, node)));
}

export function connectionOf(name: string, edge: () => GraphQLObjectType): GraphQLObjectType {
  return new GraphQLObjectType({
    name,
    fields: () => ({
      edges: { type: new GraphQLList(edge()) },
      pageInfo: { type: new GraphQLNonNull(pageInfoType) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      pageResultCount: {
        type: new GraphQLNonNull(GraphQLInt),
        resolve: (connection: Connection<unknown>) => connection.edges.length,
      },
    }),
  });
}

function edgeType(context: TypeContext, type: SObjectType, node: () => GraphQLObjectType): GraphQLObjectType {
  return once(
    context,
    `${type.name}Edge`,
    (name) =>
      new GraphQLObjectType({
        name,
        fields: () => ({
          node: { type: node() },
          cursor: { type: new GraphQLNonNull(GraphQLString) },
        }),
      }),
  );
}

export const scopeType = new GraphQLEnumType({
  name: 'SupportedScopes',
  values: Object.fromEntries(
    ['ASSIGNEDTOME', 'EVERYTHING', 'MINE', 'MINE_AND_MY_GROUPS', 'MY_TEAM_TERRITORY', 'MY_TERRITORY', 'TEAM'].map(
      (name) => [name, {}],
    ),
  ),
});

export function connectionArguments(
  context: TypeContext,
  type: SObjectType,
  options: { top: boolean },
): GraphQLFieldConfigArgumentMap {
  return {
    first: { type: GraphQLInt },
    after: { type: GraphQLString },
    where: { type: filterType(context, type) },
    orderBy: { type: orderByType(context, type) },
    upperBound: { type: GraphQLInt },
    ...(options.top ? { scope: { type: scopeType } } : {}),
  };
}
