import { soqlError } from '../soql-error.ts';
import type { LiteralNode } from './query-tree.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '_',
  '%': '%',
};

/** What a quoted string means. */
export function plainText(literal: LiteralNode, source: string): string {
  return unescape(literal, source, (character) => ESCAPES[character]);
}

/** The same for LIKE: escaped wildcards stay escaped (with a backslash), and so does a backslash itself. */
export function likePattern(literal: LiteralNode, source: string): string {
  return unescape(literal, source, (character) => ('\\_%'.includes(character) ? `\\${character}` : ESCAPES[character]));
}

function unescape(literal: LiteralNode, source: string, meaning: (character: string) => string | undefined): string {
  if (!literal.text.includes('\\')) return literal.text;
  return literal.text.replace(
    /\\(?:u([0-9a-fA-F]{4})|([^]))/g,
    (escape, code: string | undefined, character: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      const text = meaning(character ?? '');
      if (text === undefined)
        throw soqlError(
          'MALFORMED_QUERY',
          source,
          literal.at,
          `Invalid string literal '${literal.text}'. Illegal character sequence '${escape}' in string literal.`,
        );
      return text;
    },
  );
}
