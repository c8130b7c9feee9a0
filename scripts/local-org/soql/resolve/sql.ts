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
  if (real.length === 0) return ALWAYS;
  return joined(
    real.map((part) => sql`(${part})`),
    ' AND ',
  );
}

export function or(parts: readonly Sql[]): Sql {
  if (parts.length === 0) return NEVER;
  return joined(
    parts.map((part) => sql`(${part})`),
    ' OR ',
  );
}
