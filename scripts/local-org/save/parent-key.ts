import { OrgError } from '../errors.ts';
import type { Field } from '../schema/model.ts';
import type { ParentKey } from './contract.ts';
import { convertValue } from './convert-value.ts';
import type { Transaction } from './transaction.ts';

/** The id of the parent that a request names by an external id: `Deal__r: { Ext__c: 'x' }`. */
export function parentByKey(tx: Transaction, field: Field, key: ParentKey): string {
  const names = Object.keys(key).filter((name) => name !== 'attributes');
  const target = targetOf(tx, field, key);
  const [name = ''] = names;
  const keyField = target?.field(name);
  const value = key[name];
  if (!target || !keyField || names.length !== 1 || typeof value === 'object' || value === undefined) {
    throw new OrgError(
      'INVALID_FIELD',
      `Expected one external id of ${field.reference?.to.join(', ') ?? ''}, got ${names.join(', ')}`,
    );
  }
  if (!keyField.externalId && !keyField.unique && keyField.type !== 'id') {
    throw new OrgError(
      'INVALID_FIELD',
      `Field name provided, ${name} is not an External ID or indexed field for ${target.name}`,
    );
  }
  const converted = convertValue(keyField, value);
  const found = converted === null ? [] : tx.store.find(target, keyField.name, [converted]);
  const [row] = found;
  if (found.length > 1) {
    throw new OrgError(
      'INVALID_FIELD',
      `More than one record found for external id field: [${found.map((one) => String(one.Id)).join(', ')}]`,
    );
  }
  if (row === undefined) {
    const message = `Foreign key external ID: ${String(value).toLowerCase()} not found for field ${keyField.name} in entity ${target.name}`;
    throw new OrgError('INVALID_FIELD', message);
  }
  return String(row.Id);
}

function targetOf(tx: Transaction, field: Field, key: ParentKey) {
  const named = key['attributes'];
  const type = typeof named === 'object' && named !== null ? named['type'] : undefined;
  const targets = field.reference?.to ?? [];
  const target =
    typeof type === 'string' ? targets.find((one) => one.toLowerCase() === type.toLowerCase()) : targets[0];
  return target === undefined ? undefined : tx.schema.object(target);
}
