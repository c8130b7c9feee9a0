import type { FieldValue, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import type { Batch, SaveItem } from './save-item.ts';
import { writeHistory } from './field-history.ts';
import type { Transaction } from './transaction.ts';

/** Writes what passed every check. The audit fields are the platform's alone. */
export function writeRecords(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void {
  for (const item of items) {
    if (batch.operation === 'insert') writeNew(tx, batch.type, item);
    else writeChanges(tx, batch.type, item);
    item.written = true;
  }
  writeHistory(tx, batch, items);
}

function writeNew(tx: Transaction, type: SObjectType, item: SaveItem): void {
  const userId = tx.session.user.id;
  stampFields(type, item.after, {
    CreatedById: userId,
    CreatedDate: tx.stamp,
    LastModifiedById: userId,
    LastModifiedDate: tx.stamp,
    SystemModstamp: tx.stamp,
    IsDeleted: false,
  });
  const row = { ...item.after, Id: item.id ?? '' };
  tx.records.insert(type, row);
  item.after = row;
}

function writeChanges(tx: Transaction, type: SObjectType, item: SaveItem): void {
  stampFields(type, item.after, {
    LastModifiedById: tx.session.user.id,
    LastModifiedDate: tx.stamp,
    SystemModstamp: tx.stamp,
  });
  item.after = tx.records.update(type, item.id ?? '', changesOf(item));
}

function changesOf(item: SaveItem): Row {
  const changes: Row = {};
  for (const [name, value] of Object.entries(item.after)) {
    if (value !== (item.before?.[name] ?? null)) changes[name] = value;
  }
  return changes;
}

function stampFields(type: SObjectType, row: Row, stamps: Readonly<Record<string, FieldValue>>): void {
  for (const [name, value] of Object.entries(stamps)) {
    if (type.field(name)?.stored) row[name] = value;
  }
}
