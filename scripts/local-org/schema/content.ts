/** Readers of a component's content, which may be written sparsely: a missing list is an empty one. */
export type Content = Readonly<Record<string, unknown>>;

export function listOf(content: Content | undefined, key: string): readonly Content[] {
  const value = content?.[key];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]) as readonly Content[];
}

export function wordsOf(content: Content | undefined, key: string): readonly string[] {
  const value = content?.[key];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

export function wordOf(content: Content | undefined, key: string): string | undefined {
  const value = content?.[key];
  return value === undefined || value === null ? undefined : String(value);
}

export function numberOf(content: Content | undefined, key: string): number | undefined {
  const value = content?.[key];
  return value === undefined || value === null ? undefined : Number(value);
}

export const flagOf = (content: Content | undefined, key: string): boolean =>
  content?.[key] === true || content?.[key] === 'true';

export const partOf = (content: Content | undefined, key: string): Content | undefined => listOf(content, key)[0];

/** Record types and business processes write their values percent-encoded: `Proposal%2FPrice Quote`. */
export function decodeValueName(name: string): string {
  return name.replace(/%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*/g, (escaped) => {
    const bytes = Buffer.from(escaped.replaceAll('%', ''), 'hex');
    return bytes.toString('utf8');
  });
}
