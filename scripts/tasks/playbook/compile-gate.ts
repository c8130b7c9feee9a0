import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGate } from '../../model/gate/compile-gate-rules.ts';
import { fieldChecks, stageLists } from '../../model/gate/from-playbooks.ts';
import { standardFieldKind } from '../../model/gate/opportunity-fields.ts';
import { parsePlaybook, parseRoles } from '../../model/playbook/parse-playbook.ts';
import { gateMetadata } from './gate-metadata.ts';

/** Compiles the playbooks of a folder (roles.yaml, playbooks/) into the files of the package that depend on them. */
export function compileGateFrom(directory: string): ReadonlyMap<string, string> {
  const rolesFile = join(directory, 'roles.yaml');
  const roles = parseRoles(readFileSync(rolesFile, 'utf8'), rolesFile);
  const folder = join(directory, 'playbooks');
  const playbooks = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parsePlaybook(readFileSync(join(folder, name), 'utf8'), join(folder, name), roles));
  return gateMetadata(
    compileGate({ lists: stageLists(playbooks), fieldChecks: fieldChecks(playbooks), kindOf: standardFieldKind }),
  );
}
