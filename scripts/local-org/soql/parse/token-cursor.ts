import { NotSupportedError } from '../../errors.ts';
import type { Token } from './lexer.ts';
import type { LiteralKind, LiteralNode } from './query-tree.ts';

const CLAUSE_WORDS = new Set(
  `SELECT FROM WHERE USING SCOPE TYPEOF WHEN THEN ELSE END GROUP BY HAVING ORDER ASC DESC NULLS FIRST LAST LIMIT OFFSET WITH
   SECURITY_ENFORCED USER_MODE SYSTEM_MODE FOR VIEW REFERENCE UPDATE LIKE IN INCLUDES EXCLUDES`.split(/\s+/),
);

/**
 * Walks the tokens in the order in which the tree is built. Only punctuation and the words of clauses may be passed over,
 * so a part that the parser left out of its result is refused here instead of being ignored.
 */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next word, which must be this one. */
  word(text: string): Token {
    const wanted = text.toUpperCase();
    return this.#take((token) => token.kind === 'word' && token.text.toUpperCase() === wanted);
  }

  literal(): LiteralNode {
    const token = this.#take(
      (each) => each.kind !== 'punctuation' && !(each.kind === 'word' && CLAUSE_WORDS.has(each.text.toUpperCase())),
    );
    if (token.kind === 'string')
      return { kind: 'literal', type: 'string', text: token.text.slice(1, -1), at: token.at };
    if (token.kind !== 'word')
      return { kind: 'literal', type: token.kind as LiteralKind, text: token.text, at: token.at };
    return this.#wordLiteral(token);
  }

  finish(): void {
    while (this.#next < this.#tokens.length) this.#pass(this.#tokens[this.#next++]);
  }

  #wordLiteral(token: Token): LiteralNode {
    const text = token.text.toUpperCase();
    if (text === 'TRUE' || text === 'FALSE') return { kind: 'literal', type: 'boolean', text, at: token.at };
    if (text === 'NULL') return { kind: 'literal', type: 'null', text, at: token.at };
    if (this.#tokens[this.#next]?.text !== ':') return { kind: 'literal', type: 'dateLiteral', text, at: token.at };
    const count = Number(this.#tokens[this.#next + 1]?.text);
    this.#next += 2;
    return { kind: 'literal', type: 'dateLiteral', text, count, at: token.at };
  }

  #take(wanted: (token: Token) => boolean): Token {
    for (;;) {
      const token = this.#tokens[this.#next++];
      if (token && wanted(token)) return token;
      this.#pass(token);
    }
  }

  #pass(token: Token | undefined): void {
    if (!token) throw new NotSupportedError('this form of SOQL query');
    const skippable =
      token.kind === 'punctuation' || (token.kind === 'word' && CLAUSE_WORDS.has(token.text.toUpperCase()));
    if (!skippable) throw new NotSupportedError(`SOQL at '${token.text}' (character ${token.at + 1})`);
  }
}
