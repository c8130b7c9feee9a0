import { numberEnd, stringEnd, isDigit, means } from './literal-text.ts';

/**
 * A query's text with holes where its values were lifted out. A text that fits is the same query with other values: what
 * stands around the holes is equal, and a hole ends where lifting would have ended it.
 */
export class QueryShape {
  readonly #head: string;
  readonly #tails: readonly string[];
  readonly #numbers: readonly boolean[];

  constructor(source: string, places: readonly number[], ends: readonly number[]) {
    this.#head = source.slice(0, places[0]);
    this.#tails = ends.map((end, index) => source.slice(end, places[index + 1]));
    this.#numbers = places.map((place) => isDigit(source.charCodeAt(place)));
  }

  /** The values of a text of this shape. */
  valuesIn(source: string): string[] | undefined {
    if (!source.startsWith(this.#head)) return undefined;
    if (this.#tails.length === 1 && this.#numbers[0] === false) {
      const value = plainBetween(source, this.#head.length, this.#tails[0] ?? '');
      if (value !== undefined) return [value];
    }
    const values: string[] = [];
    let at = this.#head.length;
    for (let hole = 0; hole < this.#tails.length; hole++) {
      const number = this.#numbers[hole] === true;
      const end = number ? numberEnd(source, at) : stringEnd(source, at);
      const value = number ? source.slice(at, end) : textAt(source, at, end);
      const tail = this.#tails[hole] ?? '';
      if (end <= at || value === undefined || !source.startsWith(tail, end)) return undefined;
      values.push(value);
      at = end + tail.length;
    }
    return at === source.length ? values : undefined;
  }
}

const QUOTE = 39;
const BACKSLASH = 92;

/** The one text of a query when it is plain ASCII, which is what most lookups ask by; the way for all others is longer. */
function plainBetween(source: string, start: number, tail: string): string | undefined {
  const end = source.length - tail.length - 1;
  if (end <= start + 1 || source.charCodeAt(start) !== QUOTE || source.charCodeAt(end) !== QUOTE) return undefined;
  for (let at = start + 1; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code < 32 || code > 126 || code === QUOTE || code === BACKSLASH) return undefined;
  }
  return source.endsWith(tail) ? source.slice(start + 1, end) : undefined;
}

function textAt(source: string, at: number, end: number): string | undefined {
  if (source.charCodeAt(at) !== QUOTE || source.charCodeAt(end - 1) !== QUOTE) return undefined;
  const text = source.slice(at + 1, end - 1);
  return means(text) ? text : undefined;
}
