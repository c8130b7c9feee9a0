import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MidfieldError } from '../model/errors.ts';
import type { IndustryPack } from '../model/playbook/industry-pack.ts';
import { lintIndustryPack } from '../model/playbook/lint-playbook.ts';
import { parseIndustryPack, parsePlaybook, parseRoles, refuse } from '../model/playbook/parse-playbook.ts';
import type { Playbook } from '../model/playbook/playbook.ts';
import type { RoleCatalogue } from '../model/playbook/role.ts';

export interface PlaybookSources {
  readonly roles: RoleCatalogue;
  readonly playbooks: readonly Playbook[];
  readonly packs: readonly IndustryPack[];
}

/** Reads `roles.yaml`, `playbooks/` and `industry-packs/` of a folder, each file wholly and checked against the others. */
export function readPlaybookFiles(directory: string): PlaybookSources {
  const file = join(directory, 'roles.yaml');
  const roles = parseRoles(readText(file), file);
  const playbooks = yamlFiles(join(directory, 'playbooks')).map((path) => parsePlaybook(readText(path), path, roles));
  const packs = yamlFiles(join(directory, 'industry-packs')).map((path) => {
    const pack = parseIndustryPack(readText(path), path);
    refuse(lintIndustryPack(pack, playbooks, roles), path);
    return pack;
  });
  return { roles, playbooks, packs };
}

function yamlFiles(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];
}

function readText(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new MidfieldError('FileNotFound', [path]);
  return readFileSync(path, 'utf8');
}
