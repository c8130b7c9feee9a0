import { NotSupportedError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { columnPath } from './list-view-columns.ts';
import { type Content, textOf } from './metadata-content.ts';
import { quoted, quotedPattern } from './soql-text.ts';

/** The filters of a ListView component as one SOQL condition; `booleanFilter` numbers them from 1. */
export function filterCondition(
  type: SObjectType,
  filters: readonly Content[],
  logic: string | undefined,
): string | undefined {
  if (filters.length === 0) return undefined;
  const conditions = filters.map((filter) => oneFilter(type, filter));
  if (logic === undefined) return conditions.join(' AND ');
  if (!/^[\d\s()]*((AND|OR|NOT)[\d\s()]*)*$/i.test(logic))
    throw new NotSupportedError(`ListView booleanFilter ${logic}`);
  return `(${logic.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? '')})`;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

function oneFilter(type: SObjectType, filter: Content): string {
  const path = columnPath(type, textOf(filter, 'field') ?? '');
  const operation = textOf(filter, 'operation') ?? 'equals';
  const value = String(filter.value ?? '');
  const field = type.field(path);
  const values = value.split(',').map((part) => part.trim());
  const comparison = COMPARISONS[operation];
  if (operation === 'equals' && values.length > 1)
    return `${path} IN (${values.map((part) => literal(field, part)).join(', ')})`;
  if (operation === 'notEqual' && values.length > 1)
    return `${path} NOT IN (${values.map((part) => literal(field, part)).join(', ')})`;
  if (comparison !== undefined) return `${path} ${comparison} ${literal(field, value)}`;
  const any = (pattern: (part: string) => string): string =>
    `(${values.map((part) => `${path} LIKE ${pattern(part)}`).join(' OR ')})`;
  if (operation === 'contains') return any((part) => quotedPattern(part, 'contains'));
  if (operation === 'startsWith') return any((part) => quotedPattern(part, 'starts'));
  if (operation === 'notContain') return `(NOT ${any((part) => quotedPattern(part, 'contains'))})`;
  if (operation === 'includes' || operation === 'excludes')
    return `${path} ${operation.toUpperCase()} (${values.map(quoted).join(', ')})`;
  throw new NotSupportedError(`ListView filter operation ${operation}`);
}

const NUMBERS = new Set(['currency', 'double', 'int', 'percent']);

function literal(field: Field | undefined, value: string): string {
  if (value === '') return 'null';
  if (field === undefined) return quoted(value);
  if (field.type === 'boolean') return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false';
  if (NUMBERS.has(field.type)) return String(Number(value));
  return field.type === 'date' || field.type === 'datetime' ? dateLiteral(field, value) : quoted(value);
}

/** `2026-03-01`, `3/1/2026`, `THIS_QUARTER`, `LAST_N_DAYS:7`. */
function dateLiteral(field: Field, value: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value) ?? [];
  const date =
    year === undefined
      ? value.slice(0, 10)
      : `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return field.type === 'date' ? date : `${date}T00:00:00Z`;
  if (/^[A-Z_0-9]+(:\d+)?$/.test(value)) return value;
  throw new NotSupportedError(`ListView date value ${value}`);
}
