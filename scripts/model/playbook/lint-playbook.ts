import type { Check } from './check.ts';
import type { IndustryPack } from './industry-pack.ts';
import type { Playbook, Stage } from './playbook.ts';
import type { RoleCatalogue } from './role.ts';

/** One fault that the shape alone does not show. `path` leads to it as in the file: `stages[4].raci`. */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

/** Deal creation writes the first gate's checks of 200 opportunities in one transaction of 10,000 rows. */
export const maximumChecksPerStage = 30;

/** Rules over a whole playbook: orders, accountables, weights, keys, owners. Empty = publishable. */
export function lintPlaybook(playbook: Playbook, catalogue: RoleCatalogue): Finding[] {
  const roles = keysOf(catalogue);
  return [
    ...duplicates('stages', playbook.stages, (stage) => stage.key, 'stage key'),
    ...duplicates('stages', playbook.stages, (stage) => String(stage.order), 'stage order'),
    ...duplicates('stages', playbook.stages, (stage) => stage.value.toLowerCase(), 'stage value'),
    ...duplicateCheckKeys(playbook.stages),
    ...orderGaps(playbook.stages),
    ...playbook.stages.flatMap((stage, index) => lintStage(stage, `stages[${index}]`, roles)),
  ];
}

/** Rules over a pack against the playbooks it joins. */
export function lintIndustryPack(
  pack: IndustryPack,
  playbooks: readonly Playbook[],
  catalogue: RoleCatalogue,
): Finding[] {
  const joined = playbooks.filter((playbook) => pack.applies_to.includes(playbook.deal_type));
  return pack.stages.flatMap((entry, index) => {
    const path = `stages[${index}]`;
    const findings = [
      ...weightFindings(entry.checks, entry.total_weight, path),
      ...ownerFindings(entry.checks, keysOf(catalogue), path),
    ];
    for (const playbook of joined) {
      const stage = playbook.stages.find((candidate) => candidate.key === entry.stage);
      if (!stage) {
        findings.push({ path: `${path}.stage`, message: `playbook ${playbook.key} has no stage ${entry.stage}` });
        continue;
      }
      findings.push(...joinFindings(playbook, stage, entry.checks, path));
    }
    return findings;
  });
}

/** Faults of the catalogue itself. */
export function lintRoles(catalogue: RoleCatalogue): Finding[] {
  return duplicates('roles', catalogue.roles, (role) => role.key, 'role key');
}

function keysOf(catalogue: RoleCatalogue): ReadonlySet<string> {
  return new Set(catalogue.roles.map((role) => role.key));
}

function joinFindings(playbook: Playbook, stage: Stage, checks: readonly Check[], path: string): Finding[] {
  const findings: Finding[] = [];
  const keys = new Set(playbook.stages.flatMap((candidate) => candidate.checks.map((check) => check.key)));
  checks.forEach((check, index) => {
    if (keys.has(check.key))
      findings.push({
        path: `${path}.checks[${index}].key`,
        message: `check key ${check.key} is taken in playbook ${playbook.key}`,
      });
  });
  const records = [...stage.checks, ...checks].filter((check) => check.kind !== 'Field');
  if (records.length > maximumChecksPerStage)
    findings.push({
      path,
      message: `stage ${stage.key} of ${playbook.key} would have ${records.length} checks, at most ${maximumChecksPerStage} are possible`,
    });
  return findings;
}

function lintStage(stage: Stage, path: string, roles: ReadonlySet<string>): Finding[] {
  const findings = [
    ...weightFindings(stage.checks, stage.total_weight, path),
    ...ownerFindings(stage.checks, roles, path),
  ];
  const accountable = Object.entries(stage.raci).filter(([, letter]) => letter.startsWith('A'));
  if (accountable.length !== 1) {
    const who = accountable.map(([role]) => role).join(', ') || 'none';
    findings.push({
      path: `${path}.raci`,
      message: `expected exactly one accountable (A) for ${stage.key}, got ${accountable.length}: ${who}`,
    });
  }
  for (const role of Object.keys(stage.raci))
    if (!roles.has(role))
      findings.push({ path: `${path}.raci.${role}`, message: `role ${role} is not in the role catalogue` });
  if (stage.checks.filter((check) => check.kind !== 'Field').length > maximumChecksPerStage)
    findings.push({ path: `${path}.checks`, message: `at most ${maximumChecksPerStage} checks in a stage` });
  return findings;
}

function weightFindings(checks: readonly Check[], total: number, path: string): Finding[] {
  const sum = checks.reduce((weight, check) => weight + check.weight, 0);
  if (sum === total) return [];
  return [{ path: `${path}.total_weight`, message: `the weights of its checks add up to ${sum}, expected ${total}` }];
}

function ownerFindings(checks: readonly Check[], roles: ReadonlySet<string>, path: string): Finding[] {
  return checks.flatMap((check, index) =>
    roles.has(check.owner)
      ? []
      : [{ path: `${path}.checks[${index}].owner`, message: `role ${check.owner} is not in the role catalogue` }],
  );
}

function duplicateCheckKeys(stages: readonly Stage[]): Finding[] {
  const seen = new Map<string, string>();
  return stages.flatMap((stage, s) =>
    stage.checks.flatMap((check, c) => {
      const path = `stages[${s}].checks[${c}].key`;
      const first = seen.get(check.key);
      if (first === undefined) seen.set(check.key, path);
      return first === undefined ? [] : [{ path, message: `check key ${check.key} is used twice, first at ${first}` }];
    }),
  );
}

function orderGaps(stages: readonly Stage[]): Finding[] {
  const orders = stages.map((stage) => stage.order).sort((a, b) => a - b);
  const broken = new Set(orders).size === orders.length && orders.some((order, index) => order !== index + 1);
  return broken ? [{ path: 'stages', message: `stage orders must run 1, 2, 3 …, got ${orders.join(', ')}` }] : [];
}

function duplicates<T>(path: string, items: readonly T[], keyOf: (item: T) => string, what: string): Finding[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined
      ? []
      : [{ path: `${path}[${index}]`, message: `${what} ${key} is used twice, first at ${path}[${first}]` }];
  });
}
