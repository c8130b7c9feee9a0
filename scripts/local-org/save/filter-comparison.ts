import { NotSupportedError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import type { FilterOperation } from '../schema/filter-model.ts';
import type { Field } from '../schema/model.ts';
import { convertValue } from './convert-value.ts';

/** The values of one line of a filter: `a,b` are two, and any may match; for a negative operation none may. */
export function wantedValues(field: Field | undefined, text: string): FieldValue[] {
  if (field === undefined) return splitValues(text).map((part) => (part === '' ? null : part));
  const parts = field.type === 'boolean' ? [text] : splitValues(text);
  return parts.map((part) => convertValue(field, part));
}

/** A quoted comma belongs to its value. */
function splitValues(text: string): string[] {
  if (text === '') return [''];
  return [...text.matchAll(/"([^"]*)"|([^,]+)/g)].map((match) => (match[1] ?? match[2] ?? '').trim());
}

export type ValueTest = (value: FieldValue, wanted: readonly FieldValue[]) => boolean;

export interface ComparisonOptions {
  /** Lookup filters tell capitals from small letters, all others do not. */
  readonly caseSensitive: boolean;
}

export function valueTest(operation: FilterOperation, { caseSensitive }: ComparisonOptions): ValueTest {
  const compare = comparison(operation, caseSensitive ? asItIs : lower);
  const negative = operation === 'notEqual' || operation === 'notContain' || operation === 'excludes';
  return (value, wanted) =>
    negative ? wanted.every((one) => compare(value, one)) : wanted.some((one) => compare(value, one));
}

type Comparison = (value: FieldValue, wanted: FieldValue) => boolean;
type Fold = (value: FieldValue) => string;

function comparison(operation: FilterOperation, fold: Fold): Comparison {
  switch (operation) {
    case 'equals':
      return (value, wanted) => equal(value, wanted, fold);
    case 'notEqual':
      return (value, wanted) => !equal(value, wanted, fold);
    case 'lessThan':
      return ordered(fold, (order) => order < 0);
    case 'greaterThan':
      return ordered(fold, (order) => order > 0);
    case 'lessOrEqual':
      return ordered(fold, (order) => order <= 0);
    case 'greaterOrEqual':
      return ordered(fold, (order) => order >= 0);
    case 'contains':
      return (value, wanted) => fold(value).includes(fold(wanted));
    case 'notContain':
      return (value, wanted) => !fold(value).includes(fold(wanted));
    case 'startsWith':
      return (value, wanted) => fold(value).startsWith(fold(wanted));
    case 'includes':
      return (value, wanted) => chosen(value, fold).has(fold(wanted));
    case 'excludes':
      return (value, wanted) => !chosen(value, fold).has(fold(wanted));
    default:
      throw new NotSupportedError(`filter operation ${String(operation)}`);
  }
}

const asItIs: Fold = (value) => (value === null ? '' : String(value));
const lower: Fold = (value) => asItIs(value).toLowerCase();

const chosen = (value: FieldValue, fold: Fold): ReadonlySet<string> => new Set(fold(value).split(';'));

function equal(value: FieldValue, wanted: FieldValue, fold: Fold): boolean {
  return typeof value === 'string' && typeof wanted === 'string' ? fold(value) === fold(wanted) : value === wanted;
}

function ordered(fold: Fold, holds: (order: number) => boolean): Comparison {
  return (value, wanted) => {
    if (value === null || wanted === null) return false;
    if (typeof value === 'number' && typeof wanted === 'number') return holds(value - wanted);
    return holds(fold(value) < fold(wanted) ? -1 : fold(value) > fold(wanted) ? 1 : 0);
  };
}
