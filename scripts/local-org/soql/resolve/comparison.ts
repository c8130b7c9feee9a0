import type { LiteralNode, Operator } from '../parse/query-tree.ts';
import { likePattern, plainText } from '../parse/string-text.ts';
import { dateRange, type DayRange } from './date-literals.ts';
import { isLongText, isText, type Resolved } from './expression.ts';
import { literalValue, wrongType } from './literals.ts';
import type { Resolution } from './resolution.ts';
import { and, bind, joined, or, raw, sql, type Sql } from './sql.ts';

/** One comparison as SQL that is true or not true; what NOT makes of it is the caller's business. */
export function comparison(
  resolution: Resolution,
  left: Resolved,
  operator: Operator,
  values: readonly LiteralNode[],
  at: number,
): Sql {
  if (isLongText(left.field)) {
    throw resolution.error(
      'INVALID_FIELD',
      at,
      `field '${left.field?.name ?? ''}' can not be filtered in a query call`,
    );
  }
  const [first] = values;
  switch (operator) {
    case 'IN':
      return membership(resolution, left, values);
    case 'NOT IN':
      return negated(resolution, left, values);
    case 'INCLUDES':
    case 'EXCLUDES':
      return multiSelect(resolution, left, operator, values, at);
    case 'LIKE':
      return first ? like(resolution, left, first, at) : raw('0');
    default:
      return first ? compare(resolution, left, operator, first, at) : raw('0');
  }
}

function compare(
  resolution: Resolution,
  left: Resolved,
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  literal: LiteralNode,
  at: number,
): Sql {
  if (literal.type === 'dateLiteral') return compareRange(resolution, left, operator, literal);
  const ordered = operator !== '=' && operator !== '!=';
  if (ordered && (left.type === 'id' || left.type === 'boolean' || left.type === 'multipicklist')) {
    throw resolution.error('INVALID_QUERY_FILTER_OPERATOR', at, `invalid operator on ${left.type} field`);
  }
  const value = literalValue(resolution, left, literal);
  // The platform treats the empty text as blank.
  if (value === null || value === '') return blankComparison(left, operator);
  if (typeof value === 'string' && isText(left.type)) return compareText(left, operator, value);
  return operator === '!=' ? sql`${left.sql} IS NOT ${bind(value)}` : sql`${left.sql} ${raw(operator)} ${bind(value)}`;
}

function blankComparison(left: Resolved, operator: string): Sql {
  if (operator === '=') return left.type === 'boolean' ? sql`${left.sql} = 0` : sql`${left.sql} IS NULL`;
  if (operator === '!=') return left.type === 'boolean' ? sql`${left.sql} <> 0` : sql`${left.sql} IS NOT NULL`;
  return raw('0');
}

/** SQLite folds the case of ASCII alone. Other letters with two cases need the slower function. */
function needsFolding(text: string): boolean {
  return [...text].some((character) => character > '\x7f' && character.toLowerCase() !== character.toUpperCase());
}

function compareText(left: Resolved, operator: string, value: string): Sql {
  const word = raw(operator === '!=' ? 'IS NOT' : operator);
  if (needsFolding(value)) return sql`fold(${left.sql}) ${word} ${bind(value.toLowerCase())}`;
  return sql`${caseless(left)} ${word} ${bind(value)}`;
}

/** Columns carry the collation; a formula's result does not. */
export function caseless(left: Resolved): Sql {
  return isText(left.type) && !left.field?.stored ? sql`(${left.sql}) COLLATE NOCASE` : left.sql;
}

function like(resolution: Resolution, left: Resolved, literal: LiteralNode, at: number): Sql {
  if (!isText(left.type))
    throw resolution.error('INVALID_QUERY_FILTER_OPERATOR', at, `invalid operator on ${left.type} field`);
  if (literal.type !== 'string') throw wrongType(resolution, left, literal);
  const pattern = likePattern(literal, resolution.source);
  const folding = needsFolding(pattern);
  const expression = folding ? sql`fold(${left.sql})` : left.sql;
  const value = folding ? pattern.toLowerCase() : pattern;
  return pattern.includes('\\')
    ? sql`${expression} LIKE ${bind(value)} ESCAPE '\\'`
    : sql`${expression} LIKE ${bind(value)}`;
}

function membership(resolution: Resolution, left: Resolved, literals: readonly LiteralNode[]): Sql {
  const ranges = literals.filter((literal) => literal.type === 'dateLiteral');
  const values = literals
    .filter((literal) => literal.type !== 'dateLiteral')
    .map((literal) => literalValue(resolution, left, literal));
  const present = values.filter((value) => value !== null && value !== '');
  const folded = present.filter((value) => typeof value === 'string' && isText(left.type) && needsFolding(value));
  const plain = present.filter((value) => !folded.includes(value));
  const tests: Sql[] = ranges.map((range) => compareRange(resolution, left, '=', range));
  if (plain.length > 0) tests.push(sql`${caseless(left)} IN (${joined(plain.map(bind), ', ')})`);
  if (folded.length > 0) {
    tests.push(
      sql`fold(${left.sql}) IN (${joined(
        folded.map((value) => bind(String(value).toLowerCase())),
        ', ',
      )})`,
    );
  }
  if (present.length < values.length) tests.push(blankComparison(left, '='));
  return or(tests);
}

/** A blank value is not in a list, unless the list names null. */
function negated(resolution: Resolution, left: Resolved, literals: readonly LiteralNode[]): Sql {
  return sql`(${membership(resolution, left, literals)}) IS NOT TRUE`;
}

function multiSelect(
  resolution: Resolution,
  left: Resolved,
  operator: 'INCLUDES' | 'EXCLUDES',
  literals: readonly LiteralNode[],
  at: number,
): Sql {
  if (left.type !== 'multipicklist') {
    throw resolution.error('INVALID_QUERY_FILTER_OPERATOR', at, `invalid operator on ${left.type} field`);
  }
  const tests = literals.map((literal) => {
    if (literal.type !== 'string') throw wrongType(resolution, left, literal);
    const together = plainText(literal, resolution.source).split(';');
    return and(
      together.map((value) => sql`instr(fold(';' || ${left.sql} || ';'), ${bind(`;${value.toLowerCase()};`)}) > 0`),
    );
  });
  return operator === 'INCLUDES' ? or(tests) : sql`(${or(tests)}) IS NOT TRUE`;
}

/** `CreatedDate > LAST_WEEK` asks for what lies after the whole range, `>=` for what lies in or after it. */
function compareRange(resolution: Resolution, left: Resolved, operator: string, literal: LiteralNode): Sql {
  const range = dateRange(literal);
  if (!range) throw resolution.error('MALFORMED_QUERY', literal.at, `unexpected token: '${literal.text}'`);
  if (left.type !== 'date' && left.type !== 'datetime') throw wrongType(resolution, left, literal);
  const edge = (which: keyof DayRange) =>
    bind((context) =>
      left.type === 'date' ? range(context)[which].toISODate() : range(context)[which].toUTC().toISO(),
    );
  const start = edge('start');
  const end = edge('end');
  switch (operator) {
    case '=':
      return sql`${left.sql} >= ${start} AND ${left.sql} < ${end}`;
    case '!=':
      return sql`(${left.sql} >= ${start} AND ${left.sql} < ${end}) IS NOT TRUE`;
    case '>':
      return sql`${left.sql} >= ${end}`;
    case '>=':
      return sql`${left.sql} >= ${start}`;
    case '<':
      return sql`${left.sql} < ${start}`;
    default:
      return sql`${left.sql} < ${end}`;
  }
}
