import { NotSupportedError } from '../errors.ts';
import type { Component, Schema } from '../schema/model.ts';
import type { FormulaScope, ResolvedReference } from './contract.ts';
import { resolvePath } from './field-path.ts';

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
    const isSettings =
      settings && schema.component('CustomObject', settings.name)?.content.customSettingsType !== undefined;
    return isSettings ? beneath(schema, ['$Setup', settings.name], settings.name, path.slice(2), context) : undefined;
  },
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
