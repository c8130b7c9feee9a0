import type { DatabaseSync } from 'node:sqlite';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { columnOf, columnsOf, indexName, isIndexed, quoted } from './table-layout.ts';

/** Brings tables, columns and indexes in line with a schema. Names that begin with `_` are the store's own. */
export function migrate(db: DatabaseSync, next: Schema): void {
  const existing = namesOf(db, 'table');
  const indexes = namesOf(db, 'index');
  const wanted = new Set<string>();
  for (const type of next.objects) {
    wanted.add(type.name.toLowerCase());
    if (existing.has(type.name.toLowerCase())) alterTable(db, type, indexes);
    else createTable(db, type);
    syncIndexes(db, type, indexes);
  }
  for (const [key, table] of existing) {
    if (!wanted.has(key)) db.exec(`DROP TABLE ${quoted(table)}`);
  }
}

function namesOf(db: DatabaseSync, kind: 'table' | 'index'): Map<string, string> {
  const rows = db
    .prepare(
      String.raw`SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE '\_%' ESCAPE '\'`,
    )
    .all(kind);
  return new Map(rows.map((row) => [String(row['name']).toLowerCase(), String(row['name'])]));
}

function createTable(db: DatabaseSync, type: SObjectType): void {
  const columns = columnsOf(type).map((column) => `${quoted(column.name)} ${column.declaration}`);
  if (columns.length > 0) db.exec(`CREATE TABLE ${quoted(type.name)} (${columns.join(', ')})`);
}

function alterTable(db: DatabaseSync, type: SObjectType, indexes: Map<string, string>): void {
  const declared = declaredColumns(db, type.name);
  for (const field of type.fields) {
    if (!field.stored) continue;
    const before = declared.get(field.name.toLowerCase());
    declared.delete(field.name.toLowerCase());
    if (before === undefined) addColumn(db, type, field);
    else if (before.type !== storageType(columnOf(field).declaration))
      convertColumn(db, type, field, before.name, indexes);
  }
  for (const { name } of declared.values()) dropColumn(db, type, name, indexes);
}

function declaredColumns(db: DatabaseSync, table: string): Map<string, { name: string; type: string }> {
  const columns = db.prepare(`PRAGMA table_info(${quoted(table)})`).all();
  return new Map(
    columns.map((row) => [String(row['name']).toLowerCase(), { name: String(row['name']), type: String(row['type']) }]),
  );
}

function storageType(declaration: string): string {
  return declaration.split(' ')[0] ?? '';
}

function addColumn(db: DatabaseSync, type: SObjectType, field: Field): void {
  db.exec(`ALTER TABLE ${quoted(type.name)} ADD COLUMN ${quoted(field.name)} ${columnOf(field).declaration}`);
}

function dropColumn(db: DatabaseSync, type: SObjectType, name: string, indexes: Map<string, string>): void {
  const index = indexName(type.name, name);
  if (indexes.delete(index.toLowerCase())) db.exec(`DROP INDEX ${quoted(index)}`);
  db.exec(`ALTER TABLE ${quoted(type.name)} DROP COLUMN ${quoted(name)}`);
}

/** A changed field type keeps what can be read in the new type. */
function convertColumn(
  db: DatabaseSync,
  type: SObjectType,
  field: Field,
  formerName: string,
  indexes: Map<string, string>,
): void {
  const storage = storageType(columnOf(field).declaration);
  const former = `_former_${field.name}`;
  const index = indexName(type.name, formerName);
  if (indexes.delete(index.toLowerCase())) db.exec(`DROP INDEX ${quoted(index)}`);
  db.exec(`ALTER TABLE ${quoted(type.name)} RENAME COLUMN ${quoted(formerName)} TO ${quoted(former)}`);
  addColumn(db, type, field);
  const value =
    field.type === 'boolean'
      ? `coalesce(CAST(${quoted(former)} AS INTEGER), 0) <> 0`
      : `CAST(${quoted(former)} AS ${storage})`;
  db.exec(`UPDATE ${quoted(type.name)} SET ${quoted(field.name)} = ${value}`);
  db.exec(`ALTER TABLE ${quoted(type.name)} DROP COLUMN ${quoted(former)}`);
}

function syncIndexes(db: DatabaseSync, type: SObjectType, indexes: Map<string, string>): void {
  for (const field of type.fields) {
    const name = indexName(type.name, field.name);
    const present = indexes.has(name.toLowerCase());
    if (isIndexed(field) && !present)
      db.exec(`CREATE INDEX ${quoted(name)} ON ${quoted(type.name)} (${quoted(field.name)})`);
    if (!isIndexed(field) && present) db.exec(`DROP INDEX ${quoted(name)}`);
  }
}
