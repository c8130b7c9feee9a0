import type { Field, FieldType, SObjectType } from '../schema/model.ts';

export interface Column {
  readonly name: string;
  readonly boolean: boolean;
  /** `TEXT COLLATE NOCASE` … as written in CREATE TABLE. */
  readonly declaration: string;
}

const NUMBERS: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);
/** Compared byte by byte: ids and the sortable texts of dates. Everything else ignores case, as the platform does. */
const EXACT: ReadonlySet<FieldType> = new Set(['id', 'reference', 'date', 'datetime', 'time', 'base64']);

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function columnOf(field: Field): Column {
  return { name: field.name, boolean: field.type === 'boolean', declaration: declarationOf(field) };
}

export function columnsOf(type: SObjectType): Column[] {
  return type.fields.filter((field) => field.stored).map(columnOf);
}

function declarationOf(field: Field): string {
  if (field.type === 'id') return 'TEXT NOT NULL PRIMARY KEY';
  if (field.type === 'boolean') return 'INTEGER NOT NULL DEFAULT 0';
  if (field.type === 'int') return 'INTEGER';
  if (NUMBERS.has(field.type)) return 'REAL';
  // Old and new values of histories: a number stays one.
  if (field.type === 'anyType') return 'BLOB COLLATE NOCASE';
  return EXACT.has(field.type) ? 'TEXT' : 'TEXT COLLATE NOCASE';
}

/** Look-ups that the platform indexes too: relations, names, keys, and the clocks that synchronisation reads. */
export function isIndexed(field: Field): boolean {
  if (!field.stored || field.type === 'id' || field.type === 'boolean') return false;
  return (
    (field.type === 'reference' && field.name !== 'CreatedById' && field.name !== 'LastModifiedById') ||
    field.externalId ||
    field.unique !== undefined ||
    field.nameField ||
    field.name === 'SystemModstamp'
  );
}

export function indexName(objectName: string, fieldName: string): string {
  return `${objectName}.${fieldName}`;
}
