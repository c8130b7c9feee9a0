import { parseCondition } from './parse-condition.ts';
import { parseCount, parseExpression, parseTypeof } from './parse-expression.ts';
import type { Expression, OrderItem, SelectItem, SelectNode } from './query-tree.ts';
import type { TokenReader } from './token-reader.ts';

/** Words that may follow an object's name and are no alias. */
const CLAUSES = new Set('USING WHERE WITH GROUP HAVING ORDER LIMIT OFFSET FOR UPDATE ALL'.split(' '));

/** SELECT … in the order in which SOQL wants its clauses. */
export function parseSelect(reader: TokenReader): SelectNode {
  reader.expectWord('SELECT');
  const items = reader.list(() => parseItem(reader));
  reader.expectWord('FROM');
  const from = reader.name();
  const alias = parseAlias(reader);
  if (reader.peek()?.text === ',') throw reader.unsupported('FROM with several objects');
  const scope = reader.skipWords('USING', 'SCOPE') ? reader.name().text : undefined;
  const where = reader.skipWords('WHERE') ? parseCondition(reader, parseSelect) : undefined;
  const security = reader.skipWords('WITH') ? parseSecurity(reader) : undefined;
  const { groupBy, grouping } = parseGroups(reader);
  return {
    items,
    from: from.text,
    fromAt: from.at,
    alias,
    scope,
    where,
    security,
    groupBy,
    grouping,
    having: reader.skipWords('HAVING') ? parseCondition(reader, parseSelect) : undefined,
    orderBy: reader.skipWords('ORDER', 'BY') ? reader.list(() => parseOrder(reader)) : [],
    limit: reader.skipWords('LIMIT') ? parseCount(reader) : undefined,
    offset: reader.skipWords('OFFSET') ? parseCount(reader) : undefined,
    ...parseEnd(reader),
  };
}

function parseItem(reader: TokenReader): SelectItem {
  if (reader.skip('(')) {
    const query = reader.nested(() => parseSelect(reader));
    reader.expect(')');
    return { kind: 'children', query };
  }
  // FROM is the one word that cannot be a field: otherwise `SELECT FROM Account` would select it.
  if (reader.isWord('FROM')) throw reader.unexpected(reader.peek());
  if (reader.isWord('TYPEOF') && reader.peek(1)?.kind === 'word' && !reader.isWord('FROM', 1)) {
    reader.take();
    return parseTypeof(reader);
  }
  const expression = parseExpression(reader);
  const named = reader.peek()?.kind === 'word' || reader.peek()?.kind === 'currency';
  if (!named || reader.isWord('FROM')) return { kind: 'column', expression };
  return { kind: 'column', expression, alias: reader.name().text };
}

function parseAlias(reader: TokenReader): string | undefined {
  if (reader.skipWords('AS')) return reader.name().text;
  const token = reader.peek();
  if ((token?.kind !== 'word' && token?.kind !== 'currency') || CLAUSES.has(token.text.toUpperCase())) return undefined;
  return reader.name().text;
}

function parseSecurity(reader: TokenReader): SelectNode['security'] {
  for (const word of ['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'] as const)
    if (reader.skipWords(word)) return word;
  if (reader.isWord('DATA')) throw reader.unsupported('clause WITH DATA CATEGORY');
  throw reader.unsupported(`clause WITH ${reader.name().text}`);
}

function parseGroups(reader: TokenReader): Pick<SelectNode, 'groupBy' | 'grouping'> {
  if (!reader.skipWords('GROUP', 'BY')) return { groupBy: [], grouping: 'plain' };
  const groups = (): Expression[] => reader.list(() => parseExpression(reader));
  for (const grouping of ['rollup', 'cube'] as const) {
    if (!reader.isWord(grouping.toUpperCase()) || reader.peek(1)?.text !== '(') continue;
    reader.take();
    reader.expect('(');
    const groupBy = groups();
    reader.expect(')');
    return { groupBy, grouping };
  }
  return { groupBy: groups(), grouping: 'plain' };
}

function parseOrder(reader: TokenReader): OrderItem {
  const expression = parseExpression(reader);
  const descending = reader.skipWords('DESC');
  if (!descending) reader.skipWords('ASC');
  const nullsLast = reader.skipWords('NULLS', 'LAST');
  if (!nullsLast && reader.isWord('NULLS')) {
    reader.take();
    reader.expectWord('FIRST');
  }
  return { expression, descending, nullsLast };
}

function parseEnd(reader: TokenReader): Pick<SelectNode, 'purpose' | 'allRows'> {
  let purpose: SelectNode['purpose'];
  if (reader.skipWords('FOR')) {
    purpose = (['VIEW', 'REFERENCE', 'UPDATE'] as const).find((word) => reader.skipWords(word));
    if (!purpose) throw reader.unexpected(reader.peek());
    if (reader.isWord('FOR')) throw reader.unsupported('with more than one FOR clause');
  }
  if (reader.skipWords('UPDATE')) throw reader.unsupported(`clause UPDATE ${reader.name().text.toUpperCase()}`);
  return { purpose, allRows: reader.skipWords('ALL', 'ROWS') };
}
