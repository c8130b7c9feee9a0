import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MidfieldError } from '../model/errors.ts';
import type { IndustryPack } from '../model/playbook/industry-pack.ts';
import { lintIndustryPack } from '../model/playbook/lint-playbook.ts';
import { parseIndustryPack, parsePlaybook, parseRoles, refuse } from '../model/playbook/parse-playbook.ts';
import type { Playbook } from '../model/playbook/playbook.ts';
import type { RoleCatalogue } from '../model/playbook/role.ts';
import type { SourceText } from '../model/playbook/source-text.ts';

export interface PlaybookSources {
  readonly roles: RoleCatalogue;
  readonly playbooks: readonly Playbook[];
  readonly packs: readonly IndustryPack[];
  /** The files they came from, for errors that show only later, against an org. */
  readonly files: ReadonlyMap<Playbook | IndustryPack, SourceText>;
}

/** Reads `roles.yaml`, `playbooks/` and `industry-packs/` of a folder, each file wholly and checked against the others. */
export function readPlaybookFiles(directory: string): PlaybookSources {
  const rolesFile = readSource(join(directory, 'roles.yaml'));
  const roles = parseRoles(rolesFile.text, rolesFile.file);
  const files = new Map<Playbook | IndustryPack, SourceText>();
  const playbooks = yamlFiles(join(directory, 'playbooks')).map((source) => {
    const playbook = parsePlaybook(source.text, source.file, roles);
    refuseTwin(playbook, source, files);
    files.set(playbook, source);
    return playbook;
  });
  if (playbooks.length === 0) throw new MidfieldError('FileNotFound', [join(directory, 'playbooks', '*.yaml')]);
  const packs = yamlFiles(join(directory, 'industry-packs')).map((source) => {
    const pack = parseIndustryPack(source.text, source.file);
    refuse(lintIndustryPack(pack, playbooks, roles), source);
    files.set(pack, source);
    return pack;
  });
  return { roles, playbooks, packs, files };
}

/** Two files of one key and version would overwrite each other's stages in the org. */
function refuseTwin(
  { key, version }: Playbook,
  source: SourceText,
  files: ReadonlyMap<Playbook | IndustryPack, SourceText>,
): void {
  const twin = [...files].find(([other]) => other.key === key && other.version === version);
  if (twin) refuse([{ path: 'version', message: `${key} ${version} is also in ${twin[1].file}` }], source);
}

function yamlFiles(folder: string): SourceText[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readSource(join(folder, name)));
}

function readSource(file: string): SourceText {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new MidfieldError('FileNotFound', [file]);
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) {
    const line = linesOf(bytes).findIndex((part) => !isUtf8(part)) + 1;
    throw new MidfieldError('YamlInvalid', [file, `line ${line} is not UTF-8. Save the file with that encoding.`]);
  }
  return { file, text: new TextDecoder().decode(bytes) };
}

function linesOf(bytes: Buffer): Buffer[] {
  const newLine = 0x0a;
  const lines: Buffer[] = [];
  for (let from = 0; from <= bytes.length;) {
    const to = bytes.indexOf(newLine, from);
    lines.push(bytes.subarray(from, to < 0 ? bytes.length : to));
    from = to < 0 ? bytes.length + 1 : to + 1;
  }
  return lines;
}
