import {
  type FieldNode,
  GraphQLDirective,
  DirectiveLocation,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  specifiedDirectives,
} from 'graphql';
import { connectionArguments, connectionType } from './connection-types.ts';
import { readConnection } from './read-connection.ts';
import type { Reader } from './reader.ts';
import { recordInterface } from './record-type.ts';
import { isNamed, servedObjects, type TypeContext } from './type-context.ts';

/** The type system as one user sees it, narrowed to the words of one request. */
export function typeSystem(context: TypeContext): GraphQLSchema {
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiApiType(context)), resolve: () => ({}) } },
    }),
    types: [recordInterface],
    directives: [...specifiedDirectives, optionalDirective],
    assumeValid: true,
  });
}

export const optionalDirective = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

function uiApiType(context: TypeContext): GraphQLObjectType {
  return new GraphQLObjectType({
    name: 'UIAPI',
    fields: { query: { type: new GraphQLNonNull(recordQueryType(context)), resolve: () => ({}) } },
  });
}

function recordQueryType(context: TypeContext): GraphQLObjectType {
  const objects = servedObjects(context).filter((type) => isNamed(context, type.name));
  return new GraphQLObjectType({
    name: 'RecordQuery',
    fields: Object.fromEntries(
      objects.map((type) => [
        type.name,
        {
          type: connectionType(context, type),
          args: connectionArguments(context, type, { top: true }),
          resolve: (_source: unknown, args: Record<string, unknown>, reader: Reader, info: GraphQLResolveInfo) =>
            readConnection(reader, type, info.fieldNodes as readonly FieldNode[], args),
        },
      ]),
    ),
  });
}
