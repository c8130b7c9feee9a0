import type { FieldValue } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import type { Batch, SaveItem } from './save-item.ts';
import { RecordView, targetType } from './record-view.ts';
import type { Transaction } from './transaction.ts';

/** One line per tracked field that changed, as the object's history keeps it. */
export function writeHistory(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void {
  const history = historyType(tx, batch.type);
  const parent = history?.fields.find((field) => field.reference?.to.includes(batch.type.name));
  if (history === undefined || parent === undefined) return;
  const tracked = batch.type.fields.filter((field) => field.trackHistory && field.stored);
  for (const item of items) {
    if (batch.operation === 'insert')
      writeLine(tx, history, parent, item, {
        Field: 'created',
        DataType: 'Text',
        OldValue: null,
        NewValue: null,
      });
    for (const field of batch.operation === 'update' ? tracked : []) {
      const before = item.before?.[field.name] ?? null;
      const after = item.after[field.name] ?? null;
      if (before === after) continue;
      const line = { Field: field.name, DataType: dataType(field), OldValue: shown(before), NewValue: shown(after) };
      writeLine(tx, history, parent, item, line);
      if (field.reference) writeLine(tx, history, parent, item, namedLine(tx, field, before, after));
    }
  }
}

function historyType(tx: Transaction, type: SObjectType): SObjectType | undefined {
  if (!type.fields.some((field) => field.trackHistory)) return undefined;
  const name = type.name.endsWith('__c') ? `${type.name.slice(0, -3)}__History` : `${type.name}History`;
  return tx.schema.object(type.name === 'Opportunity' ? 'OpportunityFieldHistory' : name);
}

type Line = Readonly<Record<'Field' | 'DataType' | 'OldValue' | 'NewValue', FieldValue>>;

const DATA_TYPES: Readonly<Partial<Record<Field['type'], string>>> = {
  reference: 'EntityId',
  boolean: 'Boolean',
  date: 'DateOnly',
  datetime: 'DateTime',
  double: 'Double',
  int: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  picklist: 'Picklist',
  multipicklist: 'Picklist',
};

function dataType(field: Field): string {
  if (field.type === 'textarea') return (field.length ?? 0) > 255 ? 'StringPlusClob' : 'TextArea';
  return DATA_TYPES[field.type] ?? 'Text';
}

/** A lookup leaves two lines: the ids, and the names that they had. */
function namedLine(tx: Transaction, field: Field, before: FieldValue, after: FieldValue): Line {
  return {
    Field: field.name,
    DataType: 'Text',
    OldValue: nameOf(tx, field, before),
    NewValue: nameOf(tx, field, after),
  };
}

function nameOf(tx: Transaction, field: Field, id: FieldValue): FieldValue {
  const type = typeof id === 'string' ? targetType(tx, field, id) : undefined;
  const row = type && typeof id === 'string' ? tx.records.get(type, id) : undefined;
  const name = type?.fields.find((one) => one.nameField);
  return type && row && name ? shown(new RecordView(tx, type, row).value(name)) : null;
}

/** Long values are noted as changed without their text. */
const shown = (value: FieldValue): FieldValue => (typeof value === 'string' && value.length > 255 ? null : value);

function writeLine(tx: Transaction, history: SObjectType, parent: Field, item: SaveItem, line: Line): void {
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
