import { MidfieldError } from '../../model/errors.ts';
import { writeSteps } from '../playbook-load/playbook-load-task.ts';
import { soql } from '../../salesforce/soql.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { TaskContext } from '../task.ts';
import { claimRelease } from './claim-release.ts';
import { publicationRows } from './publication.ts';
import { releaseFiles, writeReleaseFiles } from './release-files.ts';
import { planText } from './plan-text.ts';
import { updateRelease } from './release-rows.ts';
import { type FullReleasePlan, planWholeRelease, readState, refuseBlocked } from './whole-plan.ts';

export interface ReleaseOutcome {
  /** Name of the release's record; of a run that changed nothing, the one that the org is at. */
  readonly release: string;
  readonly components: number;
  readonly changed: boolean;
}

/**
 * Writes down what is to come, then drafts that no deal uses, then all metadata in one deploy that the org takes whole or
 * not at all, reads it back, and publishes. Broken off anywhere, the next run finds what is there and does the rest.
 */
export async function applyRelease(context: TaskContext, plan: FullReleasePlan): Promise<ReleaseOutcome> {
  refuseBlocked(plan);
  const { last } = plan;
  if (plan.isDone && last) return { release: last.name, components: 0, changed: false };
  const { playbooks, components } = plan.aim.wanted;
  const row = await claimRelease(context, {
    content: { playbooks, components },
    after: last?.name,
    rows: plan.rows,
    plan: planText(plan),
    rollbackOf: plan.aim.rollbackOf?.id ?? null,
    ...(plan.aim.request === undefined ? {} : { request: plan.aim.request }),
  });
  context.report({ event: 'step-finished', step: 'release', detail: `${row.name} written down` });
  try {
    const sent = await carryOut(context, plan, row.id);
    return { release: row.name, components: sent, changed: true };
  } catch (error) {
    await tellFailure(context, row, error);
    throw error;
  }
}

async function carryOut(context: TaskContext, plan: FullReleasePlan, id: string): Promise<number> {
  await writeSteps(context, plan.aim.drafts);
  const sent = await sendMetadata(context, plan);
  await updateRelease(context.org, id, { Status__c: 'Applied' });
  await readBack(context, plan);
  await publish(context, plan);
  await updateRelease(context.org, id, await endOf(context, plan));
  if (plan.aim.rollbackOf) await updateRelease(context.org, plan.aim.rollbackOf.id, { Status__c: 'Rolled back' });
  return sent;
}

async function sendMetadata(context: TaskContext, plan: FullReleasePlan): Promise<number> {
  const { files, deletions } = releaseFiles({ ...plan, items: plan.items });
  if (files.size + deletions.length === 0) return 0;
  writeReleaseFiles(plan.aim.workDirectory, files);
  await deploy(context, plan.aim.workDirectory, files.size, deletions, true);
  context.signal.throwIfAborted();
  return deploy(context, plan.aim.workDirectory, files.size, deletions, false);
}

async function deploy(
  context: TaskContext,
  folder: string,
  files: number,
  deletions: readonly { type: string; fullName: string }[],
  checkOnly: boolean,
): Promise<number> {
  const step = checkOnly ? 'check' : 'deploy';
  const { ComponentSet, DestructiveChangesType, RegistryAccess, SourceComponent } =
    await import('@salesforce/source-deploy-retrieve');
  const components = files > 0 ? ComponentSet.fromSource(folder) : new ComponentSet();
  const registry = new RegistryAccess();
  for (const { type, fullName: name } of deletions)
    components.add(new SourceComponent({ type: registry.getTypeByName(type), name }), DestructiveChangesType.POST);
  const outcome = await context.org.deploy(components, {
    checkOnly,
    onProgress: (done, total) => context.report({ event: 'step-progressed', step, done, total }),
  });
  if (!outcome.success)
    throw new MidfieldError('DeployFailed', [
      outcome.failures
        .slice(0, 30)
        .map((line) => `✖ ${line}`)
        .join('\n'),
    ]);
  const what = checkOnly ? 'accepted' : `sent, ${outcome.changed} changed`;
  context.report({ event: 'step-finished', step, detail: `${outcome.components} components ${what}` });
  return outcome.components;
}

/** What a deploy says it did is not what an org has: everything is asked for again. */
async function readBack(context: TaskContext, plan: FullReleasePlan): Promise<void> {
  const { items } = planWholeRelease(await readState(context, plan.aim));
  const wrong = items.filter(({ action }) => action !== 'same' && action !== 'keep');
  if (wrong.length > 0)
    throw new MidfieldError('ReleaseNotVerified', [
      wrong.map(({ type, name, why }) => `✖ ${type} ${name}: ${why}`).join('\n'),
    ]);
  context.report({ event: 'step-finished', step: 'read back', detail: `${items.length} parts as released` });
}

async function publish(context: TaskContext, plan: FullReleasePlan): Promise<void> {
  const rows = publicationRows(plan.publication);
  if (rows.length === 0) return;
  const results = await context.org.upsert('MF_Playbook__c', 'Key_Version__c', rows);
  const refused = results.flatMap(({ errors }, index) =>
    errors.map((words) => `✖ ${String(rows[index]?.['Key_Version__c'])}: ${words}`),
  );
  if (refused.length > 0) throw new MidfieldError('OrgRejected', [refused.join('\n')]);
  context.report({ event: 'step-finished', step: 'publish', detail: `${rows.length} playbook versions` });
}

async function endOf({ org, now }: TaskContext, plan: FullReleasePlan): Promise<OrgRecord> {
  const version = plan.publication.find(({ action }) => action === 'publish')?.key ?? plan.aim.wanted.playbooks[0];
  const [user] = await org.query(soql`SELECT Id FROM User WHERE Username = ${org.username}`);
  return {
    Status__c: 'Verified',
    ...(version === undefined ? {} : { Playbook__r: { Key_Version__c: version } }),
    Message__c: null,
    Released_On__c: new Date(now()).toISOString(),
    Released_By__c: user?.['Id'] ?? null,
  };
}

/** What the org refused is over; what was only broken off stays open, and the next run goes on with it. */
async function tellFailure(context: TaskContext, row: { id: string; name: string }, error: unknown): Promise<void> {
  const isRefusal = error instanceof MidfieldError && error.code !== 'OrgUnreachable';
  const ended = isRefusal && error.code !== 'ReleaseNotVerified';
  const words = error instanceof Error ? error.message : String(error);
  try {
    await updateRelease(context.org, row.id, {
      ...(ended ? { Status__c: 'Failed', Release_Key__c: null } : {}),
      Message__c: words.slice(0, 255),
    });
  } catch (problem) {
    const warning = problem instanceof Error ? problem.message : String(problem);
    context.report({
      event: 'warning-raised',
      warning: `${row.name} stays open, the org could not be told: ${warning}`,
    });
  }
}
