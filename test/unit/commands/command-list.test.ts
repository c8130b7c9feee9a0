import { readdirSync, readFileSync } from 'node:fs';
import { Config } from '@oclif/core';
import { expect, it } from 'vitest';

interface PackageJson {
  oclif: { commands: { target: string; strategy: string; globPatterns: string[] } };
}

/** Commands and flags as a person meets them; what the CLI's own base adds is left to the CLI. */
async function commandsIn(target: string) {
  const pjson = JSON.parse(readFileSync('package.json', 'utf8')) as PackageJson;
  pjson.oclif.commands.target = target;
  const config = await Config.load({ root: process.cwd(), pjson: pjson as never });
  const own = config.commands.filter(({ id }) => id.startsWith('midfield:'));
  return own
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ id, summary, flags }) => ({
      id,
      summary,
      flags: Object.values(flags)
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ name, char, type, required, helpGroup, ...flag }) => ({
          name,
          ...(char ? { char } : {}),
          type,
          ...(required ? { required } : {}),
          ...(helpGroup === 'GLOBAL' ? { global: true } : {}),
          ...('options' in flag && flag.options ? { options: flag.options } : {}),
        })),
    }));
}

it('keeps the commands and flags that people have in their scripts', { timeout: 120_000 }, async () => {
  const text = `${JSON.stringify(await commandsIn('./scripts/commands'), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../fixtures/commands/commands-and-flags.json');
});

it('has one command file for each command of the list', { timeout: 60_000 }, () => {
  const files = readdirSync('scripts/commands/midfield', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `midfield:${file.replace(/\.ts$/, '').replaceAll('/', ':')}`)
    .sort();
  const listed = JSON.parse(readFileSync('test/fixtures/commands/commands-and-flags.json', 'utf8')) as { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual(files);
});
