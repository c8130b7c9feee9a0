import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { runQuery } from '../../soql/run.ts';
import { notFound } from '../error-body.ts';
import { noSuchColumn } from './row-from-json.ts';

export interface ReadOptions {
  /** Absent = every field that the user may read. */
  readonly fields?: readonly string[];
  readonly urlBase: string;
  readonly tooling?: boolean;
}

/** One record by id, through the same engine and checks as a query. */
export function readRecord(session: Session, type: SObjectType, id: string, options: ReadOptions): QueryRecord {
  const record = readRecords(session, type, [id], options).get(id);
  if (record !== undefined) return record;
  const row = session.org.store.get(type, id);
  if (row?.['IsDeleted'] === true) throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', { httpStatus: 404 });
  throw notFound();
}

/** Records by id; those that do not exist or are hidden are absent. */
export function readRecords(
  session: Session,
  type: SObjectType,
  ids: readonly string[],
  options: ReadOptions,
): Map<string, QueryRecord> {
  const names =
    options.fields === undefined ? readableFields(session, type) : checkedFields(session, type, options.fields);
  const selected = names.includes('Id') ? names : ['Id', ...names];
  const list = ids.map((id) => `'${id}'`).join(',');
  const soql = `SELECT ${selected.join(', ')} FROM ${type.name} WHERE Id IN (${list})`;
  const { records } = runQuery(session, soql, { urlBase: options.urlBase, tooling: options.tooling === true });
  return new Map(records.map((record) => [String(record['Id']), record]));
}

function readableFields(session: Session, type: SObjectType): string[] {
  return type.fields.filter((field) => isReadable(session, type, field)).map(({ name }) => name);
}

function checkedFields(session: Session, type: SObjectType, wanted: readonly string[]): string[] {
  const names = wanted.map((name) => {
    const field = type.field(name.trim());
    if (field === undefined || !isReadable(session, type, field)) throw noSuchColumn(type, name.trim());
    return field.name;
  });
  return [...new Set(names)];
}

function isReadable(session: Session, type: SObjectType, field: Field): boolean {
  return !field.permissionable || session.access.canReadField(type, field.name);
}
