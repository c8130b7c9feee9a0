import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandsIn } from '../../support/commands-in.ts';

const golden = 'test/fixtures/commands';
const listed = () =>
  (JSON.parse(readFileSync(`${golden}/commands-and-flags.json`, 'utf8')) as { id: string }[]).map(({ id }) => id);

it('keeps the commands and flags that people have in their scripts', { timeout: 120_000 }, async () => {
  const text = `${JSON.stringify(await commandsIn(process.cwd(), './scripts/commands'), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../fixtures/commands/commands-and-flags.json');
});

it('has one command file for each command of the list', () => {
  const files = readdirSync('scripts/commands/midfield', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `midfield:${file.replace(/\.ts$/, '').replaceAll('/', ':')}`)
    .sort();
  expect(listed()).toEqual(files);
});

it('holds what each command and a refusal print under --json to a golden shape', () => {
  const shapes = new Set(readdirSync(`${golden}/json`).map((file) => file.split('.')[0]));
  const names = listed().map((id) => id.replace('midfield:', '').replaceAll(':', '-'));
  expect([...shapes].sort()).toEqual([...names, 'refused'].sort());
});
