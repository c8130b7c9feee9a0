import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  specifiedDirectives,
} from 'graphql';
import { aggregateArguments, aggregateConnectionType } from './aggregate-types.ts';
import { connectionArguments, connectionType } from './connection-types.ts';
import { FIRST_MUTATION_VERSION, mutationType } from './mutation-types.ts';
import { fieldTypes, objectInfoInput, objectInfoType } from './object-info-types.ts';
import { readAggregate } from './read-aggregate.ts';
import { readConnection } from './read-connection.ts';
import { readCurrentUser } from './read-current-user.ts';
import { type ObjectInfosArguments, readObjectInfos } from './read-object-infos.ts';
import type { Reader } from './reader.ts';
import { recordInterface, recordType } from './record-type.ts';
import { isNamed, servedObjects, type TypeContext } from './type-context.ts';

/** The type system as one user sees it, narrowed to the words of one request. */
export function typeSystem(context: TypeContext): GraphQLSchema {
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiApiType(context)), resolve: () => ({}) } },
    }),
    ...(context.version >= FIRST_MUTATION_VERSION ? { mutation: mutationType(context) } : {}),
    types: [recordInterface, ...fieldTypes],
    directives: [...specifiedDirectives, optionalDirective],
    assumeValid: true,
  });
}

/** Leaves a field out that the user cannot see, instead of failing. */
const optionalDirective = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

function uiApiType(context: TypeContext): GraphQLObjectType {
  const user = context.session.org.schema().object('User');
  return new GraphQLObjectType({
    name: 'UIAPI',
    fields: {
      query: { type: new GraphQLNonNull(recordQueryType(context)), resolve: () => ({}) },
      aggregate: { type: new GraphQLNonNull(aggregateQueryType(context)), resolve: () => ({}) },
      objectInfos: {
        type: new GraphQLList(objectInfoType),
        args: {
          apiNames: { type: new GraphQLList(GraphQLString) },
          objectInfoInputs: { type: new GraphQLList(objectInfoInput) },
          locale: { type: GraphQLString },
        },
        resolve: (_source, args: ObjectInfosArguments, reader: Reader) => readObjectInfos(reader, args),
      },
      ...(user === undefined
        ? {}
        : {
            currentUser: {
              type: recordType(context, user),
              resolve: (_source: unknown, _args: unknown, reader: Reader, info: GraphQLResolveInfo) =>
                readCurrentUser(reader, user, info),
            },
          }),
    },
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
          type: connectionType(context, type, () => recordType(context, type)),
          args: connectionArguments(context, type, { top: true }),
          resolve: (_source: unknown, args: Record<string, unknown>, reader: Reader, info: GraphQLResolveInfo) =>
            readConnection(reader, type, info.fieldNodes, args),
        },
      ]),
    ),
  });
}

function aggregateQueryType(context: TypeContext): GraphQLObjectType {
  const objects = servedObjects(context).filter((type) => isNamed(context, type.name));
  return new GraphQLObjectType({
    name: 'RecordQueryAggregate',
    fields: Object.fromEntries(
      objects.map((type) => [
        type.name,
        {
          type: aggregateConnectionType(context, type),
          args: aggregateArguments(context, type),
          resolve: (_source: unknown, args: Record<string, unknown>, reader: Reader, info: GraphQLResolveInfo) =>
            readAggregate(reader, type, info.fieldNodes, args),
        },
      ]),
    ),
  });
}
