import type { SQLInputValue } from 'node:sqlite';
import type { FieldValue, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import { normalizeId } from './ids.ts';
import type { StatementCache } from './statement-cache.ts';
import { columnsOf, quoted, type Column } from './table-layout.ts';

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly byName: ReadonlyMap<string, Column>;
  readonly select: string;
  readonly insert: string;
  readonly softDelete: boolean;
  readonly setup: boolean;
}

/** SQLite's limit is 32,766 variables; smaller lists keep the number of different statements low. */
const IDS_AT_ONCE = 500;

/** Rows in and out of their tables. Booleans are 0 and 1 inside, true and false outside. */
export class Records {
  readonly #statements: StatementCache;
  readonly #tables = new WeakMap<SObjectType, Table>();
  readonly #setupChanged: () => void;

  constructor(statements: StatementCache, setupChanged: () => void) {
    this.#statements = statements;
    this.#setupChanged = setupChanged;
  }

  get(type: SObjectType, id: string): Row | undefined {
    const table = this.#table(type);
    const row = this.#statements.prepare(`${table.select} WHERE "Id" = ?`).get(normalizeId(id) ?? id);
    return row && outside(table, row as Row);
  }

  getMany(type: SObjectType, ids: readonly string[]): Map<string, Row> {
    return new Map(this.find(type, 'Id', ids, { deleted: true }).map((row) => [String(row['Id']), row]));
  }

  insert(type: SObjectType, row: Row): void {
    const table = this.#table(type);
    for (const name of Object.keys(row)) columnNamed(table, name);
    if (table.setup) this.#setupChanged();
    this.#statements.prepare(table.insert).run(...table.columns.map((column) => inside(column, row[column.name])));
  }

  update(type: SObjectType, id: string, changes: Row): void {
    const table = this.#table(type);
    const names = Object.keys(changes).filter((name) => name !== 'Id');
    if (names.length === 0) return;
    if (table.setup) this.#setupChanged();
    const columns = names.map((name) => columnNamed(table, name));
    const assignments = columns.map((column) => `${quoted(column.name)} = ?`).join(', ');
    const values = columns.map((column) => inside(column, changes[column.name]));
    this.#statements.prepare(`UPDATE ${table.name} SET ${assignments} WHERE "Id" = ?`).run(...values, id);
  }

  purge(type: SObjectType, id: string): void {
    const table = this.#table(type);
    if (table.setup) this.#setupChanged();
    this.#statements.prepare(`DELETE FROM ${table.name} WHERE "Id" = ?`).run(id);
  }

  find(type: SObjectType, column: string, values: readonly FieldValue[], options: { deleted?: boolean } = {}): Row[] {
    const table = this.#table(type);
    const target = columnNamed(table, column);
    const alive = table.softDelete && !options.deleted ? ' AND "IsDeleted" = 0' : '';
    const found: Row[] = [];
    for (let start = 0; start < values.length; start += IDS_AT_ONCE) {
      const part = values.slice(start, start + IDS_AT_ONCE).map((value) => inside(target, value));
      // One shape of statement for lists of every length.
      const condition = part.length === 1 ? `IS ?` : `IN (SELECT value FROM json_each(?))`;
      const statement = this.#statements.prepare(`${table.select} WHERE ${quoted(target.name)} ${condition}${alive}`);
      const rows = part.length === 1 ? statement.all(part[0] ?? null) : statement.all(JSON.stringify(part));
      for (const row of rows) found.push(outside(table, row as Row));
    }
    return found;
  }

  #table(type: SObjectType): Table {
    let table = this.#tables.get(type);
    if (!table) {
      table = tableOf(type);
      this.#tables.set(type, table);
    }
    return table;
  }
}

function tableOf(type: SObjectType): Table {
  const columns = columnsOf(type);
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const name = quoted(type.name);
  return {
    name,
    columns,
    byName: new Map(columns.map((column) => [column.name, column])),
    select: `SELECT ${names} FROM ${name}`,
    insert: `INSERT INTO ${name} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    softDelete: columns.some((column) => column.name === 'IsDeleted'),
    setup: type.kind === 'setup',
  };
}

function columnNamed(table: Table, name: string): Column {
  const column = table.byName.get(name);
  if (!column) throw new TypeError(`Expected a stored field of ${table.name}, got ${name}`);
  return column;
}

function inside(column: Column, value: FieldValue | undefined): SQLInputValue {
  if (column.boolean) return value === true || value === 1 ? 1 : 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}

function outside(table: Table, row: Row): Row {
  for (const column of table.columns) {
    if (column.boolean) row[column.name] = row[column.name] === 1;
  }
  return row;
}
