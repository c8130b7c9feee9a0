import { OrgError } from '../../errors.ts';

export type TokenKind = 'word' | 'string' | 'number' | 'currency' | 'date' | 'datetime' | 'time' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

const WORD = String.raw`[A-Za-z_][A-Za-z0-9_]*`;
const PATTERNS: readonly (readonly [TokenKind, string])[] = [
  ['datetime', String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)`],
  ['date', String.raw`\d{4}-\d\d-\d\d`],
  ['time', String.raw`\d\d:\d\d:\d\d(?:\.\d+)?Z?`],
  ['number', String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![A-Za-z_])`],
  ['currency', String.raw`[A-Za-z]{3}\d+(?:\.\d+)?(?![A-Za-z0-9_.])`],
  ['word', String.raw`${WORD}(?:\s*\.\s*${WORD})*`],
  ['string', String.raw`'(?:[^'\\]|\\[^])*'`],
  ['punctuation', String.raw`!=|<>|<=|>=|[=<>(),:]`],
];
const TOKEN = new RegExp(
  String.raw`(?<space>\s+)|${PATTERNS.map(([kind, source]) => `(?<${kind}>${source})`).join('|')}`,
  'y',
);

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) {
      // antlr's words, which the platform passes on.
      const before = source.slice(0, at).split('\n');
      const place = `line ${before.length}:${before.at(-1)?.length ?? 0}`;
      throw new OrgError('MALFORMED_QUERY', `${place} no viable alternative at character '${source[at] ?? ''}'`);
    }
    const found = PATTERNS.find(([kind]) => groups[kind] !== undefined);
    if (found) tokens.push(tokenOf(found[0], groups[found[0]] ?? '', at));
  }
  return tokens;
}

function tokenOf(kind: TokenKind, text: string, at: number): Token {
  return { kind, text: kind === 'word' ? text.replace(/\s+/g, '') : text, at };
}
