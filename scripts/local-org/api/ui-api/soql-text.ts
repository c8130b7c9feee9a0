/** A string literal of SOQL: whatever a person typed stays one value. */
export function quoted(value: string): string {
  return `'${value.replace(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** For LIKE: the person's own wildcards are plain characters. */
export function quotedPattern(value: string, place: 'starts' | 'contains'): string {
  const literal = quoted(value).slice(1, -1).replace(/[%_]/g, '\\$&');
  return place === 'starts' ? `'${literal}%'` : `'%${literal}%'`;
}
