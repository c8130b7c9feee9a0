import { isRecord, qualified } from './record-types.ts';
import type { FieldReference, FieldValue, RecordRepresentation } from './record-types.ts';

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function fieldAt(
  record: RecordRepresentation | undefined | null,
  field: FieldReference,
): FieldValue | null | undefined {
  const [, ...path] = qualified(field).split('.');
  let current: unknown = record;
  let found: FieldValue | undefined;
  for (const name of path) {
    if (current === null) return null;
    if (!isRecord(current)) return undefined;
    found = current.fields[name];
    if (found === undefined) return undefined;
    current = found.value;
  }
  return found;
}

/** Undefined when the record was fetched without the field, null when it is blank. */
export function getFieldValue(record: RecordRepresentation | undefined | null, field: FieldReference): unknown {
  const found = fieldAt(record, field);
  return found === null ? null : found?.value;
}

export function getFieldDisplayValue(record: RecordRepresentation | undefined | null, field: FieldReference): unknown {
  const found = fieldAt(record, field);
  return found === null ? null : found?.displayValue;
}

type ObjectInfo = {
  readonly fields: Readonly<Record<string, { readonly updateable: boolean; readonly createable: boolean }>>;
};

function inputOf(
  record: RecordRepresentation,
  keep: (name: string) => boolean,
): { apiName: string; fields: Record<string, unknown> } {
  const plain = Object.entries(record.fields).filter(([name, { value }]) => keep(name) && !isRecord(value));
  return { apiName: record.apiName, fields: Object.fromEntries(plain.map(([name, { value }]) => [name, value])) };
}

export function generateRecordInputForUpdate(record: RecordRepresentation, objectInfo?: ObjectInfo) {
  const keep = (name: string): boolean => objectInfo === undefined || objectInfo.fields[name]?.updateable === true;
  const input = inputOf(record, keep);
  return { ...input, fields: { ...input.fields, Id: record.id } };
}

export function generateRecordInputForCreate(record: RecordRepresentation, objectInfo?: ObjectInfo) {
  return inputOf(record, (name) => objectInfo === undefined || objectInfo.fields[name]?.createable === true);
}

export function createRecordInputFilteredByEditedFields(
  input: RecordInput,
  original: RecordRepresentation,
): RecordInput {
  const edited = Object.entries(input.fields).filter(([name, value]) => original.fields[name]?.value !== value);
  return { ...input, fields: Object.fromEntries(edited) };
}
