import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf } from '../../../../scripts/local-org/store/holder.ts';
import { openStore } from '../../../../scripts/local-org/store/sqlite-store.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'holder-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const holderModule = new URL('../../../../scripts/local-org/store/holder.ts', import.meta.url).href;
const asked = (): string =>
  spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import { holderOf } from '${holderModule}'; console.log(holderOf('${dir}'))`],
    { encoding: 'utf8' },
  ).stdout.trim();

test('nobody holds a folder that has no org', () => {
  expect(holderOf(dir)).toBeUndefined();
  expect(holderOf(join(dir, 'missing'))).toBeUndefined();
});

test('an open store is held by its process, as itself and others see it, until it is closed', () => {
  const store = openStore(dir);
  expect(holderOf(dir)).toBe(process.pid);
  expect(asked()).toBe(String(process.pid));
  store.close();
  expect(asked()).toBe('undefined');
  expect(existsSync(join(dir, 'org.pid'))).toBe(false);
});

test('asking does not loosen the lock', () => {
  const store = openStore(dir);
  holderOf(dir);
  holderOf(dir);
  expect(asked()).toBe(String(process.pid));
  expect(() => openStore(dir)).toThrow(`in use by another process (pid ${process.pid})`);
  expect(asked()).toBe(String(process.pid));
  store.close();
});

test('what a killed process left behind holds nothing', () => {
  openStore(dir).close();
  writeFileSync(join(dir, 'org.pid'), '1\n');
  expect(holderOf(dir)).toBeUndefined();
  openStore(dir).close();
});

test('a file that is no database is named as that', () => {
  writeFileSync(join(dir, 'org.sqlite'), 'x'.repeat(5_000));
  expect(() => openStore(dir)).toThrow(`Expected ${join(dir, 'org.sqlite')} to be the database of a local org`);
});
