import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ended } from './command-line.ts';

const fixtures = join(import.meta.dirname, '../fixtures/commands/json');

/**
 * Holds what `--json` printed to the golden shape of that name, `<command>` or `<command>.<case>`: which keys there are and
 * of which type their values. Scripts of other people read them.
 */
export async function expectShape(name: string, { stdout }: Ended): Promise<void> {
  const shape = `${JSON.stringify(shapeOf(JSON.parse(stdout)), null, 2)}\n`;
  await expect(shape).toMatchFileSnapshot(join(fixtures, `${name}.json`));
}

/** Types instead of values, keys in alphabetical order; a list is what its members are. */
export function shapeOf(value: unknown): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value)) return listShape(value);
  if (typeof value !== 'object') return typeof value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, shapeOf(member)]));
}

function listShape(members: readonly unknown[]): unknown {
  const kinds = new Map(members.map((member) => [JSON.stringify(shapeOf(member)), shapeOf(member)]));
  return kinds.size === 0 ? 'empty list' : { 'list of': [...kinds.values()] };
}
