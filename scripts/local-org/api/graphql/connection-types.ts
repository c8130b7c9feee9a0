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
import { filterType, orderByType } from './filter-types.ts';
import type { RecordNode } from './record-node.ts';
import { recordType } from './record-type.ts';
import { once, type TypeContext } from './type-context.ts';

export interface Connection<Node = RecordNode> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const pageInfoType = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

export function connectionType(context: TypeContext, type: SObjectType): GraphQLObjectType {
  return once(context, `${type.name}Connection`, (name) => connectionOf(name, () => edgeType(context, type)));
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
        resolve: (connection: Connection) => connection.edges.length,
      },
    }),
  });
}

function edgeType(context: TypeContext, type: SObjectType): GraphQLObjectType {
  return once(
    context,
    `${type.name}Edge`,
    (name) =>
      new GraphQLObjectType({
        name,
        fields: () => ({
          node: { type: recordType(context, type) },
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
