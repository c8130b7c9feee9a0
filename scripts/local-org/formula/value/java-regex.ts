import { NotSupportedError } from '../../errors.ts';
import { FormulaRuntimeError } from '../errors.ts';

/**
 * The platform's patterns are Java's. Most of the syntax is common; what differs is translated or refused by
 * name: a pattern must not silently mean something else.
 */
export function javaRegex(source: string): RegExp {
  const flags = /^\(\?([ims]+)\)/.exec(source);
  const body = translate(flags ? source.slice(flags[0].length) : source);
  try {
    return new RegExp(`^(?:${body})$`, `u${[...new Set(flags?.[1])].filter((flag) => flag !== 'm').join('')}`);
  } catch (error) {
    throw new FormulaRuntimeError(
      `Invalid regular expression ${source}: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** Escapes that mean the same in both languages. */
const COMMON_ESCAPES = /^[dDwWsSbBnrtf0-9]$/;
const SYNTAX = /^[$^.*+?()[\]{}|/\\]$/;
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/[*+?}]\+/y, 'possessive quantifiers'],
  [/\(\?>/y, 'atomic groups'],
  [/\(\?[imsxUud-]+[:)]/y, 'inline flags inside a pattern'],
];
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Space: ' \\t\\n\\x0B\\f\\r',
  Punct: '!-\\/:-@\\[-`\\{-~',
};

function translate(source: string): string {
  let out = '';
  let inClass = false;
  for (let at = 0; at < source.length;) {
    const character = source.charAt(at);
    if (!inClass) refuse(source, at);
    if (inClass && (character === '[' || source.startsWith('&&', at))) {
      throw new NotSupportedError('REGEX with nested or intersected character classes');
    }
    if (character === '\\') {
      const escape = translateEscape(source, at, inClass);
      out += escape.text;
      at += escape.length;
      continue;
    }
    if (character === '[') inClass = true;
    else if (character === ']' && inClass) inClass = false;
    out +=
      !inClass && (character === '}' || character === ']') && !closes(out, character) ? `\\${character}` : character;
    at += 1;
  }
  return out;
}

/** Whether the brace or bracket ends something that was opened; else Java reads it literally. */
function closes(before: string, character: string): boolean {
  return character === ']'
    ? /(?:^|[^\\])\[(?:[^\]\\]|\\.)*$/.test(before)
    : /\{\d+(?:,\d*)?$|\\[pP]\{\w+$/.test(before);
}

function refuse(source: string, at: number): void {
  for (const [pattern, name] of REFUSED) {
    pattern.lastIndex = at;
    if (pattern.test(source)) throw new NotSupportedError(`REGEX with ${name}`);
  }
}

function translateEscape(source: string, at: number, inClass: boolean): { text: string; length: number } {
  const next = source.charAt(at + 1);
  if (next === 'Q') return quoted(source, at);
  const property = /^\\([pP])\{(\w+)\}/.exec(source.slice(at));
  if (property)
    return { text: propertyOf(property[1] === 'P', property[2] ?? '', inClass), length: property[0].length };
  const hexadecimal = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/.exec(source.slice(at));
  if (hexadecimal) return { text: hexadecimal[0], length: hexadecimal[0].length };
  if (COMMON_ESCAPES.test(next) || SYNTAX.test(next) || (inClass && next === '-'))
    return { text: `\\${next}`, length: 2 };
  if (/[A-Za-z]/.test(next) || next === '') throw new NotSupportedError(`REGEX with the escape \\${next}`);
  return { text: next, length: 2 };
}

function quoted(source: string, at: number): { text: string; length: number } {
  const end = source.indexOf('\\E', at + 2);
  const text = source.slice(at + 2, end < 0 ? undefined : end);
  return { text: text.replace(/[$^.*+?()[\]{}|/\\]/g, '\\$&'), length: text.length + (end < 0 ? 2 : 4) };
}

function propertyOf(negated: boolean, name: string, inClass: boolean): string {
  const range = POSIX[name];
  if (range === undefined) return `\\${negated ? 'P' : 'p'}{${name.replace(/^Is/, '')}}`;
  if (negated && inClass) throw new NotSupportedError(`REGEX with \\P{${name}} inside a character class`);
  return inClass ? range : `[${negated ? '^' : ''}${range}]`;
}
