import type { SQLInputValue } from 'node:sqlite';
import type { RunContext } from '../run-context.ts';

/** A value that is only known when the query runs: dates relative to now, the running user. */
export type Deferred = (context: RunContext) => SQLInputValue;

/** A piece of SQL with the values of its question marks, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (SQLInputValue | Deferred)[];
}

/** Joins pieces; what is interpolated is always SQL, never a bare value. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  let text = strings[0] ?? '';
  const values: (SQLInputValue | Deferred)[] = [];
  parts.forEach((part, index) => {
    text += part.text + (strings[index + 1] ?? '');
    values.push(...part.values);
  });
  return { text, values };
}

export function raw(text: string): Sql {
  return { text, values: [] };
}

export function bind(value: SQLInputValue | Deferred): Sql {
  return { text: '?', values: [value] };
}

export function joined(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => part.values) };
}

export const NEVER = raw('0');
export const ALWAYS = raw('1');

export function and(parts: readonly Sql[]): Sql {
  const real = parts.filter((part) => part.text !== ALWAYS.text);
  return real.length === 0 ? ALWAYS : balanced(real, ' AND ');
}

export function or(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? NEVER : balanced(parts, ' OR ');
}

const FLAT = 50;

/** SQLite reads a chain of a thousand conditions as a thousand levels, which is more than it takes. */
function balanced(parts: readonly Sql[], word: string): Sql {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  if (parts.length <= FLAT)
    return joined(
      parts.map((part) => sql`(${part})`),
      word,
    );
  const half = Math.ceil(parts.length / 2);
  return sql`(${balanced(parts.slice(0, half), word)})${raw(word)}(${balanced(parts.slice(half), word)})`;
}
