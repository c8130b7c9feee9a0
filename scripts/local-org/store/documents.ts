import { deserialize, serialize } from 'node:v8';
import type { DatabaseSync } from 'node:sqlite';
import type { StatementCache } from './statement-cache.ts';
import type { DocumentCollection } from './store.ts';

export function createDocumentTable(db: DatabaseSync): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS _documents (kind TEXT, key TEXT, value BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID',
  );
}

/** Kept in Node's structured form because components carry bytes, which JSON cannot. */
export class Documents implements DocumentCollection {
  readonly #statements: StatementCache;
  readonly #kind: string;

  constructor(statements: StatementCache, kind: string) {
    this.#statements = statements;
    this.#kind = kind;
  }

  get(key: string): unknown {
    const row = this.#statements
      .prepare('SELECT value FROM _documents WHERE kind = ? AND key = ?')
      .get(this.#kind, key);
    return row && read(row['value']);
  }

  put(key: string, value: unknown): void {
    const sql = 'INSERT INTO _documents VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value';
    this.#statements.prepare(sql).run(this.#kind, key, serialize(value));
  }

  delete(key: string): void {
    this.#statements.prepare('DELETE FROM _documents WHERE kind = ? AND key = ?').run(this.#kind, key);
  }

  entries(): [string, unknown][] {
    const rows = this.#statements
      .prepare('SELECT key, value FROM _documents WHERE kind = ? ORDER BY key')
      .all(this.#kind);
    return rows.map((row) => [String(row['key']), read(row['value'])]);
  }
}

function read(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) throw new TypeError('Expected a stored document to be bytes');
  return deserialize(value);
}
