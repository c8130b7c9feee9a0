import { OrgError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import type { SaveRequest } from './contract.ts';
import { BadValue, convertValue } from './convert-value.ts';
import { fail, saveItem, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

export interface Resolved {
  readonly item: SaveItem;
  readonly operation: 'insert' | 'update';
}

/** Decides for each upsert whether it is an insert or an update, by its external id. */
export function resolveUpserts(tx: Transaction, type: SObjectType, requests: readonly SaveRequest[]): Resolved[] {
  const keyField = keyFieldOf(type, requests[0]?.externalIdField ?? 'Id');
  const keys = requests.map((request) => keyOf(keyField, request));
  const wanted = keys.filter((key) => key.value !== null).map((key) => key.value);
  const stored = keyField.type === 'id' ? [] : tx.store.find(type, keyField.name, wanted);
  const seen = new Set<FieldValue>();
  return requests.map((request, index) => {
    const { value, error } = keys[index] ?? { value: null };
    if (keyField.type === 'id') return byId(request, value, error);
    const holders = value === null ? [] : stored.filter((row) => same(keyField, row[keyField.name] ?? null, value));
    const item = saveItem(
      request.row,
      holders.length === 1 ? String(holders[0]?.['Id']) : null,
      request.ifUnmodifiedSince,
    );
    if (error !== undefined) fail(item, error.statusCode, error.message, [keyField.name]);
    else if (value === null) fail(item, 'MISSING_ARGUMENT', `${keyField.name} not specified`);
    else if (holders.length > 1)
      fail(
        item,
        'DUPLICATE_EXTERNAL_ID',
        `More than one record found for external id field: [${holders.map((row) => String(row['Id'])).join(', ')}]`,
      );
    else if (seen.has(folded(keyField, value)))
      fail(item, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [keyField.name]);
    seen.add(folded(keyField, value));
    return { item, operation: holders.length === 1 ? 'update' : 'insert' };
  });
}

function keyFieldOf(type: SObjectType, name: string): Field {
  const field = type.field(name);
  if (field === undefined || !(field.externalId || field.type === 'id' || field.unique !== undefined)) {
    throw new OrgError(
      'INVALID_FIELD',
      `Field name provided, ${name} is not an External ID or indexed field for ${type.name}`,
    );
  }
  return field;
}

function keyOf(field: Field, request: SaveRequest): { value: FieldValue; error?: BadValue } {
  const found =
    Object.entries(request.row).find(([name]) => name.toLowerCase() === field.name.toLowerCase())?.[1] ?? null;
  try {
    return { value: typeof found === 'object' ? null : convertValue(field, found) };
  } catch (error) {
    if (error instanceof BadValue) return { value: null, error };
    throw error;
  }
}

function byId(request: SaveRequest, id: FieldValue, error: BadValue | undefined): Resolved {
  const item = saveItem(request.row, typeof id === 'string' ? id : null, request.ifUnmodifiedSince);
  if (error !== undefined) fail(item, error.statusCode, error.message, ['Id']);
  return { item, operation: item.id === null ? 'insert' : 'update' };
}

const folded = (field: Field, value: FieldValue): FieldValue =>
  typeof value === 'string' && field.unique !== 'caseSensitive' ? value.toLowerCase() : value;

const same = (field: Field, one: FieldValue, other: FieldValue): boolean => folded(field, one) === folded(field, other);
