import type { SObjectType } from '../schema/model.ts';
import { requiredFilters, type FilteredLookup } from './lookup-filter.ts';
import { RecordView } from './record-view.ts';
import { fail, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

const REFUSAL = 'Value does not exist or does not match filter criteria.';

/** Every value of a filtered lookup still matches, also one that was there before the filter. */
export function checkLookupFilters(tx: Transaction, type: SObjectType, items: readonly SaveItem[]): void {
  for (const lookup of requiredFilters(tx.schema).get(type.name) ?? []) {
    for (const item of items) {
      const looksUp = (item.after[lookup.field.name] ?? null) !== null;
      if (looksUp && !lookup.allows(new RecordView(tx, type, item.after))) refuse(item, lookup);
    }
  }
}

/** A changed record may not leave those that look it up with a value that their filter no longer allows. */
export function checkFilteredReferrers(tx: Transaction, type: SObjectType, items: readonly SaveItem[]): void {
  const changed = new Map(items.map((item) => [item.id, item]));
  for (const [name, lookups] of requiredFilters(tx.schema)) {
    const referrer = tx.schema.object(name);
    for (const lookup of lookups) {
      if (lookup.target.name !== type.name || referrer === undefined) continue;
      for (const row of tx.store.find(referrer, lookup.field.name, [...changed.keys()])) {
        const item = changed.get(String(row[lookup.field.name]));
        if (item && item.errors.length === 0 && !lookup.allows(new RecordView(tx, referrer, row))) refuse(item, lookup);
      }
    }
  }
}

function refuse(item: SaveItem, { field, filter }: FilteredLookup): void {
  fail(item, 'FIELD_FILTER_VALIDATION_EXCEPTION', filter.message ?? REFUSAL, [field.name]);
}
