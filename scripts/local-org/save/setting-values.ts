import type { FieldValue, Row } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import type { Store } from '../store/store.ts';

/** The rows of a hierarchy that count for somebody, nearest holder first: user, profile, organization. */
export function settingRows(store: Store, type: SObjectType, holders: readonly (string | null)[]): Row[] {
  const known = holders.filter((id) => id !== null);
  const byHolder = new Map(store.find(type, 'SetupOwnerId', known).map((row) => [row['SetupOwnerId'], row]));
  return known.map((id) => byHolder.get(id)).filter((row) => row !== undefined);
}

/** What the nearest row says; a blank there asks the next one. A checkbox is never blank. */
export function settingValue(rows: readonly Row[], field: Field | undefined): FieldValue {
  if (!field) return null;
  const value = rows.map((row) => row[field.name] ?? null).find((one) => one !== null);
  return value ?? (field.type === 'boolean' ? false : null);
}
