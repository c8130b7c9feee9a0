import type { FieldValue } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { recordTypeOf } from './defaults.ts';
import { fail, type SaveItem } from './save-item.ts';
import { fieldLabel } from './shown-label.ts';
import type { Transaction } from './transaction.ts';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/;

/** What the platform itself demands of every value, before any rule of the company. */
export function checkValues(tx: Transaction, type: SObjectType, item: SaveItem): void {
  checkRequired(type, item);
  for (const field of type.fields) {
    if (!field.stored) continue;
    const value = item.after[field.name] ?? null;
    if (value === null || value === item.before?.[field.name]) continue;
    checkLength(tx, item, field, value);
    checkRange(tx, item, field, value);
    if (field.type === 'email' && !EMAIL.test(String(value))) {
      fail(item, 'INVALID_EMAIL_ADDRESS', `${fieldLabel(tx, field)}: invalid email address: ${String(value)}`, [
        field.name,
      ]);
    }
    if (field.picklist !== undefined && typeof value === 'string') checkPicklist(tx, type, item, field, value);
  }
}

function checkRequired(type: SObjectType, item: SaveItem): void {
  const missing = type.fields.filter((field) => isDemanded(field) && (item.after[field.name] ?? null) === null);
  if (missing.length === 0) return;
  const names = missing.map((field) => field.name);
  fail(item, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

/** The platform fills in for itself what nobody may create. */
const isDemanded = (field: Field): boolean =>
  !field.nillable && field.stored && field.createable && field.type !== 'boolean' && field.autoNumber === undefined;

function checkLength(tx: Transaction, item: SaveItem, field: Field, value: FieldValue): void {
  if (typeof value !== 'string' || field.length === undefined || field.length === 0) return;
  if (field.picklist !== undefined || field.type === 'reference' || field.type === 'id') return;
  if (value.length <= field.length) return;
  const message = `${fieldLabel(tx, field)}: data value too large: ${value} (max length=${String(field.length)})`;
  fail(item, 'STRING_TOO_LONG', message, [field.name]);
}

function checkRange(tx: Transaction, item: SaveItem, field: Field, value: FieldValue): void {
  if (typeof value !== 'number') return;
  const degrees = degreesOf(field);
  const whole = field.type === 'int' ? 10 : field.precision === undefined ? 18 : field.precision - (field.scale ?? 0);
  const fits = degrees === undefined ? Math.abs(value) < 10 ** whole : Math.abs(value) <= degrees;
  if (fits && (field.type !== 'int' || Math.abs(value) <= 2147483647)) return;
  const message = `${fieldLabel(tx, field)}: value outside of valid range on numeric field: ${String(value)}`;
  fail(item, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}

/** How far a coordinate goes from zero. */
function degreesOf({ compoundName, name }: Field): number | undefined {
  if (compoundName === undefined) return undefined;
  return /Latitude(__s)?$/.test(name) ? 90 : /Longitude(__s)?$/.test(name) ? 180 : undefined;
}

function checkPicklist(tx: Transaction, type: SObjectType, item: SaveItem, field: Field, value: string): void {
  const picklist = field.picklist;
  if (picklist === undefined) return;
  const recordType = recordTypeOf(tx, type, item.after['RecordTypeId'] ?? null);
  const allowed = recordType?.picklists[field.name]?.values;
  const parts = field.type === 'multipicklist' ? value.split(';').map((part) => part.trim()) : [value];
  const canonical = parts.map((part) => {
    const known = picklist.values.find((one) => one.active && one.value.toLowerCase() === part.toLowerCase());
    const fits = known !== undefined && (allowed === undefined || allowed.includes(known.value));
    if (!fits && picklist.restricted) {
      const message = `${fieldLabel(tx, field)}: bad value for restricted picklist field: ${part}`;
      fail(item, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
    }
    return known?.value ?? part;
  });
  item.after[field.name] = canonical.join(';');
}
