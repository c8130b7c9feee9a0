import { FormulaCompileError } from '../errors.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  /** As written; for text the value without quotes and escapes. */
  readonly text: string;
  readonly at: number;
}

// Sticky, tried in this order at each offset. A name may hold dots: a path of fields is one token.
const BLANK = /(?:[ \t\f\r\n]|\/\*(?:\\\*\/|[^])*?\*\/)+/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /[A-Za-z$][A-Za-z0-9$_:.#]*/y;
const TEXT = /"(?:\\[nrt"'\\NRT]|[^"\\\r\n])*"|'(?:\\[nrt"'\\NRT]|[^'\\\r\n])*'/y;
const SYMBOL = /\|\||&&|<>|!=|<=|>=|==|[-+*/^&=<>(),![\]]/y;

/** Splits a formula into tokens; what no token can begin with is the platform's bare "Syntax error". */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  for (;;) {
    take(BLANK);
    const start = at;
    if (start >= source.length) return [...tokens, { kind: 'end', text: 'end of formula', at: start }];
    const token = nextToken(take, start);
    if (!token) throw new FormulaCompileError('Syntax error', start);
    tokens.push(token);
  }
}

function nextToken(take: (pattern: RegExp) => string | undefined, at: number): Token | undefined {
  const number = take(NUMBER);
  if (number !== undefined) return { kind: 'number', text: number, at };
  const name = take(NAME);
  if (name !== undefined) return { kind: 'name', text: name, at };
  const text = take(TEXT);
  if (text !== undefined) return { kind: 'text', text: unescape(text), at };
  const symbol = take(SYMBOL);
  return symbol === undefined ? undefined : { kind: 'symbol', text: symbol, at };
}

// Only the quote and the backslash are unescaped; the platform keeps `\n` as two characters (BR() makes lines).
function unescape(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(["'\\])/g, '$1');
}
