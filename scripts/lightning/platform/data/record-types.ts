/** Records as the UI API gives them. */
export interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}

export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly recordTypeId?: string | null;
  readonly recordTypeInfo?: { readonly name: string; readonly recordTypeId: string } | null;
  readonly lastModifiedDate?: string | null;
  readonly systemModstamp?: string | null;
  readonly eTag?: string;
  readonly childRelationships?: unknown;
}

export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

/** `Account.Owner.Name` from any way to name a field. */
export const qualified = (field: FieldReference): string =>
  typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;

export const qualifiedAll = (fields: FieldReference | readonly FieldReference[] | undefined): string[] =>
  fields === undefined ? [] : [...new Set((Array.isArray(fields) ? fields : [fields]).map(qualified))];

export const isRecord = (value: unknown): value is RecordRepresentation =>
  typeof value === 'object' && value !== null && 'fields' in value && 'apiName' in value;

/** The fields below the object name: `['Owner', 'Name']`. */
const pathOf = (field: string): string[] => field.split('.').slice(1);

export function hasField(record: RecordRepresentation, field: string): boolean {
  const [first, ...rest] = pathOf(field) as [string, ...string[]];
  const found = record.fields[first];
  if (found === undefined) return false;
  if (rest.length === 0 || found.value === null) return true;
  return isRecord(found.value) && hasField(found.value, [found.value.apiName, ...rest].join('.'));
}

/** Newer values over older ones; a parent is merged only into itself. */
export function mergeRecords(
  older: RecordRepresentation | undefined,
  newer: RecordRepresentation,
): RecordRepresentation {
  if (older === undefined || older.id !== newer.id) return newer;
  const fields: Record<string, FieldValue> = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const before = fields[name]?.value;
    fields[name] =
      isRecord(field.value) && isRecord(before) ? { ...field, value: mergeRecords(before, field.value) } : field;
  }
  return { ...older, ...newer, fields };
}

/** Only what was asked for: a component must not live on what its neighbour asked. */
export function projectRecord(record: RecordRepresentation, fields: readonly string[]): RecordRepresentation {
  const projected: Record<string, FieldValue> = {};
  for (const field of fields) {
    const [first, ...rest] = pathOf(field) as [string, ...string[]];
    const found = record.fields[first];
    if (found === undefined) continue;
    if (rest.length === 0 || !isRecord(found.value)) {
      projected[first] ??= found;
      continue;
    }
    const inner = projectRecord(found.value, [[found.value.apiName, ...rest].join('.')]);
    const before = projected[first]?.value;
    projected[first] = { ...found, value: isRecord(before) ? mergeRecords(before, inner) : inner };
  }
  return { ...record, fields: projected };
}

export function idsIn(value: unknown): Set<string> {
  const ids = new Set<string>();
  const walk = (each: unknown): void => {
    if (typeof each === 'string') {
      if (/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(each)) ids.add(each.slice(0, 15));
    } else if (typeof each === 'object' && each !== null) Object.values(each).forEach(walk);
  };
  walk(value);
  return ids;
}
