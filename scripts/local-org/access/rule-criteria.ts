import { NotSupportedError } from '../errors.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { quoted } from '../store/table-layout.ts';
import type { VisibleWhere } from './visible-where.ts';

export interface Criterion {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

const ORDER: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** Criteria of a sharing rule as SQL; `booleanFilter` is like `1 AND (2 OR 3)`, by default all of them. */
export function criteriaSql(
  type: SObjectType,
  alias: string,
  criteria: readonly Criterion[],
  booleanFilter?: string,
): VisibleWhere {
  const parts = criteria.map((criterion) => criterionSql(type, alias, criterion));
  const values: (string | number)[] = [];
  const filter = booleanFilter ?? parts.map((_, index) => String(index + 1)).join(' AND ');
  if (!/^[\s\d()]*(?:(?:AND|OR|NOT)[\s\d()]*)*$/i.test(filter))
    throw new NotSupportedError(`sharing rule filter ${filter}`);
  const sql = filter.replace(/\d+/g, (number) => {
    const part = parts[Number(number) - 1];
    if (!part) throw new NotSupportedError(`sharing rule filter ${filter}`);
    values.push(...part.values);
    return `(${part.sql})`;
  });
  return { sql, values };
}

function criterionSql(type: SObjectType, alias: string, { field: name, operation, value }: Criterion): VisibleWhere {
  const field = type.field(name.split('.').at(-1) ?? name);
  if (!field?.stored) throw new NotSupportedError(`sharing rule criterion on ${type.name}.${name}`);
  const column = `${alias}.${quoted(field.name)}`;
  // Several values are separated by commas; any of them will do.
  const given = value === '' ? [''] : value.split(',').map((each) => each.trim());
  const tests = given.map((each) => testSql(field, column, operation, each));
  return {
    sql: tests.map((test) => test.sql).join(negative(operation) ? ' AND ' : ' OR '),
    values: tests.flatMap((test) => test.values),
  };
}

const negative = (operation: string) =>
  operation === 'notEqual' || operation === 'notContain' || operation === 'excludes';

function testSql(field: Field, column: string, operation: string, value: string): VisibleWhere {
  if (value === '' && operation === 'equals') return { sql: `${column} IS NULL`, values: [] };
  if (value === '' && operation === 'notEqual') return { sql: `${column} IS NOT NULL`, values: [] };
  const stored = storedValue(field, value);
  const text = value.replace(/[\\%_]/g, '\\$&');
  const listed = `instr(';' || lower(${column}) || ';', lower(?)) > 0`;
  switch (operation) {
    case 'equals':
      return { sql: `${column} IS ?`, values: [stored] };
    case 'notEqual':
      return { sql: `${column} IS NOT ?`, values: [stored] };
    case 'contains':
      return { sql: `${column} LIKE ? ESCAPE '\\'`, values: [`%${text}%`] };
    case 'notContain':
      return { sql: `(${column} LIKE ? ESCAPE '\\') IS NOT TRUE`, values: [`%${text}%`] };
    case 'startsWith':
      return { sql: `${column} LIKE ? ESCAPE '\\'`, values: [`${text}%`] };
    case 'includes':
      return { sql: listed, values: [`;${value};`] };
    case 'excludes':
      return { sql: `(${listed}) IS NOT TRUE`, values: [`;${value};`] };
    default: {
      const comparison = ORDER[operation];
      if (comparison === undefined) throw new NotSupportedError(`sharing rule operation ${operation}`);
      return { sql: `${column} ${comparison} ?`, values: [stored] };
    }
  }
}

function storedValue(field: Field, value: string): string | number {
  if (field.type === 'boolean') return value.toLowerCase() === 'true' ? 1 : 0;
  return ['int', 'double', 'currency', 'percent'].includes(field.type) ? Number(value) : value;
}
