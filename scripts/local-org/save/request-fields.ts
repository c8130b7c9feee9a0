import { refusedField } from '../metadata/types/unmodelled.ts';
import { OrgError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import type { ParentKey, RequestValue } from './contract.ts';
import { BadValue, convertValue, refuseForeignJson } from './convert-value.ts';
import { fail, type Batch, type SaveItem } from './save-item.ts';
import { parentByKey } from './parent-key.ts';
import { fieldLabel } from './shown-label.ts';
import type { Transaction } from './transaction.ts';

export interface GivenField {
  readonly field: Field;
  readonly value: RequestValue;
}

/** Names of a request in canonical case; unknown ones are the item's error. */
export function givenFields(type: SObjectType, item: SaveItem): GivenField[] {
  const given: GivenField[] = [];
  for (const [name, value] of Object.entries(item.input)) {
    if (name === 'attributes' || name.toLowerCase() === 'id') continue;
    const field = isParentKey(value) ? (type.relationship(name) ?? compoundField(type, name)) : type.field(name);
    if (field === undefined) {
      const refused = refusedField(type, name);
      if (refused !== undefined) fail(item, refused.code, refused.message, [name]);
      else fail(item, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
      continue;
    }
    if (item.merging && !field.updateable) continue;
    given.push({ field, value });
  }
  return given;
}

/** A whole address is not written; it is another answer than that of a field that does not exist. */
function compoundField(type: SObjectType, name: string): Field | undefined {
  const field = type.field(name);
  return field?.compound && field;
}

export const isParentKey = (value: RequestValue): value is ParentKey => typeof value === 'object' && value !== null;

/** Puts the values of a request over the record, each in its field's type. */
export function overwrite(tx: Transaction, batch: Batch, item: SaveItem, given: readonly GivenField[]): void {
  for (const { field, value } of given) {
    if (field.compound) continue;
    try {
      item.after[field.name] = convert(tx, field, value);
      item.given.add(field.name);
    } catch (error) {
      if (error instanceof BadValue) fail(item, error.statusCode, error.message, [field.name]);
      else if (error instanceof OrgError && isParentKey(value)) fail(item, error.code, error.message, error.fields);
      else throw error;
    }
  }
}

function convert(tx: Transaction, field: Field, value: RequestValue): FieldValue {
  if (isParentKey(value)) return parentByKey(tx, field, value);
  refuseForeignJson(field, value);
  return convertValue(field, value, fieldLabel(tx, field));
}
