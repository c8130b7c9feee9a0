import type { Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import type { Store } from '../store/store.ts';

/**
 * The rows a transaction has read or written, so that 200 records which look at the same parent read it once.
 * Invariant: a cached row equals the stored row; every write goes through here, a rollback empties the cache.
 */
export class RecordCache {
  readonly #store: Store;
  readonly #rows = new Map<string, Row | undefined>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads in one go what is not known yet. */
  load(type: SObjectType, ids: Iterable<string>): void {
    const missing: string[] = [];
    for (const id of new Set(ids)) if (!this.#rows.has(id)) missing.push(id);
    if (missing.length === 0) return;
    const found = this.#store.getMany(type, missing);
    for (const id of missing) this.#rows.set(id, found.get(id));
  }

  get(type: SObjectType, id: string): Row | undefined {
    if (!this.#rows.has(id)) this.#rows.set(id, this.#store.get(type, id));
    return this.#rows.get(id);
  }

  /** A row that was read by another way; what is already cached wins, it is the same or newer. */
  remember(row: Row): void {
    const id = row.Id;
    if (typeof id === 'string' && !this.#rows.has(id)) this.#rows.set(id, row);
  }

  insert(type: SObjectType, row: Row & { Id: string }): void {
    this.#store.insert(type, row);
    this.#rows.set(row.Id, row);
  }

  update(type: SObjectType, id: string, changes: Row): Row {
    const next = { ...this.get(type, id), ...changes };
    this.#store.update(type, id, changes);
    this.#rows.set(id, next);
    return next;
  }

  purge(type: SObjectType, id: string): void {
    this.#store.purge(type, id);
    this.#rows.set(id, undefined);
  }

  clear(): void {
    this.#rows.clear();
  }
}
