import { OrgError } from '../errors.ts';
import { objectScope } from '../formula/object-scope.ts';
import type { Schema, SObjectType } from '../schema/model.ts';
import { accessor } from './accessor.ts';
import type { Operand } from './criteria.ts';

/** A field of `type` or of its parents, or a global of the running user, as criteria name it. */
export function fieldOperand(schema: Schema, type: SObjectType, name: string): Operand {
  const reference = objectScope(schema, type, 'validation').resolve(name.split('.'));
  if (reference === undefined || reference.unsupported !== undefined) throw noField(name, type);
  const found = accessor(schema, type, reference);
  return { ...(found.last === undefined ? {} : { field: found.last }), read: (view) => found.read(view) };
}

const noField = (name: string, type: SObjectType): OrgError =>
  new OrgError(
    'INVALID_CROSS_REFERENCE_KEY',
    `In field: field - no CustomField named ${name.startsWith('$') ? name : `${type.name}.${name}`} found`,
  );
