import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

const MAX_DEPTH = 200;
const MAX_TOKENS = 100_000;
const OPENING: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** The parser and everything after it descends with the text; one that is too deep would end in an exhausted stack. */
export function refuseDeepNesting(query: string): void {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count++) {
    if (OPENING.includes(lexer.token.kind)) depth++;
    if (CLOSING.includes(lexer.token.kind)) depth--;
    if (depth > MAX_DEPTH) throw new GraphQLError(`The document is nested deeper than ${MAX_DEPTH} levels.`);
    if (count > MAX_TOKENS) throw new GraphQLError(`The document has more than ${MAX_TOKENS} tokens.`);
  }
}
