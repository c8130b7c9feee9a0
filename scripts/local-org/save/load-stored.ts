import { fail, type Batch, type SaveItem } from './save-item.ts';
import { fieldLabel } from './shown-label.ts';
import type { Transaction } from './transaction.ts';
import type { Row } from '../org.ts';

/** Reads the records that an update or a delete is about. */
export function loadStored(tx: Transaction, batch: Batch): void {
  if (batch.operation === 'insert') return;
  tx.records.load(
    batch.type,
    batch.items.flatMap((item) => item.id ?? []),
  );
  for (const item of batch.items) {
    if (item.errors.length > 0) continue;
    const row = item.id === null ? undefined : tx.records.get(batch.type, item.id);
    if (row === undefined) missing(tx, item, batch);
    else take(item, row, batch);
  }
}

function missing(tx: Transaction, item: SaveItem, batch: Batch): void {
  if (item.id === null) fail(item, 'MISSING_ARGUMENT', 'Id not specified in an update call');
  else if (!item.id.startsWith(batch.type.keyPrefix)) {
    const field = batch.type.field('Id');
    const label = field ? fieldLabel(tx, field) : 'ID';
    fail(item, 'MALFORMED_ID', `${label}: id value of incorrect type: ${item.id}`, ['Id']);
  } else fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

function take(item: SaveItem, row: Row, batch: Batch): void {
  const deleted = row['IsDeleted'] === true;
  if (deleted !== (batch.operation === 'undelete')) {
    if (deleted) fail(item, 'ENTITY_IS_DELETED', 'entity is deleted');
    else fail(item, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
    return;
  }
  const modified = row['SystemModstamp'];
  if (
    item.ifUnmodifiedSince !== undefined &&
    typeof modified === 'string' &&
    Date.parse(modified) > Date.parse(item.ifUnmodifiedSince)
  ) {
    fail(item, 'ENTITY_SAVE_ERROR', 'The record you are trying to save was modified since you opened it.');
    return;
  }
  item.before = row;
  item.after = { ...row };
}
