import { isJsonObject } from '../rest/row-from-json.ts';

/** What earlier parts of the request answered, by referenceId. */
export type Answers = ReadonlyMap<string, unknown>;

/** `@{account.id}`, `@{list.records[0].Id}` */
const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;

/** A reference that names nothing that was answered. */
export class UnresolvedReference extends Error {
  constructor(reference: string) {
    super(`Invalid reference specified. No value for ${reference} found`);
    this.name = 'UnresolvedReference';
  }
}

export function referencedIds(value: unknown): Set<string> {
  const found = new Set<string>();
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  for (const match of text.matchAll(REFERENCE)) found.add(match[1] ?? '');
  return found;
}

/** In an address the value is escaped. */
export function resolveInUrl(url: string, answers: Answers): string {
  return url.replace(REFERENCE, (_, id: string, path: string) => encodeURIComponent(String(lookUp(answers, id, path))));
}

/** A text that is one reference and nothing else takes the value with its type. */
export function resolveInBody(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((entry) => resolveInBody(entry, answers));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolveInBody(entry, answers)]));
}

function resolveText(text: string, answers: Answers): unknown {
  const whole = /^@\{(\w+)((?:\.\w+|\[\d+\])*)\}$/.exec(text);
  if (whole !== null) return lookUp(answers, whole[1] ?? '', whole[2] ?? '');
  return text.replace(REFERENCE, (_, id: string, path: string) => String(lookUp(answers, id, path)));
}

function lookUp(answers: Answers, id: string, path: string): unknown {
  let value: unknown = answers.get(id);
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    if (index !== undefined) value = Array.isArray(value) ? value[Number(index)] : undefined;
    else value = isJsonObject(value) ? member(value, name ?? '') : undefined;
  }
  if (value === undefined) throw new UnresolvedReference(id + path);
  return value;
}

/** A create answers `id`, a read `Id`; callers write either. */
function member(object: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}
