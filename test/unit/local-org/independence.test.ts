import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../scripts/local-org');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const found = (pattern: RegExp): string[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${relative(root, file)}:${index + 1}: ${line.trim()}`] : [])),
  );

test('the local org has files to look at', () => {
  expect(files.length).toBeGreaterThan(200);
});

test('no source of the local org holds a name of the product', () => {
  expect(found(/\bMF_|mf__|\bM[123]\b.*playbook/i)).toEqual([]);
});

test('no source of the local org imports from outside of its folder', () => {
  const outside = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, target = '']) => resolve(file, '..', target))
      .filter((target) => !target.startsWith(`${root}/`))
      .map((target) => `${relative(root, file)} → ${target}`),
  );
  expect(outside).toEqual([]);
});
