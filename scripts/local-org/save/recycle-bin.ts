import type { Row } from '../org.ts';
import type { Store } from '../store/store.ts';

/** What one deletion took with it, so that an undelete brings back the same. */
export interface BinEntry {
  readonly details: readonly (readonly [object: string, id: string])[];
  readonly cleared: readonly (readonly [object: string, id: string, field: string])[];
  /** Rows of objects that know no soft delete (shares). */
  readonly purged: readonly (readonly [object: string, row: Row])[];
}

export function binEntry(store: Store, id: string): BinEntry | undefined {
  return store.documents('recycle-bin').get(id) as BinEntry | undefined;
}

export function putBinEntry(store: Store, id: string, entry: BinEntry): void {
  store.documents('recycle-bin').put(id, entry);
}

export function dropBinEntry(store: Store, id: string): void {
  store.documents('recycle-bin').delete(id);
}
