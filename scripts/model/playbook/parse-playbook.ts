import { parseDocument } from 'yaml';
import { z } from 'zod';
import { MidfieldError } from '../errors.ts';
import { IndustryPack } from './industry-pack.ts';
import { lintPlaybook, lintRoles, type Finding } from './lint-playbook.ts';
import { Playbook } from './playbook.ts';
import { RoleCatalogue } from './role.ts';
import { positionOf, type SourceText } from './source-text.ts';

/** Parses a playbook file wholly. Throws YamlInvalid or PlaybookInvalid naming the file and the place of every fault. */
export function parsePlaybook(text: string, file: string, catalogue: RoleCatalogue): Playbook {
  const playbook = parse({ text, file }, Playbook);
  refuse(lintPlaybook(playbook, catalogue), { text, file });
  return playbook;
}

export function parseRoles(text: string, file: string): RoleCatalogue {
  const catalogue = parse({ text, file }, RoleCatalogue);
  refuse(lintRoles(catalogue), { text, file });
  return catalogue;
}

/** Parses an industry pack; `lintIndustryPack` checks it against the playbooks it joins. */
export function parseIndustryPack(text: string, file: string): IndustryPack {
  return parse({ text, file }, IndustryPack);
}

/** Throws PlaybookInvalid when there is any finding. */
export function refuse(findings: readonly Finding[], source: SourceText): void {
  if (findings.length === 0) return;
  const lines = findings.map(
    ({ message, path }) => `✖ ${message}\n  → ${positionOf(source, path)}${path === '' ? '' : `: ${path}`}`,
  );
  throw new MidfieldError('PlaybookInvalid', [source.file, lines.join('\n')]);
}

function parse<T>(source: SourceText, schema: z.ZodType<T>): T {
  if (source.text.trim() === '') throw new MidfieldError('YamlInvalid', [source.file, 'line 1: the file is empty.']);
  const document = parseDocument(source.text, { uniqueKeys: true, prettyErrors: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new MidfieldError('YamlInvalid', [source.file, fault.message], { cause: fault });
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return result.data;
  refuse(result.error.issues.map(findingOf), source);
  throw result.error;
}

/** An unknown key is shown where it stands, not where its parent does. */
function findingOf(issue: z.core.$ZodIssue): Finding {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return { message: issue.message, path: z.core.toDotPath(path) };
}
