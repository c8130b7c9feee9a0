import type { ApiRequest } from '../route.ts';
import { illegalParameter } from './access-errors.ts';

/** Refuses a query parameter that the resource does not have: a misspelt one must not silently do nothing. */
export function onlyParameters(request: ApiRequest, known: readonly string[]): void {
  for (const name of request.query.keys()) {
    if (!known.includes(name)) throw illegalParameter(`Unrecognized query parameter: ${name}`);
  }
}

/** A comma-separated parameter; it may also be given several times. */
export function listParameter(request: ApiRequest, name: string): string[] {
  return request.query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

export function intParameter(
  request: ApiRequest,
  name: string,
  fallback: number,
  range: { min: number; max: number },
): number {
  const given = request.query.get(name);
  return given === null ? fallback : intInRange(name, given, range);
}

export function intInRange(name: string, given: unknown, range: { min: number; max: number }): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < range.min || value > range.max) {
    throw illegalParameter(
      `${name} must be between ${String(range.min)} and ${String(range.max)}, got ${String(given)}.`,
    );
  }
  return value;
}

export function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw illegalParameter(`${name} must be one of ${allowed.join(', ')}, got ${given}.`);
  return found;
}
