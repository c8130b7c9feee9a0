/** A SQL condition with the values of its question marks. */
export interface VisibleWhere {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** 1 read, 2 edit, 3 everything an owner may. */
export type AccessLevel = 1 | 2 | 3;

export const ALL: VisibleWhere = { sql: '1', values: [] };
export const NONE: VisibleWhere = { sql: '0', values: [] };

export function anyOf(parts: readonly VisibleWhere[]): VisibleWhere {
  const real = parts.filter((part) => part.sql !== '0');
  if (real.some((part) => part.sql === '1')) return ALL;
  if (real.length === 0) return NONE;
  return { sql: `(${real.map((part) => part.sql).join(' OR ')})`, values: real.flatMap((part) => part.values) };
}

export function allOf(parts: readonly VisibleWhere[]): VisibleWhere {
  const real = parts.filter((part) => part.sql !== '1');
  if (real.some((part) => part.sql === '0')) return NONE;
  if (real.length === 0) return ALL;
  return { sql: `(${real.map((part) => part.sql).join(' AND ')})`, values: real.flatMap((part) => part.values) };
}

/** A list of ids as one value, so that the statement's text does not depend on its length. */
export function oneOf(column: string, ids: readonly string[]): VisibleWhere {
  const [only] = ids;
  if (only === undefined) return NONE;
  if (ids.length === 1) return { sql: `${column} = ?`, values: [only] };
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(ids)] };
}
