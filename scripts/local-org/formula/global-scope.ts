import { NotSupportedError } from '../errors.ts';
import type { Component, Field, Schema } from '../schema/model.ts';
import type { FormulaScope, ResolvedReference } from './contract.ts';
import { describeField, resolvePath } from './field-path.ts';

type Resolve = (
  schema: Schema,
  path: readonly string[],
  context: FormulaScope['context'],
) => ResolvedReference | undefined;

/** Globals that are one record of an object: the running user's, or the record's own record type. */
const RECORDS: Readonly<Record<string, { readonly name: string; readonly object: string }>> = {
  $user: { name: '$User', object: 'User' },
  $profile: { name: '$Profile', object: 'Profile' },
  $userrole: { name: '$UserRole', object: 'UserRole' },
  $organization: { name: '$Organization', object: 'Organization' },
  $recordtype: { name: '$RecordType', object: 'RecordType' },
};

const OTHERS: Readonly<Record<string, Resolve>> = {
  $api: () => {
    throw new NotSupportedError('formula global $Api');
  },
  $permission: (schema, path) => named(schema, path, 'CustomPermission', '$Permission', 'Boolean'),
  $label: (schema, path) => named(schema, path, 'CustomLabel', '$Label', 'Text'),
  $setup: (schema, path, context) => {
    const settings = schema.object(path[1] ?? '');
    if (settings?.customSetting !== 'Hierarchy' || path.length !== 3) return undefined;
    return beneath(schema, ['$Setup', settings.name], settings.name, path.slice(2), context);
  },
  $objecttype: (schema, path, context) =>
    context === 'validation' && path.length === 4 && path[2]?.toLowerCase() === 'fields'
      ? column(schema, path[1] ?? '', path[3] ?? '')
      : undefined,
  $custommetadata: (schema, path, context) => {
    const type = schema.object(path[1] ?? '');
    const record = type && find(schema, 'CustomMetadata', `${type.name.replace(/__mdt$/i, '')}.${path[2] ?? ''}`);
    if (!type || !record) return undefined;
    const name = record.fullName.split('.').slice(1).join('.');
    return beneath(schema, ['$CustomMetadata', type.name, name], type.name, path.slice(3), context);
  },
  $system: (_schema, path) =>
    path.length === 2 && path[1]?.toLowerCase() === 'origindatetime'
      ? { type: 'DateTime', path: ['$System', 'OriginDateTime'] }
      : undefined,
};

/** `$User.Id`, `$Permission.X`, `$Label.X` …; undefined when there is no such thing. */
export function resolveGlobal(
  schema: Schema,
  path: readonly string[],
  context: FormulaScope['context'],
): ResolvedReference | undefined {
  const root = path[0]?.toLowerCase() ?? '';
  const record = RECORDS[root];
  if (record) return beneath(schema, [record.name], record.object, path.slice(1), context);
  return OTHERS[root]?.(schema, path, context);
}

/** What the reference allows VLOOKUP to return: neither amounts nor long or hidden text. */
const RETURNED: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'string',
  'textarea',
  'reference',
  'boolean',
  'date',
  'datetime',
  'email',
  'double',
  'int',
  'percent',
  'phone',
  'picklist',
  'url',
]);

/** `$ObjectType.Rate__c.Fields.Value__c`: only custom objects can be looked into. */
function column(schema: Schema, objectName: string, fieldName: string): ResolvedReference | undefined {
  const owner = schema.object(objectName);
  const field = owner?.field(fieldName);
  if (!owner || !field) return undefined;
  const described = describeField({ owner, field, path: ['$ObjectType', owner.name, 'Fields', field.name] }, 'field');
  const open = owner.custom && owner.kind === 'data' && described.unsupported === undefined;
  const returned = open && !field.formula && (RETURNED.has(field.type) || field.summary !== undefined);
  const { unsupported: _, ...rest } = described;
  return { ...rest, column: { returned, named: open && field.nameField } };
}

function beneath(
  schema: Schema,
  prefix: readonly string[],
  objectName: string,
  rest: readonly string[],
  context: FormulaScope['context'],
): ResolvedReference | undefined {
  const object = schema.object(objectName);
  const found = object && rest.length > 0 ? resolvePath(schema, object, rest, context) : undefined;
  return found && { ...found, path: [...prefix, ...found.path] };
}

function named(
  schema: Schema,
  path: readonly string[],
  component: string,
  prefix: string,
  type: ResolvedReference['type'],
): ResolvedReference | undefined {
  const [, name] = path;
  const found = name !== undefined && path.length === 2 ? find(schema, component, name) : undefined;
  return found && { type, path: [prefix, found.fullName] };
}

function find(schema: Schema, type: string, name: string): Component | undefined {
  const wanted = name.toLowerCase();
  return schema.components(type).find(({ fullName }) => fullName.toLowerCase() === wanted);
}
