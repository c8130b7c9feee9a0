import { parseExpression, parseLiteral } from './parse-expression.ts';
import type { Condition, Expression, LiteralNode, Operator, SelectNode } from './query-tree.ts';
import type { TokenReader } from './token-reader.ts';

/** How a semi-join's own query is read. */
type Subquery = (reader: TokenReader) => SelectNode;

/** The platform's rule: AND and OR mix only with parentheses. */
export function parseCondition(reader: TokenReader, subquery: Subquery): Condition {
  const parts = [parseSingle(reader, subquery)];
  let joint: 'AND' | 'OR' | undefined;
  while (reader.isWord('AND') || reader.isWord('OR')) {
    const token = reader.take();
    const word = token.text.toUpperCase() === 'OR' ? 'OR' : 'AND';
    if (joint !== undefined && joint !== word) throw reader.unexpected(token);
    joint = word;
    parts.push(parseSingle(reader, subquery));
  }
  const [only] = parts;
  if (joint === undefined && only) return only;
  return { kind: joint === 'OR' ? 'or' : 'and', parts };
}

function parseSingle(reader: TokenReader, subquery: Subquery): Condition {
  return reader.nested(() => {
    if (reader.skipWords('NOT')) return { kind: 'not', part: parseSingle(reader, subquery) };
    if (!reader.skip('(')) return parseComparison(reader, subquery);
    const inner = parseCondition(reader, subquery);
    reader.expect(')');
    return inner;
  });
}

function parseComparison(reader: TokenReader, subquery: Subquery): Condition {
  const left = parseExpression(reader);
  const operator = parseOperator(reader);
  if (operator === 'IN' || operator === 'NOT IN') return parseMembership(reader, subquery, left, operator);
  if (operator === 'INCLUDES' || operator === 'EXCLUDES')
    return { kind: 'compare', left, operator, values: parseList(reader) };
  return { kind: 'compare', left, operator, values: [parseLiteral(reader)] };
}

function parseMembership(
  reader: TokenReader,
  subquery: Subquery,
  left: Expression,
  operator: 'IN' | 'NOT IN',
): Condition {
  if (!reader.isWord('SELECT', 1)) return { kind: 'compare', left, operator, values: parseList(reader) };
  reader.expect('(');
  const query = reader.nested(() => subquery(reader));
  reader.expect(')');
  return { kind: 'semijoin', left, negated: operator === 'NOT IN', query };
}

function parseList(reader: TokenReader): LiteralNode[] {
  reader.expect('(');
  const values = reader.list(() => parseLiteral(reader));
  reader.expect(')');
  return values;
}

const SIGNS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  LIKE: 'LIKE',
  IN: 'IN',
  INCLUDES: 'INCLUDES',
  EXCLUDES: 'EXCLUDES',
};

function parseOperator(reader: TokenReader): Operator {
  if (reader.skipWords('NOT', 'IN')) return 'NOT IN';
  const token = reader.take();
  const operator = token.kind === 'string' ? undefined : SIGNS[token.text.toUpperCase()];
  if (!operator) throw reader.unexpected(token);
  return operator;
}
