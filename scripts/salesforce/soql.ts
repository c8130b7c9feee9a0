/** A value bound into SOQL. Lists become `('a', 'b')`. */
export type Bound = string | number | boolean | Date | null | readonly (string | number)[];

/**
 * The only way SOQL is built here: soql`SELECT Id FROM Account WHERE Name = ${name}`.
 * Values are quoted and escaped; names never come from input.
 */
export function soql(parts: TemplateStringsArray, ...values: readonly Bound[]): string {
  return parts.reduce((text, part, index) => text + literal(values[index - 1] ?? null) + part);
}

function literal(value: Bound): string {
  if (value === null) return 'null';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object') {
    if (value.length === 0) throw new RangeError('Expected at least one value for IN, got none.');
    return `(${value.map((item) => literal(item)).join(', ')})`;
  }
  return String(value);
}

function quote(text: string): string {
  return `'${text
    .replace(/[\\'"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')}'`;
}
