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

function textAt(source: string, at: number, end: number): string | undefined {
  if (source.charCodeAt(at) !== QUOTE || source.charCodeAt(end - 1) !== QUOTE) return undefined;
  const text = source.slice(at + 1, end - 1);
  return means(text) ? text : undefined;
}
