import { isDigit, means, numberEnd, stringEnd } from './literal-text.ts';

/** A query without the values that may change from call to call, and these values. */
export interface LiftedQuery {
  /** Equal for queries that differ in lifted values alone. */
  readonly key: string;
  /** Strings without their quotes, numbers as written. */
  readonly values: readonly string[];
  /** Where each value's token begins in the text, and where it ends. */
  readonly places: readonly number[];
  readonly ends: readonly number[];
}

const QUOTE = 39;
const STRING = '\0s';
const NUMBER = '\0n';

/**
 * Takes out strings that mean what is written between their quotes, and numbers behind a comparison's sign. All else may
 * shape the SQL (blank texts, escapes, letters whose case SQLite does not know, LIMIT) and stays in the key.
 */
export function liftLiterals(source: string): LiftedQuery {
  const values: string[] = [];
  const places: number[] = [];
  const ends: number[] = [];
  // The marks must not occur in the text itself.
  if (source.includes('\0')) return { key: source, values, places, ends };
  let key = '';
  let kept = 0;
  const lift = (at: number, end: number, value: string, mark: string): void => {
    key += source.slice(kept, at) + mark;
    kept = end;
    values.push(value);
    places.push(at);
    ends.push(end);
  };
  let behindSign = false;
  for (let at = 0; at < source.length;) {
    const code = source.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(source, at);
      const text = source.slice(at + 1, end - 1);
      if (means(text)) lift(at, end, text, STRING);
      at = end;
      behindSign = false;
    } else if (behindSign && isDigit(code)) {
      const end = numberEnd(source, at);
      if (end > at) lift(at, end, source.slice(at, end), NUMBER);
      at = Math.max(end, at + 1);
      behindSign = false;
    } else {
      // = < >, and blanks after them.
      behindSign = (code >= 60 && code <= 62) || (behindSign && code === 32);
      at++;
    }
  }
  return { key: values.length === 0 ? source : key + source.slice(kept), values, places, ends };
}
