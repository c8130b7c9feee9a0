import { needsFolding } from './folding.ts';

/** A query without the values that may change from call to call, and these values. */
export interface LiftedQuery {
  /** Equal for queries that differ in lifted values alone. */
  readonly key: string;
  /** Strings without their quotes, numbers as written. */
  readonly values: readonly string[];
  /** Where each value's token begins in the text. */
  readonly places: readonly number[];
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
  // The marks must not occur in the text itself.
  if (source.includes('\0')) return { key: source, values, places };
  let key = '';
  let kept = 0;
  const lift = (at: number, end: number, value: string, mark: string): void => {
    key += source.slice(kept, at) + mark;
    kept = end;
    values.push(value);
    places.push(at);
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
  return { key: values.length === 0 ? source : key + source.slice(kept), values, places };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Behind the closing quote, or the text's end when there is none. */
function stringEnd(source: string, at: number): number {
  let end = source.indexOf("'", at + 1);
  const escape = source.indexOf('\\', at + 1);
  if (escape >= 0 && escape < end) {
    end = at + 1;
    while (end < source.length && source.charCodeAt(end) !== QUOTE) end += source[end] === '\\' ? 2 : 1;
  }
  return end < 0 || end >= source.length ? source.length : end + 1;
}

/** Zero when the digits begin a date or something else than a plain number. */
function numberEnd(source: string, at: number): number {
  let end = at;
  while (isDigit(source.charCodeAt(end))) end++;
  if (source[end] === '.' && isDigit(source.charCodeAt(end + 1))) for (end++; isDigit(source.charCodeAt(end));) end++;
  return /[\w.:+-]/.test(source[end] ?? ' ') ? 0 : end;
}

const SPECIAL = /[^\x20-\x5b\x5d-\x7e]/;

/** Neither blank nor escaped nor in need of folding. */
function means(text: string): boolean {
  if (text === '') return false;
  return !SPECIAL.test(text) || (!text.includes('\\') && !needsFolding(text));
}
