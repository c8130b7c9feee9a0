import type { LiteralNode, Operator } from '../parse/query-tree.ts';
import { likePattern, plainText } from '../parse/string-text.ts';
import { tooComplicated } from '../parse/token-reader.ts';
import { normalizeId } from '../../store/ids.ts';
import { caseVariants, needsFolding } from '../folding.ts';
import { companyAmount } from './company-currency.ts';
import { dateRange, type DayRange } from './date-literals.ts';
import { isCompound, isId, isLongText, isNumber, isText, type Resolved } from './expression.ts';
import { literalValue, wrongType } from './literals.ts';
import type { Resolution } from './resolution.ts';
import { and, bind, joined, or, raw, sql, type Deferred, type Sql } from './sql.ts';
import type { SQLInputValue } from 'node:sqlite';
import type { RunContext } from '../run-context.ts';

/** One comparison as SQL that is true or not true; what NOT makes of it is the caller's business. */
export function comparison(
  resolution: Resolution,
  left: Resolved,
  operator: Operator,
  values: readonly LiteralNode[],
  at: number,
): Sql {
  if (isLongText(left.field) || isCompound(left.type)) {
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
  if (ordered && (left.type === 'boolean' || left.type === 'multipicklist')) {
    throw resolution.error('INVALID_QUERY_FILTER_OPERATOR', at, `invalid operator on ${left.type} field`);
  }
  const value = literalValue(resolution, left, literal);
  // The platform treats the empty text as blank.
  if (value === null || value === '') return blankComparison(left, operator);
  if (typeof value === 'string' && isText(left.type) && needsFolding(value))
    return compareFolded(left, operator, value);
  const word = raw(operator === '!=' ? 'IS NOT' : operator);
  return sql`${caseless(left)} ${word} ${bind(valueOf(resolution, left, literal))}`;
}

function valueOf(resolution: Resolution, left: Resolved, literal: LiteralNode): SQLInputValue | Deferred {
  if (literal.type === 'currency') return companyAmount(literal.text);
  const read = (each: LiteralNode): SQLInputValue => literalValue(resolution, left, each);
  const quick = quickReader(left, literal, read);
  return (quick && resolution.liftedValue(literal, quick)) ?? resolution.valueOf(literal, read);
}

/** Most lookups ask by one plain value, for which going by its literal would cost more than the rest of the query. */
function quickReader(
  left: Resolved,
  literal: LiteralNode,
  read: (literal: LiteralNode) => SQLInputValue,
): ((text: string) => SQLInputValue) | undefined {
  if (literal.type === 'number' && isNumber(left.type)) return Number;
  if (literal.type !== 'string') return undefined;
  if (isText(left.type)) return (text) => text;
  return isId(left.type) ? (text) => normalizeId(text) ?? read({ ...literal, text }) : undefined;
}

function blankComparison(left: Resolved, operator: string): Sql {
  if (operator === '=') return left.type === 'boolean' ? sql`${left.sql} = 0` : sql`${left.sql} IS NULL`;
  if (operator === '!=') return left.type === 'boolean' ? sql`${left.sql} <> 0` : sql`${left.sql} IS NOT NULL`;
  return raw('0');
}

function compareFolded(left: Resolved, operator: string, value: string): Sql {
  if (operator === '=') return foldedAmong(left, [value]);
  const word = raw(operator === '!=' ? 'IS NOT' : operator);
  return sql`fold(${left.sql}) ${word} ${bind(value.toLowerCase())}`;
}

/** By all spellings, which an index can find; by the folded text when these are too many. */
function foldedAmong(left: Resolved, values: readonly string[]): Sql {
  const few: string[] = [];
  const rest: string[] = [];
  for (const value of values) {
    const variants = caseVariants(value);
    if (variants) few.push(...variants);
    else rest.push(value.toLowerCase());
  }
  const tests: Sql[] = [];
  if (few.length > 0) tests.push(among(caseless(left), few));
  if (rest.length > 0) tests.push(among(sql`fold(${left.sql})`, rest));
  return or(tests);
}

/** Longer lists are one value, so that neither SQLite's limit of values nor the number of statements is a concern. */
const LISTED = 20;

function among(left: Sql, values: readonly (SQLInputValue | Deferred)[]): Sql {
  if (values.length <= LISTED) return sql`${left} IN (${joined(values.map(bind), ', ')})`;
  const list = (context: RunContext): string =>
    JSON.stringify(values.map((value) => (typeof value === 'function' ? value(context) : value)));
  return sql`${left} IN (SELECT value FROM json_each(${bind(list)}))`;
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
  if (pattern.length > LONGEST_PATTERN) throw tooComplicated();
  if (needsFolding(pattern)) return sql`fold(${left.sql}) LIKE ${bind(pattern.toLowerCase())} ESCAPE '\\'`;
  if (pattern.includes('\\')) return sql`${left.sql} LIKE ${bind(pattern)} ESCAPE '\\'`;
  const value = resolution.valueOf(literal, (each) => likePattern(each, resolution.source));
  return sql`${left.sql} LIKE ${bind(value)}`;
}

/** SQLite's own limit. */
const LONGEST_PATTERN = 50_000;

function membership(resolution: Resolution, left: Resolved, literals: readonly LiteralNode[]): Sql {
  const ranges = literals.filter((literal) => literal.type === 'dateLiteral');
  const plain: (SQLInputValue | Deferred)[] = [];
  const folded: string[] = [];
  let blank = false;
  for (const literal of literals) {
    if (literal.type === 'dateLiteral') continue;
    const value = literalValue(resolution, left, literal);
    if (value === null || value === '') blank = true;
    else if (typeof value === 'string' && isText(left.type) && needsFolding(value)) folded.push(value);
    else plain.push(valueOf(resolution, left, literal));
  }
  const tests: Sql[] = ranges.map((range) => compareRange(resolution, left, '=', range));
  if (plain.length > 0) tests.push(among(caseless(left), plain));
  if (folded.length > 0) tests.push(foldedAmong(left, folded));
  if (blank) tests.push(blankComparison(left, '='));
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
  if (!range) {
    const written = resolution.source.slice(literal.at, literal.at + literal.text.length);
    throw resolution.error('MALFORMED_QUERY', literal.at, `unexpected token: '${written}'`);
  }
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
