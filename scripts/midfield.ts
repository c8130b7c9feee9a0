#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { execute } from '@oclif/core';
import { packageRoot } from './commands/render/messages.ts';

/**
 * The same commands without the `sf` CLI: `npm run midfield -- install --target-org X`. Run from the sources, they are
 * found there; run compiled, in the compiled folder.
 */
interface PackageJson {
  oclif: { commands: { target: string } };
}

const pjson = JSON.parse(readFileSync(`${packageRoot}/package.json`, 'utf8')) as PackageJson;
if (import.meta.url.endsWith('.ts')) pjson.oclif.commands.target = './scripts/commands';
process.env['SF_DISABLE_TELEMETRY'] ??= 'true';

// The topic is part of every command's path (`midfield install`); here the program's own name stands for it.
const args = process.argv.slice(2);
const asked = args[0]?.startsWith('-') || args[0] === 'midfield' || args.length === 0;
await execute({
  args: asked ? args : ['midfield', ...args],
  loadOptions: { root: packageRoot, pjson: pjson as never },
});
