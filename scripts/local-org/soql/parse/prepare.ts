import { soqlError } from '../soql-error.ts';
import type { Token } from './lexer.ts';

export interface PreparedQuery {
  /** What the parser gets. */
  readonly text: string;
  /** The tokens behind it, for places and literals. */
  readonly tokens: readonly Token[];
  readonly grouping: 'plain' | 'rollup' | 'cube';
  readonly allRows: boolean;
}

/** The parser's grammar is narrower than SOQL's in a few spots; they are taken out here and put back by the tree builder. */
export function prepare(source: string, all: readonly Token[]): PreparedQuery {
  const bind = all.find((token, index) => token.text === ':' && !/_N_|_AGO$/i.test(all[index - 1]?.text ?? ''));
  if (bind) throw soqlError('MALFORMED_QUERY', source, bind.at, 'Bind variables only allowed in Apex code');
  const allRows = isWord(all.at(-1), 'ROWS') && isWord(all.at(-2), 'ALL');
  let tokens = allRows ? all.slice(0, -2) : all;
  tokens = withoutDoubleParentheses(tokens);
  const groups = tokens.findIndex((token, index) => isWord(token, 'BY') && isWord(tokens[index - 1], 'GROUP'));
  const word = groups < 0 ? '' : (tokens[groups + 1]?.text ?? '').toLowerCase();
  const grouping = word === 'rollup' || word === 'cube' ? word : 'plain';
  if (grouping !== 'plain') tokens = withoutPair(tokens, groups + 2, groups + 1);
  return { text: join(tokens), tokens, grouping, allRows };
}

export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

function closing(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.text === '(') open.push(index);
    const start = token.text === ')' ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, index);
  });
  return pairs;
}

/** `((x))` says no more than `(x)`. */
function withoutDoubleParentheses(tokens: readonly Token[]): readonly Token[] {
  const pairs = closing(tokens);
  const dropped = new Set<number>();
  for (const [start, end] of pairs) {
    if (tokens[start + 1]?.text !== '(' || isWord(tokens[start + 2], 'SELECT') || pairs.get(start + 1) !== end - 1)
      continue;
    dropped.add(start + 1).add(end - 1);
  }
  return tokens.filter((_, index) => !dropped.has(index));
}

function withoutPair(tokens: readonly Token[], start: number, also: number): readonly Token[] {
  const end = closing(tokens).get(start);
  return tokens.filter((_, index) => index !== start && index !== end && index !== also);
}

function join(tokens: readonly Token[]): string {
  let text = '';
  tokens.forEach((token, index) => {
    const close = token.text === ':' || tokens[index - 1]?.text === ':' || index === 0;
    text += (close ? '' : ' ') + stand(token);
  });
  return text;
}

/** Literals are read from the tokens; the parser only needs one of their kind. */
function stand(token: Token): string {
  if (token.kind === 'string') return /^'(?:mi|km)'$/.test(token.text) ? token.text : `'s'`;
  if (token.kind === 'time') return `'s'`;
  if (token.kind === 'datetime') return '2000-01-01T00:00:00Z';
  if (token.kind === 'currency') return '1';
  if (token.kind === 'number' && !/^\d+$/.test(token.text)) return '1';
  return token.text === '<>' ? '!=' : token.text;
}
