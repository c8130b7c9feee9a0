import { NotSupportedError, OrgError } from '../../errors.ts';
import { soqlError } from '../soql-error.ts';
import type { Token } from './lexer.ts';

/** Goes through the tokens once. What no rule of the grammar takes is refused at its place, so nothing is passed over. */
export class TokenReader {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  take(): Token {
    const token = this.#tokens[this.#next++];
    if (!token) throw this.unexpected(token);
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.text.toUpperCase() === word;
  }

  /** Takes the words when they all come next. */
  skipWords(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.isWord(word, index))) return false;
    this.#next += words.length;
    return true;
  }

  skip(punctuation: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'punctuation' || token.text !== punctuation) return false;
    this.#next++;
    return true;
  }

  expect(punctuation: string): void {
    if (!this.skip(punctuation)) throw this.unexpected(this.peek());
  }

  expectWord(word: string): void {
    if (!this.skipWords(word)) throw this.unexpected(this.peek());
  }

  /** A name. `sum1` looks like an amount of money and is one only where a value stands. */
  name(): Token {
    const token = this.take();
    if (token.kind === 'word' || (token.kind === 'currency' && /^\w+$/.test(token.text))) return token;
    throw this.unexpected(token);
  }

  list<T>(one: () => T): T[] {
    const all = [one()];
    while (this.skip(',')) all.push(one());
    return all;
  }

  /** Runs a rule that may contain itself; a text of brackets alone must not exhaust the stack. */
  nested<T>(rule: () => T): T {
    if (++this.#depth > DEEPEST) throw tooComplicated();
    const result = rule();
    this.#depth--;
    return result;
  }

  finish(): void {
    const token = this.peek();
    if (token) throw this.unexpected(token);
  }

  unexpected(token: Token | undefined): OrgError {
    if (!token) return new OrgError('MALFORMED_QUERY', "unexpected token: '<EOF>'");
    if (token.text === ':') return this.malformed(token.at, 'Bind variables only allowed in Apex code');
    return this.malformed(token.at, `unexpected token: '${token.text}'`);
  }

  malformed(at: number, message: string): OrgError {
    return soqlError('MALFORMED_QUERY', this.source, at, message);
  }

  unsupported(what: string): NotSupportedError {
    return new NotSupportedError(`SOQL ${what}`);
  }
}

const DEEPEST = 200;

export function tooComplicated(): OrgError {
  return new OrgError(
    'QUERY_TOO_COMPLICATED',
    'Query is either selecting too many fields or the filter conditions are too complicated.',
  );
}
