import type { SObjectType } from '../schema/model.ts';
import { checkObjectRights, checkRecordRights } from './check-access.ts';
import { planDeletion, type DeletionPlan, type Doomed } from './deletion-plan.ts';
import { loadStored } from './load-stored.ts';
import { saveParents } from './parent-save.ts';
import { putBinEntry } from './recycle-bin.ts';
import { saveBatch } from './save-batch.ts';
import { saveItem, sound, type Batch, type SaveItem } from './save-item.ts';
import { behaviourOf } from './standard/behaviours.ts';
import type { Transaction } from './transaction.ts';

/** Soft delete with what belongs to it. Details go without a save of their own, look-ups are emptied without one. */
export function deleteBatch(tx: Transaction, batch: Batch): void {
  checkObjectRights(tx, batch);
  loadStored(tx, batch);
  for (const item of sound(batch.items)) checkRecordRights(tx, batch, item);
  tx.engine.runFlows(tx, batch, 'RecordBeforeDelete');
  const plan = planDeletion(tx, batch.type, sound(batch.items));
  behaviourOf(batch.type).losing?.(plan.details);
  const items = sound(batch.items);
  const alive = (one: Doomed): boolean => one.root.errors.length === 0;
  const details = plan.details.filter(alive);
  const cleared = plan.cleared.filter(alive);
  for (const { type, row, field } of cleared) clear(tx, type, String(row['Id']), field.name);
  for (const { type, row } of details) remove(tx, type, String(row['Id']));
  for (const item of items) {
    remove(tx, batch.type, item.id ?? '');
    item.written = true;
  }
  behaviourOf(batch.type).written?.(tx, batch, items);
  fileInBin(tx, batch.type, items, { details, cleared });
  saveParents(tx, { ...batch, items }, saveBatch);
  saveOtherParents(tx, details);
}

const isSoft = (type: SObjectType): boolean => type.field('IsDeleted')?.stored === true;

function remove(tx: Transaction, type: SObjectType, id: string): void {
  if (!isSoft(type)) return tx.records.purge(type, id);
  tx.records.update(type, id, {
    IsDeleted: true,
    ...(type.field('SystemModstamp')?.stored ? { SystemModstamp: tx.stamp } : {}),
  });
}

function clear(tx: Transaction, type: SObjectType, id: string, field: string): void {
  tx.records.update(type, id, {
    [field]: null,
    ...(type.field('SystemModstamp')?.stored ? { SystemModstamp: tx.stamp } : {}),
  });
}

function fileInBin(tx: Transaction, type: SObjectType, items: readonly SaveItem[], plan: DeletionPlan): void {
  if (!isSoft(type)) return;
  for (const item of items) {
    const own = plan.details.filter((one) => one.root === item);
    putBinEntry(tx.store, item.id ?? '', {
      details: own.filter((one) => isSoft(one.type)).map((one) => [one.type.name, String(one.row['Id'])] as const),
      purged: own.filter((one) => !isSoft(one.type)).map((one) => [one.type.name, one.row] as const),
      cleared: plan.cleared
        .filter((one) => one.root === item)
        .map((one) => [one.type.name, String(one.row['Id']), one.field.name] as const),
    });
  }
}

/** A detail of two masters changes the roll-ups of the one that stays. */
function saveOtherParents(tx: Transaction, details: readonly Doomed[]): void {
  const byType = new Map<SObjectType, SaveItem[]>();
  for (const { type, row, root } of details) {
    const item = saveItem({}, String(row['Id']));
    Object.assign(item, { before: row, after: row, errors: root.errors });
    byType.set(type, [...(byType.get(type) ?? []), item]);
  }
  for (const [type, items] of byType) saveParents(tx, { type, operation: 'delete', cause: 'flow', items }, saveBatch);
}
