import { needsFolding } from './folding.ts';

const QUOTE = 39;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Behind the closing quote, or the text's end when there is none. */
export function stringEnd(source: string, at: number): number {
  let end = source.indexOf("'", at + 1);
  const escape = source.indexOf('\\', at + 1);
  if (escape >= 0 && escape < end) {
    end = at + 1;
    while (end < source.length && source.charCodeAt(end) !== QUOTE) end += source[end] === '\\' ? 2 : 1;
  }
  return end < 0 || end >= source.length ? source.length : end + 1;
}

/** Zero when the digits begin a date or something else than a plain number. */
export function numberEnd(source: string, at: number): number {
  let end = at;
  while (isDigit(source.charCodeAt(end))) end++;
  if (source[end] === '.' && isDigit(source.charCodeAt(end + 1))) for (end++; isDigit(source.charCodeAt(end));) end++;
  return /[\w.:+-]/.test(source[end] ?? ' ') ? 0 : end;
}

const SPECIAL = /[^\x20-\x5b\x5d-\x7e]/;

/** Neither blank nor escaped nor in need of folding. */
export function means(text: string): boolean {
  if (text === '') return false;
  return !SPECIAL.test(text) || (!text.includes('\\') && !needsFolding(text));
}
