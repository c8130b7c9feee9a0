import { refusedField } from '../../metadata/types/unmodelled.ts';
import type { RequestRow, RequestValue } from '../../save/contract.ts';
import type { Field, Schema, SObjectType } from '../../schema/model.ts';
import { BadUpload } from './parse-upload.ts';

/** What one column of a file writes. */
type Column =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'parent'; readonly relationship: string; readonly key: string; readonly type: string };

/** The platform's word for "make it blank"; an empty cell leaves the field alone. */
const BLANK = '#N/A';

/** Header names ignore case. `Account.Key__c` and `User:Owner.Username` name a parent by its key. */
export function readColumns(schema: Schema, type: SObjectType, header: readonly string[]): Column[] {
  return header.map((name) => {
    const field = type.field(name.trim());
    return field === undefined ? parentColumn(schema, type, name.trim()) : { kind: 'field', name: field.name };
  });
}

function parentColumn(schema: Schema, type: SObjectType, name: string): Column {
  const [, wanted, relationship = '', key = ''] = /^(?:(\w+):)?(\w+)\.(\w+)$/.exec(name) ?? [];
  const reference: Field | undefined = relationship === '' ? undefined : type.relationship(relationship);
  const targets = reference?.reference?.to ?? [];
  const target =
    wanted === undefined ? targets[0] : targets.find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  const keyField = target === undefined ? undefined : schema.object(target)?.field(key);
  if (reference?.reference === undefined || target === undefined || keyField === undefined) {
    const refused = refusedField(type, name);
    throw new BadUpload(`InvalidBatch : ${refused?.message ?? `Field name not found : ${name}`}`);
  }
  return { kind: 'parent', relationship: reference.reference.relationshipName, key: keyField.name, type: target };
}

export function rowFromCells(columns: readonly Column[], cells: readonly string[]): RequestRow {
  const row: Record<string, RequestValue> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    const value = cell === BLANK ? null : cell;
    if (column.kind === 'field') row[column.name] = value;
    else row[column.relationship] = { attributes: { type: column.type }, [column.key]: value };
  }
  return row;
}
