import type { Field, FieldType, SObjectType } from '../../schema/model.ts';
import type { Sql } from './sql.ts';

/** What an expression of the query means: SQL, and what the platform knows about its value. */
export interface Resolved {
  readonly sql: Sql;
  readonly type: FieldType;
  /** As the platform names it in results: `Name`, `Owner.Name`. */
  readonly name: string;
  /** The field behind it, also behind toLabel(), MIN() and the like. */
  readonly field?: Field;
  readonly object?: SObjectType;
  readonly aggregate: boolean;
  /** Calls the user wrote around a field that only change how its value is shown. */
  readonly shown?: 'label' | 'format';
  /** A call that may be selected only where it is grouped by. */
  readonly onlyGrouped?: string;
}

const TEXTS: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'anyType',
]);
const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);

export const isText = (type: FieldType): boolean => TEXTS.has(type);
export const isNumber = (type: FieldType): boolean => NUMBERS.has(type);
export const isId = (type: FieldType): boolean => type === 'id' || type === 'reference';
/** Read as a whole; in filters and orders its parts or DISTANCE() stand. */
export const isCompound = (type: FieldType): boolean => type === 'address' || type === 'location';
export const isLongText = (field: Field | undefined): boolean =>
  field?.type === 'textarea' && (field.length ?? 0) > 255;
