import { NotSupportedError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import type { Field, SObjectType, SummaryField, SummaryFilter } from '../schema/model.ts';
import { convertValue } from './convert-value.ts';
import type { RecordView } from './record-view.ts';

export type RowTest = (view: RecordView) => boolean;

/** All filters of a roll-up as one test on a child record. */
export function rollUpFilter(child: SObjectType, summary: SummaryField): RowTest {
  const tests = summary.filters.map((filter) => filterTest(child, filter));
  return (view) => tests.every((test) => test(view));
}

function filterTest(child: SObjectType, filter: SummaryFilter): RowTest {
  const field = child.field(filter.field.slice(filter.field.lastIndexOf('.') + 1));
  if (field === undefined) throw new TypeError(`Expected a field of ${child.name}, got ${filter.field}`);
  const wanted = wantedValues(field, filter);
  const compare = comparison(filter.operation);
  return (view) => {
    const value = view.value(field);
    // Several values in one filter: any may match; for the negative operators none may.
    const negative =
      filter.operation === 'notEqual' || filter.operation === 'notContain' || filter.operation === 'excludes';
    return negative ? wanted.every((one) => compare(value, one)) : wanted.some((one) => compare(value, one));
  };
}

function wantedValues(field: Field, filter: SummaryFilter): FieldValue[] {
  const parts = field.type === 'boolean' ? [filter.value] : splitValues(filter.value);
  return parts.map((part) => convertValue(field, part));
}

/** `a,b` are two values; a quoted comma belongs to its value. */
function splitValues(text: string): string[] {
  if (text === '') return [''];
  return [...text.matchAll(/"([^"]*)"|([^,]+)/g)].map((match) => (match[1] ?? match[2] ?? '').trim());
}

type Comparison = (value: FieldValue, wanted: FieldValue) => boolean;

function comparison(operation: SummaryFilter['operation']): Comparison {
  switch (operation) {
    case 'equals':
      return equal;
    case 'notEqual':
      return (value, wanted) => !equal(value, wanted);
    case 'lessThan':
      return ordered((order) => order < 0);
    case 'greaterThan':
      return ordered((order) => order > 0);
    case 'lessOrEqual':
      return ordered((order) => order <= 0);
    case 'greaterOrEqual':
      return ordered((order) => order >= 0);
    case 'contains':
      return (value, wanted) => lower(value).includes(lower(wanted));
    case 'notContain':
      return (value, wanted) => !lower(value).includes(lower(wanted));
    case 'startsWith':
      return (value, wanted) => lower(value).startsWith(lower(wanted));
    default:
      throw new NotSupportedError(`roll-up filter ${operation}`);
  }
}

const lower = (value: FieldValue): string => (value === null ? '' : String(value).toLowerCase());

function equal(value: FieldValue, wanted: FieldValue): boolean {
  return typeof value === 'string' && typeof wanted === 'string' ? lower(value) === lower(wanted) : value === wanted;
}

function ordered(holds: (order: number) => boolean): Comparison {
  return (value, wanted) => {
    if (value === null || wanted === null) return false;
    if (typeof value === 'number' && typeof wanted === 'number') return holds(value - wanted);
    return holds(lower(value) < lower(wanted) ? -1 : lower(value) > lower(wanted) ? 1 : 0);
  };
}
