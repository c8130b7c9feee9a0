import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDocumentTable, Documents } from './documents.ts';
import { isBusy, removeHolder, writeHolder, writtenHolder } from './holder.ts';
import { IdSequence } from './id-sequence.ts';
import { migrate } from './migrate.ts';
import { SetupVersion } from './setup-version.ts';
import { Records } from './records.ts';
import { StatementCache } from './statement-cache.ts';
import type { Store } from './store.ts';
import { Transactions } from './transactions.ts';

/**
 * WAL with synchronous NORMAL survives the death of the process at any moment. The exclusive lock keeps a second
 * process from serving the same folder with caches that do not know of each other.
 */
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;
  PRAGMA mmap_size = 268435456;
  CREATE TABLE IF NOT EXISTS _counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
`;

/** How long another process may look at the file before it counts as its holder. */
const LOOKING_MS = 1_000;

export function openStore(dir: string): Store {
  mkdirSync(dir, { recursive: true });
  const db = openDatabase(dir);
  writeHolder(dir);
  createDocumentTable(db);
  const statements = new StatementCache(db);
  const ids = new IdSequence(db);
  const setup = new SetupVersion();
  const records = new Records(statements, () => setup.changed(transactions.active));
  const transactions = new Transactions(db, {
    committed() {
      setup.committed();
      ids.committed();
    },
    rolledBack(outermost) {
      setup.rolledBack();
      if (outermost) ids.secure();
    },
  });

  return {
    db,
    prepare: (sql) => statements.prepare(sql),
    transaction: (work) => transactions.run(work),
    get inTransaction() {
      return transactions.active;
    },
    afterCommit: (work) => transactions.afterCommit(work),
    migrate: (next) => migrate(db, next),
    newId: (keyPrefix) => ids.next(keyPrefix),
    get: (type, id) => records.get(type, id),
    getMany: (type, wanted) => records.getMany(type, wanted),
    insert: (type, row) => records.insert(type, row),
    update: (type, id, changes) => records.update(type, id, changes),
    purge: (type, id) => records.purge(type, id),
    find: (type, column, values, options) => records.find(type, column, values, options),
    documents: (kind) => new Documents(statements, kind),
    get setupVersion() {
      return setup.current;
    },
    nextNumber: (name) => nextNumber(statements, name),
    close() {
      removeHolder(dir);
      db.close();
    },
  };
}

function openDatabase(dir: string): DatabaseSync {
  const file = join(dir, 'org.sqlite');
  // Somebody who only asks whose folder it is has the file for a moment; a holder has it for good.
  const db = new DatabaseSync(file, { timeout: LOOKING_MS });
  try {
    db.exec(SETTINGS);
  } catch (cause) {
    db.close();
    if (!isBusy(cause)) throw new Error(`Expected ${file} to be the database of a local org`, { cause });
    const holder = writtenHolder(dir) || 'unknown';
    throw new Error(`Expected ${dir} to be free, but it is in use by another process (pid ${holder})`, { cause });
  }
  return db;
}

function nextNumber(statements: StatementCache, name: string): number {
  const sql = 'INSERT INTO _counters VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value';
  return Number(statements.prepare(sql).get(name)?.['value']);
}
