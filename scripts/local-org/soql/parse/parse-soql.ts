import { tokenize } from './lexer.ts';
import { parseSelect } from './parse-select.ts';
import type { SelectNode } from './query-tree.ts';
import { tooComplicated, TokenReader } from './token-reader.ts';

/** The platform's own limit. */
const LONGEST = 100_000;

export function parseSoql(source: string): SelectNode {
  if (source.length > LONGEST) throw tooComplicated();
  const reader = new TokenReader(source, tokenize(source));
  const node = parseSelect(reader);
  reader.finish();
  return node;
}
