import {
  GraphQLBoolean,
  GraphQLID,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { MutationOutcome } from './mutation-plan.ts';
import { mutationPayload, runMutations } from './run-mutations.ts';
import type { Reader } from './reader.ts';
import { recordType } from './record-type.ts';
import { SCALARS } from './scalars.ts';
import { isNamed, once, servedObjects, type TypeContext } from './type-context.ts';
import { valueKindOf } from './value-types.ts';

type Outcomes = ReadonlyMap<string, MutationOutcome>;

/** Mutations are generally available since this version. */
export const FIRST_MUTATION_VERSION = 66;

export function mutationType(context: TypeContext): GraphQLObjectType {
  const input = new GraphQLInputObjectType({
    name: 'UIAPIMutationsInput',
    fields: { allOrNone: { type: GraphQLBoolean, defaultValue: true } },
  });
  return new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      uiapi: {
        type: new GraphQLNonNull(uiApiMutations(context)),
        args: { input: { type: input } },
        resolve: (_source, args: { input?: { allOrNone?: boolean } | null }, reader: Reader, info) =>
          runMutations(reader, info, args.input?.allOrNone ?? true),
      },
    },
  });
}

function uiApiMutations(context: TypeContext): GraphQLObjectType {
  const fields = servedObjects(context).flatMap((type) => {
    const rights = context.session.access.object(type);
    return [
      ...(type.createable && rights.create && isNamed(context, `${type.name}Create`)
        ? [createField(context, type)]
        : []),
      ...(type.updateable && rights.edit && isNamed(context, `${type.name}Update`) ? [updateField(context, type)] : []),
      ...(type.deletable && rights.delete && isNamed(context, `${type.name}Delete`)
        ? [deleteField(context, type)]
        : []),
    ];
  });
  return new GraphQLObjectType({
    name: 'UIAPIMutations',
    fields: Object.fromEntries(fields) as GraphQLFieldConfigMap<Outcomes, Reader>,
  });
}

function createField(context: TypeContext, type: SObjectType) {
  const representation = once(
    context,
    `${type.name}CreateRepresentation`,
    (name) => new GraphQLInputObjectType({ name, fields: () => writableFields(context, type, 'create') }),
  );
  const input = new GraphQLInputObjectType({
    name: `${type.name}CreateInput`,
    fields: { [type.name]: { type: new GraphQLNonNull(representation) } },
  });
  return [`${type.name}Create`, mutationField(input, payloadType(context, type, 'Create'))] as const;
}

function updateField(context: TypeContext, type: SObjectType) {
  const representation = once(
    context,
    `${type.name}UpdateRepresentation`,
    (name) => new GraphQLInputObjectType({ name, fields: () => writableFields(context, type, 'update') }),
  );
  const input = new GraphQLInputObjectType({
    name: `${type.name}UpdateInput`,
    fields: {
      Id: { type: new GraphQLNonNull(SCALARS.IdOrRef) },
      [type.name]: { type: new GraphQLNonNull(representation) },
    },
  });
  return [`${type.name}Update`, mutationField(input, payloadType(context, type, 'Update'))] as const;
}

function deleteField(context: TypeContext, type: SObjectType) {
  const input = once(
    context,
    'RecordDeleteInput',
    (name) => new GraphQLInputObjectType({ name, fields: { Id: { type: new GraphQLNonNull(SCALARS.IdOrRef) } } }),
  );
  const payload = once(
    context,
    'RecordDeletePayload',
    (name) => new GraphQLObjectType({ name, fields: { Id: { type: GraphQLID } } }),
  );
  return [`${type.name}Delete`, mutationField(input, payload)] as const;
}

function mutationField(input: GraphQLInputObjectType, payload: GraphQLObjectType) {
  return {
    type: payload,
    args: { input: { type: new GraphQLNonNull(input) } },
    resolve: (outcomes: Outcomes, _args: unknown, reader: Reader, info: GraphQLResolveInfo) =>
      mutationPayload(reader, outcomes, info),
  };
}

function payloadType(context: TypeContext, type: SObjectType, act: 'Create' | 'Update'): GraphQLObjectType {
  return once(
    context,
    `${type.name}${act}Payload`,
    (name) => new GraphQLObjectType({ name, fields: () => ({ Record: { type: recordType(context, type) } }) }),
  );
}

/** What the user may write, and on create what every record needs: that must be there even when the request does not name it. */
function writableFields(
  context: TypeContext,
  type: SObjectType,
  act: 'create' | 'update',
): Record<string, { type: GraphQLInputType }> {
  const writable = type.fields.filter(
    (field) =>
      (act === 'create' ? field.createable : field.updateable) && context.session.access.canEditField(type, field.name),
  );
  return Object.fromEntries(
    writable.flatMap((field) => {
      const required = act === 'create' && isRequired(field);
      if (!required && !isNamed(context, field.name)) return [];
      const scalar = field.reference === undefined ? valueKindOf(field).scalar : SCALARS.IdOrRef;
      return [[field.name, { type: required ? new GraphQLNonNull(scalar) : scalar }]];
    }),
  );
}

function isRequired(field: Field): boolean {
  const filledIn = field.defaultValue !== undefined || field.picklist?.values.some((value) => value.isDefault) === true;
  return (
    !field.nillable &&
    !filledIn &&
    field.type !== 'boolean' &&
    field.name !== 'OwnerId' &&
    field.autoNumber === undefined
  );
}
