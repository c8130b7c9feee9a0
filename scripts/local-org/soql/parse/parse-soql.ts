import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { OrgError } from '../../errors.ts';
import { soqlError } from '../soql-error.ts';
import { buildTree } from './build-tree.ts';
import { tokenize, type Token } from './lexer.ts';
import { prepare } from './prepare.ts';
import type { SelectNode } from './query-tree.ts';

/** The platform's own limit. */
const LONGEST = 100_000;

export function parseSoql(source: string): SelectNode {
  if (source.length > LONGEST)
    throw new OrgError(
      'QUERY_TOO_COMPLICATED',
      'Query is either selecting too many fields or the filter conditions are too complicated.',
    );
  const tokens = tokenize(source);
  if (tokens.length === 0) throw new OrgError('MALFORMED_QUERY', "unexpected token: '<EOF>'");
  const prepared = prepare(source, tokens);
  return buildTree(parsed(prepared.text, source, tokens), prepared, source);
}

function parsed(text: string, source: string, tokens: readonly Token[]): Query {
  try {
    // Left out, ignoreParseErrors makes the library build its parser anew for every text: 50 ms instead of 0.2.
    return parseQuery(text, { logErrors: false, ignoreParseErrors: false });
  } catch (cause) {
    const found = /found(?: -->|:) '([^']*)'/.exec(cause instanceof Error ? cause.message : '')?.[1] ?? '';
    const place = tokens.findLast((token) => token.text === found);
    if (place) throw soqlError('MALFORMED_QUERY', source, place.at, `unexpected token: '${found}'`);
    throw new OrgError('MALFORMED_QUERY', "unexpected token: '<EOF>'", { cause });
  }
}
