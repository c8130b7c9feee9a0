/** A part of an answer by its path, `errors.0.message`; undefined where the answer has no such part. */
export function at(answer: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), answer);
}

export function textAt(answer: unknown, path: string): string {
  const part = at(answer, path);
  if (typeof part !== 'string') throw new TypeError(`Expected a text at ${path}, got ${JSON.stringify(answer)}`);
  return part;
}

export function listAt(answer: unknown, path: string): unknown[] {
  const part = at(answer, path);
  if (!Array.isArray(part)) throw new TypeError(`Expected a list at ${path}, got ${JSON.stringify(answer)}`);
  return part;
}

export function keysAt(answer: unknown, path: string): string[] {
  const part = at(answer, path);
  if (!isObject(part)) throw new TypeError(`Expected an object at ${path}, got ${JSON.stringify(answer)}`);
  return Object.keys(part);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
