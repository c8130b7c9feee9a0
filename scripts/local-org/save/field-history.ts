import type { FieldValue } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import type { Batch, SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

/** One line per tracked field that changed, as the object's history keeps it. */
export function writeHistory(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void {
  const history = historyType(tx, batch.type);
  const parent = history?.fields.find((field) => field.reference?.to.includes(batch.type.name));
  if (history === undefined || parent === undefined) return;
  const tracked = batch.type.fields.filter((field) => field.trackHistory && field.stored);
  for (const item of items) {
    if (batch.operation === 'insert')
      writeLine(tx, history, parent, item, { Field: 'created', OldValue: null, NewValue: null });
    for (const field of batch.operation === 'update' ? tracked : []) {
      const before = item.before?.[field.name] ?? null;
      const after = item.after[field.name] ?? null;
      if (before === after) continue;
      writeLine(tx, history, parent, item, { Field: field.name, OldValue: shown(before), NewValue: shown(after) });
    }
  }
}

function historyType(tx: Transaction, type: SObjectType): SObjectType | undefined {
  if (!type.fields.some((field) => field.trackHistory)) return undefined;
  const name = type.name.endsWith('__c') ? `${type.name.slice(0, -3)}__History` : `${type.name}History`;
  return tx.schema.object(type.name === 'Opportunity' ? 'OpportunityFieldHistory' : name);
}

/** Long values are noted as changed without their text. */
const shown = (value: FieldValue): FieldValue => (typeof value === 'string' && value.length > 255 ? null : value);

function writeLine(
  tx: Transaction,
  history: SObjectType,
  parent: Field,
  item: SaveItem,
  line: Readonly<Record<'Field' | 'OldValue' | 'NewValue', FieldValue>>,
): void {
  const all: Record<string, FieldValue> = {
    ...line,
    [parent.name]: item.id,
    CreatedById: tx.session.user.id,
    CreatedDate: tx.stamp,
    SystemModstamp: tx.stamp,
    IsDeleted: false,
  };
  const known = Object.entries(all).filter(([name]) => history.field(name)?.stored);
  tx.records.insert(history, { ...Object.fromEntries(known), Id: tx.store.newId(history.keyPrefix) });
}
