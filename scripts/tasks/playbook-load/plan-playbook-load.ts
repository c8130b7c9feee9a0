import { MidfieldError } from '../../model/errors.ts';
import { refuse } from '../../model/playbook/parse-playbook.ts';
import type { Playbook } from '../../model/playbook/playbook.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { PlaybookSources } from '../playbook-files.ts';
import { changedRows, type RowChange } from './changed-rows.ts';
import { partRows, playbookKey, playbookRow, roleRows } from './playbook-rows.ts';

export interface PlaybookState {
  readonly sources: PlaybookSources;
  /** Existing rows by object. */
  readonly existing: ReadonlyMap<string, readonly OrgRecord[]>;
  /** Opportunity's fields as the org has them. */
  readonly opportunityFields: ReadonlySet<string>;
}

export interface WriteStep {
  readonly object: string;
  readonly externalIdField: string;
  readonly changes: readonly RowChange[];
}

export interface PlaybookPlan {
  readonly steps: readonly WriteStep[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Roles, then every playbook as a draft, its parts, and last its publication: killed half-way, a playbook is still a
 * draft that no deal uses and the next run completes. A published version that differs from its file is refused.
 */
export function planPlaybookLoad(state: PlaybookState): PlaybookPlan {
  const { sources, existing } = state;
  refuseUnknownFields(sources, state.opportunityFields);
  const rowsOf = (object: string) => existing.get(object) ?? [];
  const steps: WriteStep[] = [step(roleRows(sources.roles.roles), rowsOf('MF_Role__c'))];
  let total = sources.roles.roles.length;
  for (const playbook of sources.playbooks) {
    const parts = partRows(playbook, sources.packs);
    const found = rowsOf('MF_Playbook__c').find((row) => row['Key_Version__c'] === playbookKey(playbook));
    const head = { object: 'MF_Playbook__c', externalIdField: 'Key_Version__c', rows: [playbookRow(playbook)] };
    const changes = [step(head, rowsOf('MF_Playbook__c')), ...parts.map((part) => step(part, rowsOf(part.object)))];
    total += 1 + parts.reduce((sum, part) => sum + part.rows.length, 0);
    // A retired version is published again by a release only, which knows what else is.
    if (found !== undefined && found['Status__c'] !== 'Draft') {
      refuseChanged(playbook, changes);
      continue;
    }
    steps.push(...changes, publication(playbook));
  }
  return counted(
    steps.filter((candidate) => candidate.changes.length > 0),
    total,
  );
}

function step(
  rows: { object: string; externalIdField: string; rows: readonly OrgRecord[] },
  existing: readonly OrgRecord[],
): WriteStep {
  return { object: rows.object, externalIdField: rows.externalIdField, changes: changedRows(rows, existing) };
}

function publication(playbook: Playbook): WriteStep {
  const key = playbookKey(playbook);
  return {
    object: 'MF_Playbook__c',
    externalIdField: 'Key_Version__c',
    changes: [{ row: { Key_Version__c: key, Status__c: 'Published' }, key, fields: ['Status__c'] }],
  };
}

function counted(steps: readonly WriteStep[], total: number): PlaybookPlan {
  const changes = steps.flatMap((candidate) =>
    candidate.changes.map((change) => ({ ...change, key: `${candidate.object} ${change.key}` })),
  );
  const created = new Set(changes.filter((change) => change.fields.length === 0).map((change) => change.key));
  const updated = new Set(changes.map((change) => change.key).filter((key) => !created.has(key)));
  return { steps, created: created.size, updated: updated.size, unchanged: total - created.size - updated.size };
}

function refuseChanged(playbook: Playbook, steps: readonly WriteStep[]): void {
  const changed = steps.flatMap((candidate) => candidate.changes);
  if (changed.length === 0) return;
  const named = changed
    .slice(0, 10)
    .map(
      (change) => `✖ ${change.key} differs${change.fields.length > 0 ? ` in ${change.fields.join(', ')}` : ' (new)'}`,
    );
  const words = [
    `version ${playbook.version} is published in this org and cannot change; raise "version" in the file`,
    ...named,
  ].join('\n');
  throw new MidfieldError('PlaybookInvalid', [`${playbook.key} ${playbook.version}`, words]);
}

/** Each file's criteria against the org's fields; the first file with a fault is refused. */
function refuseUnknownFields({ files }: PlaybookSources, known: ReadonlySet<string>): void {
  for (const [{ stages }, source] of files) {
    const findings = stages.flatMap((stage, s) =>
      stage.checks.flatMap(({ criterion }, c) =>
        criterion === undefined || known.has((criterion.field.split('.')[0] ?? '').toLowerCase())
          ? []
          : [
              {
                path: `stages[${s}].checks[${c}].criterion.field`,
                message: `Opportunity has no field ${criterion.field} in this org`,
              },
            ],
      ),
    );
    refuse(findings, source);
  }
}
