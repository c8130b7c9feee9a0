import { compileFormula } from '../formula/compile.ts';
import { objectScope } from '../formula/object-scope.ts';
import { presetRecordType } from '../schema/describe-record-types.ts';
import type { FieldValue } from '../org.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { autoNumber } from './auto-number.ts';
import { bindFormula, type BoundFormula, valueOrBlank } from './bound-formula.ts';
import { convertValue } from './convert-value.ts';
import { RecordView } from './record-view.ts';
import type { SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

interface Default {
  readonly field: Field;
  readonly value: (tx: Transaction, item: SaveItem) => FieldValue;
}

const defaultsOf = new WeakMap<Schema, WeakMap<SObjectType, readonly Default[]>>();

/** Fills what the request left out: defaults, auto numbers, empty roll-ups, owner and record type. */
export function applyDefaults(tx: Transaction, type: SObjectType, item: SaveItem): void {
  applyRecordType(tx, type, item);
  for (const { field, value } of defaults(tx.schema, type)) {
    if (!item.given.has(field.name)) item.after[field.name] = value(tx, item);
  }
}

function defaults(schema: Schema, type: SObjectType): readonly Default[] {
  const ofSchema = defaultsOf.get(schema) ?? new WeakMap<SObjectType, readonly Default[]>();
  defaultsOf.set(schema, ofSchema);
  const known = ofSchema.get(type);
  if (known !== undefined) return known;
  const found = type.fields.filter((field) => field.stored).flatMap((field) => defaultOf(schema, type, field) ?? []);
  ofSchema.set(type, found);
  return found;
}

function defaultOf(schema: Schema, type: SObjectType, field: Field): Default | undefined {
  if (field.autoNumber !== undefined) return { field, value: (tx) => autoNumber(tx, type, field) };
  if (field.summary !== undefined) {
    const empty = field.summary.operation === 'count' || field.summary.operation === 'sum' ? 0 : null;
    return { field, value: () => empty };
  }
  if (field.name === 'OwnerId') return { field, value: (tx) => tx.session.user.id };
  if (field.picklist !== undefined) return { field, value: (tx, item) => picklistDefault(tx, type, field, item) };
  if (field.defaultValue !== undefined) {
    const bound = defaultFormula(schema, type, field.defaultValue);
    const worked = (tx: Transaction, item: SaveItem): FieldValue =>
      valueOrBlank(() => bound.run(new RecordView(tx, type, item.after)), field.type === 'boolean');
    return { field, value: (tx, item) => convertValue(field, worked(tx, item)) };
  }
  return field.type === 'boolean' ? { field, value: () => false } : undefined;
}

function defaultFormula(schema: Schema, type: SObjectType, source: string): BoundFormula {
  return bindFormula(schema, type, compileFormula(source, objectScope(schema, type, 'default'), { blanks: 'blank' }));
}

function picklistDefault(tx: Transaction, type: SObjectType, field: Field, item: SaveItem): FieldValue {
  const recordType = recordTypeOf(tx, type, item.after['RecordTypeId'] ?? null);
  const own = recordType?.picklists[field.name];
  if (own !== undefined) return own.defaultValue ?? null;
  return field.picklist?.values.find((value) => value.isDefault && value.active)?.value ?? null;
}

/** The record type behind an id; undefined for the master record type. */
export function recordTypeOf(tx: Transaction, type: SObjectType, id: FieldValue) {
  if (typeof id !== 'string') return undefined;
  const stored = tx.schema.object('RecordType');
  const row = stored && tx.records.get(stored, id);
  return row && type.recordTypes.find((one) => one.name === row['DeveloperName']);
}

function applyRecordType(tx: Transaction, type: SObjectType, item: SaveItem): void {
  if (item.given.has('RecordTypeId') || type.field('RecordTypeId') === undefined) return;
  const names = tx.session.access.recordTypes(type.name);
  if (names.length === 0) return;
  const id = tx.once(`record type of a new ${type.name}`, () => newRecordType(tx, type, names));
  if (id !== null) item.after['RecordTypeId'] = id;
}

/** The profile's default, or the only one that a user has; who has several by permission sets alone gets none. */
function newRecordType(tx: Transaction, type: SObjectType, [name = '', ...others]: readonly string[]): FieldValue {
  if (others.length > 0) return presetRecordType(tx.session, type) ?? null;
  const stored = tx.schema.object('RecordType');
  const rows = stored === undefined ? [] : tx.store.find(stored, 'DeveloperName', [name]);
  return rows.find((one) => one['SobjectType'] === type.name)?.['Id'] ?? null;
}
