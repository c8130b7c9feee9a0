#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { execute } from '@oclif/core';
import { packageRoot } from './commands/render/messages.ts';

/**
 * The same commands without the `sf` CLI: `npm run midfield -- install --target-org X`. Run from the sources, they are
 * found there; run compiled, in the compiled folder. The topic that stands before them under `sf` (`sf midfield install`)
 * is this program's own name, so they are looked for below it.
 */
interface Oclif {
  topics: Record<string, { subtopics: Record<string, { description: string }> }>;
}

const pjson = JSON.parse(readFileSync(`${packageRoot}/package.json`, 'utf8')) as { oclif: Oclif };
const folder = import.meta.url.endsWith('.ts') ? 'scripts' : 'dist/scripts';
const oclif = {
  ...pjson.oclif,
  commands: { strategy: 'pattern', target: `./${folder}/commands/midfield`, globPatterns: ['**/*.+(js|ts)'] },
  topics: pjson.oclif.topics['midfield']?.subtopics,
};
process.env['SF_DISABLE_TELEMETRY'] ??= 'true';

const args = process.argv.slice(2);
await execute({
  args: args[0] === 'midfield' ? args.slice(1) : args,
  loadOptions: { root: packageRoot, pjson: { ...pjson, oclif } as never },
});
