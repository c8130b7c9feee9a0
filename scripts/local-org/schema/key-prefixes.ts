import type { Component } from './model.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `a00`, `a01` … for data, `m00` … for custom metadata: two digits to the base 62. */
export function prefixAt(first: 'a' | 'm', position: number): string {
  const high = digits[Math.floor(position / digits.length)];
  const low = digits[position % digits.length];
  if (high === undefined || low === undefined) throw new RangeError(`No key prefix left after ${position} objects`);
  return `${first}${high}${low}`;
}

/** Keeps the prefixes that components carry and gives the next free ones to the others, in order. */
export function customKeyPrefixes(objects: readonly Component[]): Map<string, string> {
  const taken = new Set(objects.map((each) => each.keyPrefix).filter((each) => each !== undefined));
  const given = new Map<string, string>();
  const next = { a: 0, m: 0 };
  for (const component of objects) {
    const first = component.fullName.endsWith('__mdt') ? 'm' : 'a';
    let prefix = component.keyPrefix;
    while (prefix === undefined) {
      const candidate = prefixAt(first, next[first]++);
      if (!taken.has(candidate)) prefix = candidate;
    }
    taken.add(prefix);
    given.set(component.fullName, prefix);
  }
  return given;
}
