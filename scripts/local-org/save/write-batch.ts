import { deleteBatch } from './delete-batch.ts';
import { saveBatch } from './save-batch.ts';
import type { Batch } from './save-item.ts';
import { behaviourOf } from './standard/behaviours.ts';
import type { Transaction } from './transaction.ts';
import { undeleteBatch } from './undelete-batch.ts';

/** One statement on up to 200 records of a type, whatever it is. */
export function writeBatch(tx: Transaction, batch: Batch): void {
  switch (batch.operation) {
    case 'delete':
      return deleteBatch(tx, batch);
    case 'undelete':
      return undeleteBatch(tx, batch);
    case 'update':
      return saveBatch(tx, batch);
    case 'insert':
      return insertBatch(tx, batch);
  }
}

function insertBatch(tx: Transaction, batch: Batch): void {
  const existing = behaviourOf(batch.type).existing?.(tx, batch);
  if (existing === undefined || existing.size === 0) return saveBatch(tx, batch);
  for (const [item, id] of existing) Object.assign(item, { id, merging: true });
  const merging = batch.items.filter((item) => item.merging);
  const added = batch.items.filter((item) => !item.merging);
  saveBatch(tx, { ...batch, operation: 'update', items: merging });
  if (added.length > 0) saveBatch(tx, { ...batch, items: added });
}
