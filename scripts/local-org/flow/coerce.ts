import type { FieldValue } from '../org.ts';
import { BadValue, convertValue } from '../save/convert-value.ts';
import type { Transaction } from '../save/transaction.ts';
import type { Field } from '../schema/model.ts';
import { FlowFault, FlowRecord } from './flow-value.ts';
import { dayOf } from './references.ts';

const isMoment = (value: FieldValue): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);

/** A flow puts a date and time into a date as the day where the user is. */
export function toField(tx: Transaction, field: Field, value: FieldValue): FieldValue {
  const fitting = field.type === 'date' && isMoment(value) ? dayOf(tx, Date.parse(String(value))) : value;
  try {
    return convertValue(field, fitting);
  } catch (error) {
    if (error instanceof BadValue) throw new FlowFault(`${error.statusCode}: ${error.message}`);
    throw error;
  }
}

export function setField(tx: Transaction, record: FlowRecord, name: string, value: FieldValue): void {
  const field = record.type.field(name);
  if (field === undefined) throw new FlowFault(`Expected a field of ${record.type.name}, got ${name}`);
  if (!field.stored || field.summary !== undefined)
    throw new FlowFault(`INVALID_FIELD_FOR_INSERT_UPDATE: ${field.name} is not writable`);
  record.set(field.name, toField(tx, field, value));
  record.changed.add(field.name);
}

/** To a variable's data type. */
export function toDataType(tx: Transaction, dataType: string | undefined, value: FieldValue): FieldValue {
  if (value === null) return null;
  switch (dataType) {
    case 'Number':
    case 'Currency':
      return typeof value === 'number' ? value : numberOf(value);
    case 'Date':
      return isMoment(value) ? dayOf(tx, Date.parse(String(value))) : value;
    case 'DateTime':
      return typeof value === 'string' && !isMoment(value) ? `${value}T00:00:00.000Z` : value;
    case 'String':
      return String(value);
    default:
      return value;
  }
}

function numberOf(value: FieldValue): number {
  const number = Number(value);
  if (typeof value === 'boolean' || Number.isNaN(number))
    throw new FlowFault(`Expected a number, got ${String(value)}`);
  return number;
}
