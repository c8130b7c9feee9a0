import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { RowSet } from './playbook-rows.ts';

/** A row to write and why: it is new, or these fields differ. */
export interface RowChange {
  readonly row: OrgRecord;
  readonly key: string;
  /** Empty = the row is new. */
  readonly fields: readonly string[];
}

/** Compares wanted rows with the org's by external id; what is equal is left out. Pure. */
export function changedRows(wanted: RowSet, existing: readonly OrgRecord[]): RowChange[] {
  const byKey = new Map(existing.map((row) => [String(row[wanted.externalIdField]), row]));
  return wanted.rows.flatMap((row) => {
    const key = String(row[wanted.externalIdField]);
    const found = byKey.get(key);
    if (!found) return [{ row, key, fields: [] }];
    const fields = Object.keys(row).filter((field) => !isSame(row[field], found[field]));
    return fields.length === 0 ? [] : [{ row, key, fields }];
  });
}

/** A parent named by its external id is compared by that id; numbers and texts by what they show. */
function isSame(wanted: unknown, found: unknown): boolean {
  if (wanted !== null && typeof wanted === 'object') {
    const [field, value] = Object.entries(wanted)[0] ?? [];
    return field !== undefined && isSame(value, (found as OrgRecord | null | undefined)?.[field]);
  }
  return shown(wanted) === shown(found);
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  return String(value);
}

/** The fields to ask the org for so that `changedRows` can compare: parents through their external id. */
export function comparedFields(rows: RowSet): string[] {
  const first = rows.rows[0] ?? {};
  return Object.entries(first).map(([field, value]) =>
    value !== null && typeof value === 'object' ? `${field}.${Object.keys(value)[0] ?? 'Id'}` : field,
  );
}
