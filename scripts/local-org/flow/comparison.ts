import { NotSupportedError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import { isCollection, isScalar, scalar, type FlowValue } from './flow-value.ts';

export type Compare = (left: FlowValue, right: FlowValue) => boolean;

/** The operators of decisions and of record filters. Filters ignore case as SOQL does, decisions do not. */
export function comparison(operator: string, options: { readonly ignoreCase: boolean }): Compare {
  const fold = (value: FlowValue): FieldValue => {
    const one = scalar(value);
    return options.ignoreCase && typeof one === 'string' ? one.toLowerCase() : one;
  };
  const text = (value: FlowValue): string => String(fold(value) ?? '');
  const ordered =
    (holds: (order: number) => boolean): Compare =>
    (left, right) =>
      ordering(fold(left), fold(right), holds);
  const among: Compare = (left, right) => isCollection(right) && right.some((one) => fold(one) === fold(left));
  switch (operator) {
    case 'EqualTo':
      return (left, right) => fold(left) === fold(right);
    case 'NotEqualTo':
      return (left, right) => fold(left) !== fold(right);
    case 'GreaterThan':
      return ordered((order) => order > 0);
    case 'LessThan':
      return ordered((order) => order < 0);
    case 'GreaterThanOrEqualTo':
      return ordered((order) => order >= 0);
    case 'LessThanOrEqualTo':
      return ordered((order) => order <= 0);
    case 'StartsWith':
      return (left, right) => left !== null && text(left).startsWith(text(right));
    case 'EndsWith':
      return (left, right) => left !== null && text(left).endsWith(text(right));
    case 'Contains':
      return (left, right) => contains(left, right, text, fold);
    case 'IsNull':
    case 'IsEmpty':
      return (left, right) => isBlank(left, false) === (right !== false);
    case 'IsBlank':
      return (left, right) => isBlank(left, true) === (right !== false);
    case 'WasSet':
      return (left, right) => !isBlank(left, false) === (right !== false);
    case 'In':
      return among;
    case 'NotIn':
      return (left, right) => !among(left, right);
    default:
      throw new NotSupportedError(`Flow operator ${operator}`);
  }
}

function ordering(left: FieldValue, right: FieldValue, holds: (order: number) => boolean): boolean {
  if (left === null || right === null) return false;
  if (typeof left === 'number' && typeof right === 'number') return holds(left - right);
  return holds(String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0);
}

function contains(
  left: FlowValue,
  right: FlowValue,
  text: (value: FlowValue) => string,
  fold: (value: FlowValue) => FieldValue,
): boolean {
  if (isCollection(left)) return left.some((one) => isScalar(one) && fold(one) === fold(right));
  return left !== null && text(left).includes(text(right));
}

/** A collection without items counts as null. */
function isBlank(value: FlowValue, emptyText: boolean): boolean {
  if (isCollection(value)) return value.length === 0;
  return value === null || (emptyText && value === '');
}
