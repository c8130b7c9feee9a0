import { readPlaybookFiles } from '../playbook-files.ts';
import type { WriteStep } from '../playbook-load/plan-playbook-load.ts';
import { playbookLoad } from '../playbook-load/playbook-load-task.ts';
import type { Task } from '../task.ts';
import { applyRelease, type ReleaseOutcome } from './apply-release.ts';
import { compilePlaybooks } from './compile-playbooks.ts';
import { type FullReleasePlan, planWholeRelease, readState, type ReleaseState } from './whole-plan.ts';

export interface ReleaseInput {
  /** Folder with roles.yaml, playbooks/ and industry-packs/. */
  readonly directory: string;
  /** Where the parts are written for the deploy. */
  readonly workDirectory: string;
}

/** Takes the playbooks of a folder into an org: as one release, whole or not at all. */
export const playbookRelease: Task<ReleaseInput, ReleaseState, FullReleasePlan, ReleaseOutcome> = {
  async read(context, input) {
    const loaded = await playbookLoad.read(context, { directory: input.directory });
    const { playbooks } = readPlaybookFiles(input.directory);
    const { steps } = await playbookLoad.plan(loaded, { directory: input.directory }, context);
    return readState(context, {
      wanted: await compilePlaybooks(context.org, playbooks),
      drafts: steps.filter((step) => !isPublication(step)),
      workDirectory: input.workDirectory,
    });
  },
  plan: planWholeRelease,
  apply: applyRelease,
};

function isPublication({ object, changes }: WriteStep): boolean {
  return object === 'MF_Playbook__c' && changes.every(({ fields }) => fields.join() === 'Status__c');
}
