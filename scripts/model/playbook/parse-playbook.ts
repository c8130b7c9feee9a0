import { parseDocument } from 'yaml';
import { z } from 'zod';
import { MidfieldError } from '../errors.ts';
import { IndustryPack } from './industry-pack.ts';
import { lintPlaybook, lintRoles, type Finding } from './lint-playbook.ts';
import { Playbook } from './playbook.ts';
import { RoleCatalogue } from './role.ts';

/** Parses a playbook file wholly. Throws YamlInvalid or PlaybookInvalid naming the file and every fault. */
export function parsePlaybook(text: string, file: string, catalogue: RoleCatalogue): Playbook {
  const playbook = parse(text, file, Playbook);
  refuse(lintPlaybook(playbook, catalogue), file);
  return playbook;
}

export function parseRoles(text: string, file: string): RoleCatalogue {
  const catalogue = parse(text, file, RoleCatalogue);
  refuse(lintRoles(catalogue), file);
  return catalogue;
}

/** Parses an industry pack; `lintIndustryPack` checks it against the playbooks it joins. */
export function parseIndustryPack(text: string, file: string): IndustryPack {
  return parse(text, file, IndustryPack);
}

/** Throws PlaybookInvalid when there is any finding. */
export function refuse(findings: readonly Finding[], file: string): void {
  if (findings.length === 0) return;
  throw new MidfieldError('PlaybookInvalid', [
    file,
    findings.map((finding) => `✖ ${finding.message}\n  → at ${finding.path}`).join('\n'),
  ]);
}

function parse<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new MidfieldError('YamlInvalid', [file, fault.message], { cause: fault });
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!result.success)
    throw new MidfieldError('PlaybookInvalid', [file, z.prettifyError(result.error)], { cause: result.error });
  return result.data;
}
