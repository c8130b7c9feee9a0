import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config } from '@oclif/core';

interface PackageJson {
  oclif: { commands: { target: string; strategy: string; globPatterns: string[] } };
}

/**
 * Commands and flags as a person meets them, of the plugin whose package.json is in that folder; what the CLI's own base adds
 * is left to the CLI. Without a target they are looked for where package.json says.
 */
export async function commandsIn(root: string, target?: string) {
  const pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;
  if (target !== undefined) pjson.oclif.commands.target = target;
  const config = await Config.load({ root, pjson: pjson as never });
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
