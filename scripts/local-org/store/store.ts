import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { FieldValue, Row } from '../org.ts';
import type { Schema, SObjectType } from '../schema/model.ts';

/**
 * The org's memory: one SQLite file in the state folder, one table per object named as the object, one column
 * per stored field named as the field. Everything is synchronous; a transaction is whatever one call does.
 */
export interface Store {
  readonly db: DatabaseSync;
  /** A prepared statement, cached by its text. Read all its rows before the same text is used again. */
  prepare(sql: string): StatementSync;
  /** Nested calls become savepoints. A throw rolls back to where this call began and is rethrown. */
  transaction<T>(work: () => T): T;
  /** True while inside `transaction`. */
  readonly inTransaction: boolean;
  /** Runs after the outermost commit (change events, async paths); dropped on rollback. */
  afterCommit(work: () => void): void;
  /** Creates missing tables and columns, drops deleted ones; inside the deploy's transaction. */
  migrate(next: Schema): void;

  /** 18-character id with the type's prefix. Never reused, also not after a rollback. */
  newId(keyPrefix: string): string;
  get(type: SObjectType, id: string): Row | undefined;
  getMany(type: SObjectType, ids: readonly string[]): Map<string, Row>;
  insert(type: SObjectType, row: Row): void;
  update(type: SObjectType, id: string, changes: Row): void;
  /** Removes the row for good; a soft delete is an update of IsDeleted. */
  purge(type: SObjectType, id: string): void;
  /** Rows where a column has one of the values; deleted rows left out unless asked. */
  find(type: SObjectType, column: string, values: readonly FieldValue[], options?: { deleted?: boolean }): Row[];

  /** Small named documents (deployed components, jobs, settings) that survive restarts. */
  documents(kind: string): DocumentCollection;
  /** Next value of a named counter; not rolled back for ids, rolled back for auto numbers. */
  nextNumber(name: string): number;
  /** Grows whenever a row of a setup object may have changed; what is derived from such rows keys on it. */
  readonly setupVersion: number;
  close(): void;
}

export interface DocumentCollection {
  get(key: string): unknown;
  put(key: string, value: unknown): void;
  delete(key: string): void;
  entries(): [string, unknown][];
}
