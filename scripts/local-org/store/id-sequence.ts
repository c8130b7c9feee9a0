import type { DatabaseSync } from 'node:sqlite';
import { idFromNumber } from './ids.ts';

const RESERVED_AT_ONCE = 500;

/**
 * Hands out ids that are never given twice. What was handed out lives in memory; the file holds a limit that is
 * always at or above it. A rollback takes the limit back with it, so `secure` writes it again right afterwards:
 * no answer leaves the org before that, hence nobody can have seen an id that a restart would give again.
 */
export class IdSequence {
  readonly #db: DatabaseSync;
  readonly #last = new Map<string, number>();
  readonly #limits = new Map<string, number>();
  /** Prefixes whose limit was raised in the transaction that is open. */
  readonly #raised = new Set<string>();

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('CREATE TABLE IF NOT EXISTS _id_limits (prefix TEXT PRIMARY KEY, reserved INTEGER NOT NULL) WITHOUT ROWID');
    for (const row of db.prepare('SELECT prefix, reserved FROM _id_limits').all()) {
      this.#last.set(String(row['prefix']), Number(row['reserved']));
      this.#limits.set(String(row['prefix']), Number(row['reserved']));
    }
  }

  next(prefix: string): string {
    const number = (this.#last.get(prefix) ?? 0) + 1;
    if (number > (this.#limits.get(prefix) ?? 0)) this.#reserve(prefix, number + RESERVED_AT_ONCE);
    this.#last.set(prefix, number);
    return idFromNumber(prefix, number);
  }

  committed(): void {
    this.#raised.clear();
  }

  /** After a rollback. */
  secure(): void {
    for (const prefix of this.#raised) this.#write(prefix, this.#limits.get(prefix) ?? 0);
    this.#raised.clear();
  }

  #reserve(prefix: string, limit: number): void {
    this.#limits.set(prefix, limit);
    this.#raised.add(prefix);
    this.#write(prefix, limit);
  }

  #write(prefix: string, limit: number): void {
    this.#db
      .prepare('INSERT INTO _id_limits VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET reserved = excluded.reserved')
      .run(prefix, limit);
  }
}
