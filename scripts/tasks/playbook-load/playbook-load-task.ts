import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import { readPlaybookFiles, type PlaybookSources } from '../playbook-files.ts';
import type { Task, TaskContext } from '../task.ts';
import { comparedFields } from './changed-rows.ts';
import { partRows, playbookRow, roleRows, type RowSet } from './playbook-rows.ts';
import { planPlaybookLoad, type PlaybookPlan, type PlaybookState, type WriteStep } from './plan-playbook-load.ts';

export interface PlaybookLoadInput {
  /** Folder with roles.yaml, playbooks/ and industry-packs/. */
  readonly directory: string;
}

export interface PlaybookLoadOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Writes the playbooks of a folder as records. All files are parsed and checked before the first write. */
export const playbookLoad: Task<PlaybookLoadInput, PlaybookState, PlaybookPlan, PlaybookLoadOutcome> = {
  async read(context, input) {
    const sources = readPlaybookFiles(input.directory);
    if (!(await context.org.objects()).has('MF_Playbook__c'))
      throw new MidfieldError('PlaybookMissingInOrg', ['MF_Playbook__c']);
    const fields = await context.org.fields('Opportunity');
    const relations = [...fields.keys()].filter((field) => field.endsWith('Id')).map((field) => field.slice(0, -2));
    const opportunityFields = new Set([...fields.keys(), ...relations].map((field) => field.toLowerCase()));
    return { sources, opportunityFields, existing: await readExisting(context, sources) };
  },
  plan: planPlaybookLoad,
  apply: applyPlaybookPlan,
};

async function readExisting(
  context: TaskContext,
  sources: PlaybookSources,
): Promise<Map<string, readonly OrgRecord[]>> {
  const first = sources.playbooks[0];
  const sets: RowSet[] = [roleRows(sources.roles.roles), ...(first ? partRows(first, sources.packs) : [])];
  if (first)
    sets.push({
      object: 'MF_Playbook__c',
      externalIdField: 'Key_Version__c',
      rows: [{ ...playbookRow(first), Status__c: '' }],
    });
  const existing = new Map<string, readonly OrgRecord[]>();
  for (const set of sets)
    existing.set(set.object, await context.org.query(`SELECT ${comparedFields(set).join(', ')} FROM ${set.object}`));
  return existing;
}

async function applyPlaybookPlan(context: TaskContext, plan: PlaybookPlan): Promise<PlaybookLoadOutcome> {
  await writeSteps(context, plan.steps);
  const { created, updated, unchanged } = plan;
  context.report({
    event: 'step-finished',
    step: 'playbooks',
    detail: `${created} created, ${updated} updated, ${unchanged} unchanged`,
  });
  return { created, updated, unchanged };
}

/** Writes step after step; stops before the next one when it is told to. */
export async function writeSteps(context: TaskContext, steps: readonly WriteStep[]): Promise<void> {
  const total = steps.reduce((sum, step) => sum + step.changes.length, 0);
  let done = 0;
  for (const step of steps) {
    context.signal.throwIfAborted();
    const rows = step.changes.map((change) => change.row);
    const results = await context.org.upsert(step.object, step.externalIdField, rows, {
      signal: context.signal,
      onProgress: (written) =>
        context.report({ event: 'step-progressed', step: 'playbooks', done: done + written, total }),
    });
    const refused = results.flatMap((result, index) =>
      result.errors.map((words) => `✖ ${step.object} ${step.changes[index]?.key ?? ''}: ${words}`),
    );
    if (refused.length > 0) throw new MidfieldError('OrgRejected', [refused.slice(0, 20).join('\n')]);
    done += rows.length;
  }
}
