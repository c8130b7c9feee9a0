import type { Token } from './lexer.ts';
import type { CallNode, Expression, LiteralNode, PathNode, TypeofItem } from './query-tree.ts';
import type { TokenReader } from './token-reader.ts';

export function parsePath(reader: TokenReader): PathNode {
  return pathOf(reader.name());
}

function pathOf(token: Token): PathNode {
  return { kind: 'path', parts: token.text.split('.'), at: token.at };
}

/** A field, or a call such as `CALENDAR_YEAR(convertTimezone(CreatedDate))`. */
export function parseExpression(reader: TokenReader): Expression {
  const token = reader.name();
  if (!reader.skip('(')) return pathOf(token);
  return reader.nested(() => {
    const call: CallNode = { kind: 'call', name: token.text, arguments: parseArguments(reader), at: token.at };
    reader.expect(')');
    return call;
  });
}

function parseArguments(reader: TokenReader): CallNode['arguments'] {
  if (reader.peek()?.text === ')') return [];
  return reader.list(() => {
    const kind = reader.peek()?.kind;
    return kind === 'word' || kind === 'currency' ? parseExpression(reader) : parseLiteral(reader);
  });
}

export function parseLiteral(reader: TokenReader): LiteralNode {
  const token = reader.take();
  const { at } = token;
  switch (token.kind) {
    case 'string':
      return { kind: 'literal', type: 'string', text: token.text.slice(1, -1), at };
    case 'number':
    case 'currency':
    case 'date':
    case 'datetime':
    case 'time':
      return { kind: 'literal', type: token.kind, text: token.text, at };
    case 'word':
      return wordLiteral(reader, token);
    case 'punctuation':
      throw reader.unexpected(token);
  }
}

function wordLiteral(reader: TokenReader, { text: written, at }: Token): LiteralNode {
  const text = written.toUpperCase();
  if (text === 'TRUE' || text === 'FALSE') return { kind: 'literal', type: 'boolean', text, at };
  if (text === 'NULL') return { kind: 'literal', type: 'null', text, at };
  if (!reader.skip(':')) return { kind: 'literal', type: 'dateLiteral', text, at };
  return { kind: 'literal', type: 'dateLiteral', text, count: parseCount(reader), at };
}

/** A whole number without a sign. */
export function parseCount(reader: TokenReader): number {
  const token = reader.take();
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw reader.unexpected(token);
  return Number(token.text);
}

export function parseTypeof(reader: TokenReader): TypeofItem {
  const path = parsePath(reader);
  const cases: TypeofItem['cases'][number][] = [];
  while (reader.skipWords('WHEN')) {
    const object = reader.name();
    if (cases.some((each) => each.object.toLowerCase() === object.text.toLowerCase()))
      throw reader.malformed(object.at, `WHEN clause operand [${object.text}] is not unique`);
    reader.expectWord('THEN');
    cases.push({ object: object.text, fields: reader.list(() => parsePath(reader)), at: object.at });
  }
  if (cases.length === 0) throw reader.unexpected(reader.peek());
  const otherwise = reader.skipWords('ELSE') ? reader.list(() => parsePath(reader)) : [];
  reader.expectWord('END');
  return { kind: 'typeof', path, cases, otherwise };
}
