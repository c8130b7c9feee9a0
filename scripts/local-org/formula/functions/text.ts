import { FormulaRuntimeError } from '../errors.ts';
import { compare, Decimal, toInteger, type Numeric } from '../value/decimal.ts';
import { textOrBlank } from '../value/value.ts';
import { lenient, strict, type FunctionDefinition } from './definition.ts';

const text = (name: string) => ({ name, params: ['Text'] as const, result: 'Text' as const });
const padded = (name: string) => ({
  name,
  params: ['Text', 'Number', 'Text'] as const,
  optional: 1,
  result: 'Text' as const,
});

/** No text field holds more. */
const LONGEST = 131_072;

function padding(target: string, length: number, filler: string): string {
  if (length > LONGEST) throw new FormulaRuntimeError(`The text is longer than ${LONGEST} characters`);
  const missing = length - target.length;
  return filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing);
}

/** LPAD and RPAD cut to the length when the text is longer. */
function pad(side: 'left' | 'right') {
  return (target: string | null, length: Numeric | null, filler: string | null = ' ') => {
    if (target === null || length === null) return null;
    if (compare(length, target.length) <= 0) return textOrBlank(target.slice(0, Math.max(0, toInteger(length))));
    if (filler === null) return null;
    const added = padding(target, toInteger(length), filler);
    return side === 'left' ? added + target : target + added;
  };
}

/** Text that BigDecimal would read: digits, a point, an exponent, no blanks, no grouping. */
const NUMBER_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function value(from: string): Numeric {
  if (!NUMBER_TEXT.test(from)) throw new FormulaRuntimeError(`The value '${from}' is not a valid number.`);
  const decimal = new Decimal(from);
  return decimal.precision() <= 15 ? decimal.toNumber() : decimal;
}

/** Searching for nothing finds it; searching in nothing is neither true nor false. */
const search = (name: 'CONTAINS' | 'BEGINS', found: (target: string, part: string) => boolean): FunctionDefinition =>
  lenient({ name, params: ['Text', 'Text'], result: 'Boolean' }, (target: string | null, part: string | null) => {
    if (part === null) return true;
    return target === null ? null : found(target, part);
  });

/** The languages whose letters change case in their own way (dotless i and the like). */
const OWN_CASE = /^(?:tr|az|lt)(?:_|$)/i;

const inLocale = (
  name: 'UPPER' | 'LOWER',
  convert: (from: string, language: string | undefined) => string,
): FunctionDefinition =>
  lenient(
    { name, params: ['Text', 'Text'], optional: 1, result: 'Text' },
    (from: string | null, locale: string | null = null) =>
      from === null ? null : convert(from, locale !== null && OWN_CASE.test(locale) ? locale.slice(0, 2) : undefined),
  );

/** A word begins after anything that is neither letter nor digit. */
function initCap(from: string): string {
  return from.replace(/[\p{Lu}\p{Ll}\p{Nd}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}

/** The character of a code point; blank for 0 and for what is no code point. */
function character(code: Numeric): string | null {
  const point = toInteger(code);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}

export const TEXT_FUNCTIONS: readonly FunctionDefinition[] = [
  lenient({ name: 'LEN', params: ['Text'], result: 'Number' }, (from: string | null) => from?.length ?? 0),
  strict({ name: 'LEFT', params: ['Text', 'Number'], result: 'Text' }, (from: string, count: Numeric) =>
    textOrBlank(from.slice(0, Math.max(0, toInteger(count)))),
  ),
  strict({ name: 'RIGHT', params: ['Text', 'Number'], result: 'Text' }, (from: string, count: Numeric) =>
    textOrBlank(from.slice(Math.max(0, from.length - Math.max(0, toInteger(count))))),
  ),
  strict(
    { name: 'MID', params: ['Text', 'Number', 'Number'], result: 'Text' },
    (from: string, start: Numeric, count: Numeric) => {
      const first = Math.max(1, toInteger(start)) - 1;
      return textOrBlank(from.slice(first, first + Math.max(0, toInteger(count))));
    },
  ),
  search('CONTAINS', (target, part) => target.includes(part)),
  search('BEGINS', (target, part) => target.startsWith(part)),
  lenient(
    { name: 'FIND', params: ['Text', 'Text', 'Number'], optional: 1, result: 'Number' },
    (part: string | null, target: string | null, start: Numeric | null = 1) =>
      part === null || target === null || start === null
        ? 0
        : target.indexOf(part, Math.max(0, toInteger(start) - 1)) + 1,
  ),
  lenient(
    { name: 'SUBSTITUTE', params: ['Text', 'Text', 'Text'], result: 'Text' },
    (from: string | null, old: string | null, replacement: string | null) =>
      from === null || old === null ? null : textOrBlank(from.replaceAll(old, () => replacement ?? '')),
  ),
  strict(text('TRIM'), (from: string) => textOrBlank(from.replace(/^ +| +$/g, ''))),
  strict(text('REVERSE'), (from: string) => Array.from(from).reverse().join('')),
  lenient(padded('LPAD'), pad('left')),
  lenient(padded('RPAD'), pad('right')),
  inLocale('UPPER', (from, language) => (language ? from.toLocaleUpperCase(language) : from.toUpperCase())),
  inLocale('LOWER', (from, language) => (language ? from.toLocaleLowerCase(language) : from.toLowerCase())),
  strict({ name: 'VALUE', params: ['Text'], result: 'Number' }, value),
  lenient(
    { name: 'ISNUMBER', params: ['Text'], result: 'Boolean' },
    (from: string | null) => from !== null && NUMBER_TEXT.test(from),
  ),
  strict(text('INITCAP'), initCap),
  strict({ name: 'CHR', params: ['Number'], result: 'Text' }, character),
  strict({ name: 'ASCII', params: ['Text'], result: 'Number' }, (from: string) => from.codePointAt(0) ?? null),
  lenient({ name: 'BR', params: [], result: 'Text' }, () => '\n'),
];
