import { checkObjectRights, checkRecordRights } from './check-access.ts';
import { checkUnique } from './check-unique.ts';
import { loadStored } from './load-stored.ts';
import { saveParents } from './parent-save.ts';
import { binEntry, dropBinEntry } from './recycle-bin.ts';
import { saveBatch } from './save-batch.ts';
import { fail, sound, type Batch, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

/** Brings records back with everything their deletion took; no rule of the record itself runs. */
export function undeleteBatch(tx: Transaction, batch: Batch): void {
  checkObjectRights(tx, batch);
  loadStored(tx, batch);
  for (const item of sound(batch.items)) checkRecordRights(tx, batch, item);
  checkUnique(tx, batch.type, sound(batch.items).map(reborn));
  for (const item of sound(batch.items)) restore(tx, batch, item);
  saveParents(tx, { ...batch, items: sound(batch.items) }, saveBatch);
}

/** To its unique fields a record that comes back is a new one; errors stay those of the item. */
const reborn = (item: SaveItem): SaveItem => ({ ...item, before: undefined, after: { ...item.before } });

function restore(tx: Transaction, batch: Batch, item: SaveItem): void {
  const id = item.id ?? '';
  const entry = binEntry(tx.store, id);
  if (entry === undefined || masterIsGone(tx, batch, item)) {
    fail(item, 'UNDELETE_FAILED', 'Undelete failed: the record went with its master record, undelete that one');
    return;
  }
  tx.records.update(batch.type, id, { IsDeleted: false, SystemModstamp: tx.stamp });
  for (const [object, detailId] of entry.details) {
    const type = tx.schema.object(object);
    if (type && tx.records.get(type, detailId))
      tx.records.update(type, detailId, { IsDeleted: false, SystemModstamp: tx.stamp });
  }
  for (const [object, row] of entry.purged) {
    const type = tx.schema.object(object);
    if (type) tx.records.insert(type, { ...row, Id: String(row['Id']) });
  }
  for (const [object, otherId, field] of entry.cleared) relink(tx, object, otherId, field, id);
  dropBinEntry(tx.store, id);
  item.written = true;
}

/** A look-up that got another target meanwhile keeps it. */
function relink(tx: Transaction, object: string, id: string, field: string, target: string): void {
  const type = tx.schema.object(object);
  const row = type && tx.records.get(type, id);
  if (type?.field(field) && row && (row[field] ?? null) === null) tx.records.update(type, id, { [field]: target });
}

function masterIsGone(tx: Transaction, batch: Batch, item: SaveItem): boolean {
  return batch.type.fields.some((field) => {
    if (field.reference?.kind !== 'MasterDetail') return false;
    const master = tx.schema.object(field.reference.to[0] ?? '');
    const id = item.before?.[field.name];
    return master !== undefined && typeof id === 'string' && tx.records.get(master, id)?.['IsDeleted'] !== false;
  });
}
