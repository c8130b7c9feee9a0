import type { Row } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { targetType } from './record-view.ts';
import { fail, type Batch, type SaveItem } from './save-item.ts';
import { fieldLabel } from './shown-label.ts';
import type { Transaction } from './transaction.ts';

/** Every id points to a record of the right kind that exists, and that the asking user may see. */
export function checkReferences(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void {
  for (const field of batch.type.fields) {
    if (field.reference === undefined || !field.stored) continue;
    const changed = items.filter((item) => typeof newTarget(item, field) === 'string');
    loadTargets(tx, field, changed);
    for (const item of changed) checkReference(tx, batch, item, field);
  }
}

const newTarget = (item: SaveItem, field: Field) => {
  const id = item.after[field.name];
  return id === item.before?.[field.name] ? undefined : id;
};

function loadTargets(tx: Transaction, field: Field, items: readonly SaveItem[]): void {
  const idsByType = new Map<SObjectType, string[]>();
  for (const item of items) {
    const id = String(item.after[field.name]);
    const type = targetType(tx, field, id);
    if (type?.keyPrefix === id.slice(0, 3)) idsByType.set(type, [...(idsByType.get(type) ?? []), id]);
  }
  for (const [type, ids] of idsByType) tx.records.load(type, ids);
}

function checkReference(tx: Transaction, batch: Batch, item: SaveItem, field: Field): void {
  const id = String(item.after[field.name]);
  const type = targetType(tx, field, id);
  if (type === undefined || type.keyPrefix !== id.slice(0, 3)) {
    fail(item, 'MALFORMED_ID', `${fieldLabel(tx, field)}: id value of incorrect type: ${id}`, [field.name]);
    return;
  }
  const row = tx.records.get(type, id);
  if (row === undefined) {
    fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
  } else if (row['IsDeleted'] === true) {
    fail(item, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
  } else if (field.name === 'RecordTypeId' && batch.cause === 'request' && !mayChoose(tx, batch.type, row)) {
    fail(item, 'INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, [
      field.name,
    ]);
  } else if (
    batch.cause === 'request' &&
    item.given.has(field.name) &&
    type.kind === 'data' &&
    !tx.mayRead(type, row)
  ) {
    const message = `insufficient access rights on cross-reference id: ${id}`;
    fail(item, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, [field.name]);
  }
}

/** A record type is chosen from those that profile and permission sets give; the ones that records have stay theirs. */
function mayChoose(tx: Transaction, type: SObjectType, recordType: Row): boolean {
  if (String(recordType['SobjectType']).toLowerCase() !== type.name.toLowerCase()) return false;
  const name = String(recordType['DeveloperName']).toLowerCase();
  return tx.session.access.recordTypes(type.name).some((one) => one.toLowerCase() === name);
}
