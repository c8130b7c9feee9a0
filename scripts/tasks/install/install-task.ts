import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MidfieldError } from '../../model/errors.ts';
import { readPlaybookFiles } from '../playbook-files.ts';
import type { Task, TaskContext } from '../task.ts';
import { activateFlows } from './activate-flows.ts';
import { assignPermissionSets } from '../assign-permission-sets.ts';
import { planInstall, type InstallPlan, type InstallState } from './plan-install.ts';
import { readOrg } from './read-org.ts';
import { readPackage } from './read-package.ts';
import { neededTranslations, translationsXml } from './stage-translations.ts';
import { neededStageValues, stageValuesXml } from './stage-values.ts';

export interface InstallInput {
  /** The built package, `dist/force-app`. */
  readonly packageDirectory: string;
  /** Folder with the playbooks whose stages the org needs. */
  readonly playbookDirectory: string;
  /** Where the merged stage set is written for the deploy. */
  readonly workDirectory: string;
  /** Permission sets for the running user. */
  readonly assignTo: readonly string[];
}

export interface InstallOutcome {
  readonly deployId: string;
  readonly components: number;
  readonly changed: number;
  readonly addedStages: readonly string[];
  readonly assigned: readonly string[];
  readonly warnings: readonly string[];
}

/** Puts the package into an org: preflight, check-only, deploy, activate, assign, read back. */
export const install: Task<
  InstallInput,
  InstallState & { workDirectory: string },
  InstallPlan & { workDirectory: string },
  InstallOutcome
> = {
  async read(context, input) {
    const playbooks = readPlaybookFiles(input.playbookDirectory).playbooks;
    const ours = {
      ...(await readPackage(input.packageDirectory)),
      neededStages: neededStageValues(playbooks),
      neededTranslations: neededTranslations(playbooks),
    };
    const org = await readOrg(context.org, ours);
    context.report({
      event: 'step-finished',
      step: 'preflight',
      detail: `${org.organizationType}${org.isSandbox ? ' sandbox' : ''}, ${ours.components} components`,
    });
    return { org, package: ours, assignTo: input.assignTo, workDirectory: input.workDirectory };
  },
  plan: (state) => ({ ...planInstall(state), workDirectory: state.workDirectory }),
  apply: applyInstall,
};

async function applyInstall(
  context: TaskContext,
  plan: InstallPlan & { workDirectory: string },
): Promise<InstallOutcome> {
  if (plan.blockers.length > 0) throw new MidfieldError('PreflightFailed', [bulleted(plan.blockers)]);
  plan.warnings.forEach((warning) => context.report({ event: 'warning-raised', warning }));
  const sources = [plan.package.directory, ...writeStages(plan.workDirectory, plan)];
  await deploy(context, sources, true);
  context.signal.throwIfAborted();
  const deployed = await deploy(context, sources, false);
  const inactive = await activateFlows(context.org, plan.package.flows);
  if (inactive.length > 0) throw new MidfieldError('ActivationFailed', [inactive.join(', ')]);
  context.report({ event: 'step-finished', step: 'flows', detail: `${plan.package.flows.length} active` });
  const assigned = await assignPermissionSets(context.org, plan.assignTo);
  await readBack(context, plan);
  return {
    deployId: deployed.id,
    components: deployed.components,
    changed: deployed.changed,
    addedStages: plan.addedStages,
    assigned,
    warnings: plan.warnings,
  };
}

async function deploy(context: TaskContext, sources: string[], checkOnly: boolean) {
  const step = checkOnly ? 'check' : 'deploy';
  // Half a second of loading that only a deploy is worth.
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const outcome = await context.org.deploy(ComponentSet.fromSource(sources), {
    checkOnly,
    onProgress: (done, total) => context.report({ event: 'step-progressed', step, done, total }),
  });
  if (!outcome.success) throw new MidfieldError('DeployFailed', [bulleted(outcome.failures)]);
  context.report({
    event: 'step-finished',
    step,
    detail: checkOnly
      ? `${outcome.components} components accepted`
      : `${outcome.components} components, ${outcome.changed} changed`,
  });
  return outcome;
}

/** What a deploy says it did is not what an org has: the stages are asked for again. */
async function readBack(context: TaskContext, plan: InstallPlan): Promise<void> {
  const rows = await context.org.query('SELECT ApiName FROM OpportunityStage WHERE IsActive = true');
  const active = new Set(rows.map((row) => row['ApiName']));
  const missing = plan.package.neededStages.filter((value) => !active.has(value.fullName));
  if (missing.length > 0)
    throw new MidfieldError('DeployFailed', [
      bulleted(missing.map((value) => `Stage ${value.fullName} is not active after the deploy.`)),
    ]);
  context.report({
    event: 'step-finished',
    step: 'read back',
    detail: `${plan.package.neededStages.length} stages active, ${plan.addedStages.length} added`,
  });
}

/** The merged stages and their words as source files beside the package; returns the folder when there is any. */
function writeStages(workDirectory: string, plan: InstallPlan): string[] {
  rmSync(workDirectory, { recursive: true, force: true });
  const files: [string, string][] = [];
  if (plan.stageValues)
    files.push(['standardValueSets/OpportunityStage.standardValueSet-meta.xml', stageValuesXml(plan.stageValues)]);
  if (plan.stageTranslations)
    files.push([
      'standardValueSetTranslations/OpportunityStage-zh_CN.standardValueSetTranslation-meta.xml',
      translationsXml(plan.stageTranslations),
    ]);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(workDirectory, name)), { recursive: true });
    writeFileSync(join(workDirectory, name), text);
  }
  return files.length > 0 ? [workDirectory] : [];
}

function bulleted(lines: readonly string[]): string {
  const shown = lines.slice(0, 30).map((line) => `✖ ${line}`);
  return [...shown, ...(lines.length > 30 ? [`… and ${lines.length - 30} more`] : [])].join('\n');
}
