/** Reads the parsed content of a deployed component; what is absent or of another kind reads as nothing. */
export type Content = Readonly<Record<string, unknown>>;

export function contentList(content: Content | undefined, name: string): Content[] {
  const value = content?.[name];
  return Array.isArray(value) ? value.filter(isContent) : isContent(value) ? [value] : [];
}

export function textList(content: Content | undefined, name: string): string[] {
  const value = content?.[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

export function textOf(content: Content | undefined, name: string): string | undefined {
  const value = content?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function flagOf(content: Content | undefined, name: string): boolean {
  const value = content?.[name];
  return value === true || value === 'true';
}

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
