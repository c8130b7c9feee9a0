import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import type { Field, SObjectType } from '../../schema/model.ts';
import { connectionArguments, connectionType } from './connection-types.ts';
import { type RecordNode, cellOf } from './record-node.ts';
import { SCALARS } from './scalars.ts';
import { namedChildren, namedParents, once, type TypeContext, visibleFields } from './type-context.ts';
import { ID_KIND, valueKindOf, wrapperOf } from './value-types.ts';

const ENVELOPE: GraphQLFieldConfigMap<RecordNode, unknown> = {
  Id: { type: new GraphQLNonNull(GraphQLID), resolve: (node) => node.record.Id },
  ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: (node) => node.type.name },
  WeakEtag: {
    type: new GraphQLNonNull(SCALARS.Long),
    resolve: (node) => Date.parse(String(node.record.SystemModstamp).replace('+0000', 'Z')) || 0,
  },
  DisplayValue: { type: GraphQLString, resolve: (node) => node.displayName },
};

/** The fields of the Record interface that an object may have; fragments `on Record` read them. */
const COMMON = {
  CreatedById: 'id',
  CreatedDate: 'datetime',
  LastModifiedById: 'id',
  LastModifiedDate: 'datetime',
  SystemModstamp: 'datetime',
} as const;

export const recordInterface = new GraphQLInterfaceType({
  name: 'Record',
  fields: () => ({
    ...Object.fromEntries(Object.entries(ENVELOPE).map(([name, { type }]) => [name, { type }])),
    ...Object.fromEntries(
      Object.entries(COMMON).map(([name, type]) => [name, { type: wrapperOf(valueKindOf({ type })) }]),
    ),
    RecordTypeId: RECORD_TYPE_ID,
  }),
  resolveType: (node: RecordNode) => node.type.name,
});

const RECORD_TYPE_ID = { type: wrapperOf(ID_KIND), args: { fallback: { type: GraphQLBoolean } } };

/** The object type of an sObject. */
export function recordType(context: TypeContext, type: SObjectType): GraphQLObjectType {
  return once(
    context,
    type.name,
    (name) =>
      new GraphQLObjectType<RecordNode>({
        name,
        interfaces: [recordInterface],
        fields: () => ({
          ...ENVELOPE,
          ...common(),
          ...values(context, type),
          ...parents(context, type),
          ...children(context, type),
        }),
      }),
  );
}

function common(): GraphQLFieldConfigMap<RecordNode, unknown> {
  const fields = Object.entries(COMMON).map(
    ([name, type]) => [name, valueField(name, wrapperOf(valueKindOf({ type })))] as const,
  );
  return { ...Object.fromEntries(fields), RecordTypeId: { ...RECORD_TYPE_ID, resolve: recordTypeId } };
}

function values(context: TypeContext, type: SObjectType): GraphQLFieldConfigMap<RecordNode, unknown> {
  const fields = visibleFields(context, type).filter((field) => field.type !== 'id' && field.name !== 'RecordTypeId');
  return Object.fromEntries(
    fields.map((field: Field) => [field.name, valueField(field.name, wrapperOf(valueKindOf(field)))]),
  );
}

function valueField(name: string, type: GraphQLOutputType) {
  return { type, resolve: (node: RecordNode) => cellOf(node, name) };
}

/** `fallback: true` names the master record type where the record has none. */
function recordTypeId(node: RecordNode, args: Record<string, unknown>): unknown {
  const cell = cellOf(node, 'RecordTypeId');
  return cell.value === null && args.fallback === true ? { ...cell, value: '012000000000000AAA' } : cell;
}

function parents(context: TypeContext, type: SObjectType): GraphQLFieldConfigMap<RecordNode, unknown> {
  return Object.fromEntries(
    namedParents(context, type).map(({ name, targets }) => [
      name,
      { type: parentType(context, type, name, targets), resolve: (node: RecordNode) => node.parents.get(name) ?? null },
    ]),
  );
}

/** A lookup to several objects is a union, `Event_What`: its fields are read through fragments. */
function parentType(
  context: TypeContext,
  type: SObjectType,
  relationship: string,
  targets: SObjectType[],
): GraphQLOutputType {
  const [only] = targets;
  if (targets.length === 1 && only !== undefined) return recordType(context, only);
  return once(
    context,
    `${type.name}_${relationship}`,
    (name) =>
      new GraphQLUnionType({
        name,
        types: () => targets.map((target) => recordType(context, target)),
        resolveType: (node: RecordNode) => node.type.name,
      }),
  );
}

function children(context: TypeContext, type: SObjectType): GraphQLFieldConfigMap<RecordNode, unknown> {
  return Object.fromEntries(
    namedChildren(context, type).map(({ name, child }) => [
      name,
      {
        type: connectionType(context, child, () => recordType(context, child)),
        args: connectionArguments(context, child, { top: false }),
        resolve: (node: RecordNode, _args: unknown, _context: unknown, info: { path: { key: string | number } }) =>
          node.children.get(String(info.path.key)) ?? null,
      },
    ]),
  );
}
