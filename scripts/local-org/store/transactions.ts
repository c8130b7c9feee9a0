import type { DatabaseSync } from 'node:sqlite';

export interface TransactionEnd {
  committed(): void;
  /** `outermost` false: the surrounding transaction goes on. */
  rolledBack(outermost: boolean): void;
}

/** One outer transaction, savepoints inside it, and work that waits for the commit. */
export class Transactions {
  readonly #db: DatabaseSync;
  readonly #end: TransactionEnd;
  #depth = 0;
  #waiting: (() => void)[] = [];

  constructor(db: DatabaseSync, end: TransactionEnd) {
    this.#db = db;
    this.#end = end;
  }

  get active(): boolean {
    return this.#depth > 0;
  }

  run<T>(work: () => T): T {
    const outermost = this.#depth === 0;
    const savepoint = `level_${this.#depth}`;
    const waitingBefore = this.#waiting.length;
    this.#db.exec(outermost ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
    this.#depth++;
    let result: T;
    try {
      result = work();
      if (result instanceof Promise) throw new TypeError('Expected synchronous work in a transaction, got a promise');
      this.#db.exec(outermost ? 'COMMIT' : `RELEASE ${savepoint}`);
    } catch (error) {
      this.#depth--;
      this.#waiting.length = waitingBefore;
      this.#rollBack(outermost, savepoint);
      throw error;
    }
    this.#depth--;
    if (outermost) this.#settle();
    return result;
  }

  afterCommit(work: () => void): void {
    if (this.active) this.#waiting.push(work);
    else work();
  }

  #rollBack(outermost: boolean, savepoint: string): void {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error.
    if (this.#db.isTransaction)
      this.#db.exec(outermost ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
    this.#end.rolledBack(outermost);
  }

  /** What waits may start transactions of its own. */
  #settle(): void {
    this.#end.committed();
    const work = this.#waiting;
    this.#waiting = [];
    for (const one of work) one();
  }
}
