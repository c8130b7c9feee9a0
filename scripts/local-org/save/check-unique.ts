import type { FieldValue } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { fail, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

/** No two living records share the value of a unique field, neither stored nor within the batch. */
export function checkUnique(tx: Transaction, type: SObjectType, items: readonly SaveItem[]): void {
  for (const field of type.fields) {
    if (field.unique === undefined || !field.stored) continue;
    const changed = items.filter((item) => {
      const value = item.after[field.name] ?? null;
      return value !== null && value !== item.before?.[field.name];
    });
    if (changed.length > 0) checkField(tx, type, field, changed);
  }
}

function checkField(tx: Transaction, type: SObjectType, field: Field, items: readonly SaveItem[]): void {
  const holders = new Map<FieldValue, string>();
  const key = (value: FieldValue): FieldValue =>
    typeof value === 'string' && field.unique === 'caseInsensitive' ? value.toLowerCase() : value;
  const leaving = new Map(items.map((item) => [item.id, item]));
  for (const row of tx.store.find(
    type,
    field.name,
    items.map((item) => item.after[field.name] ?? null),
  )) {
    if (!leaving.has(String(row['Id']))) holders.set(key(row[field.name] ?? null), String(row['Id']));
  }
  for (const item of items) {
    const value = key(item.after[field.name] ?? null);
    const holder = holders.get(value);
    if (holder === undefined) {
      holders.set(value, String(item.id));
    } else {
      const message = `duplicate value found: ${field.name} duplicates value on record with id: ${holder}`;
      fail(item, 'DUPLICATE_VALUE', message, [field.name]);
    }
  }
}
