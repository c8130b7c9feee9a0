import type { Row, Session, TransactionLimits } from '../org.ts';
import type { Schema, SObjectType } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import type { Batch } from './save-item.ts';
import { RecordCache } from './record-cache.ts';

/** Thrown to undo an attempt whose failures are already noted on its items. */
class Undone extends Error {}

/** The two engines that call each other: the save runs flows, flows save. */
export interface Engine {
  write(tx: Transaction, batch: Batch): void;
  runFlows(tx: Transaction, batch: Batch, moment: 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete'): void;
}

/**
 * One transaction of the platform: everything that a save sets off shares its reads, its clock and its limits.
 */
export class Transaction {
  readonly session: Session;
  readonly schema: Schema;
  readonly store: Store;
  readonly records: RecordCache;
  readonly now: number;
  /** The transaction's time as stored: the platform keeps whole seconds. */
  readonly stamp: string;
  /** Flow and record id of what is running at this moment. */
  readonly runningFlows = new Set<string>();
  readonly engine: Engine;
  /** How many paths of flows set one another off, each at once, until this transaction began. */
  pathDepth = 0;

  readonly #known = new Map<string, unknown>();
  readonly #readable = new Map<string, boolean>();

  constructor(session: Session, engine: Engine) {
    this.engine = engine;
    this.session = session;
    this.schema = session.org.schema();
    this.store = session.org.store;
    this.records = new RecordCache(this.store);
    this.now = session.org.now();
    this.stamp = new Date(Math.floor(this.now / 1000) * 1000).toISOString();
  }

  /** What does not change within a transaction is read once. */
  once<T>(key: string, read: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, read());
    return this.#known.get(key) as T;
  }

  /** May the user see this record? Asked once per record and transaction. */
  mayRead(type: SObjectType, row: Row): boolean {
    const id = String(row['Id']);
    const known = this.#readable.get(id) ?? this.session.access.canReadRecord(type, row);
    this.#readable.set(id, known);
    return known;
  }

  /**
   * Runs work in a savepoint and keeps it when `keep` agrees; otherwise the store, the cache and the limits are as before.
   * Returns whether it was kept.
   */
  attempt(work: () => void, keep: () => boolean): boolean {
    const limits: TransactionLimits = { ...this.session.limits };
    try {
      this.store.transaction(() => {
        work();
        if (!keep()) throw new Undone();
      });
      return true;
    } catch (error) {
      this.records.clear();
      if (!(error instanceof Undone)) throw error;
      Object.assign(this.session.limits, limits);
      return false;
    }
  }
}
