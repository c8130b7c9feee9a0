import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Org } from '@salesforce/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { exitCodeOf } from '../render/exit-codes.ts';
import { messagesOf, packageRoot } from '../render/messages.ts';
import { buildPackage } from '../../tasks/build/build-package.ts';
import { install, type InstallOutcome } from '../../tasks/install/install-task.ts';
import { runTask } from '../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../midfield-command.ts';

const messages = messagesOf('install');

export interface InstallResult extends Partial<InstallOutcome> {
  /** Of the deploy; in a rehearsal of the deploy that would be. */
  readonly components: number;
  readonly blockers: readonly string[];
  readonly warnings: readonly string[];
  readonly addedStages: readonly string[];
  readonly flows: readonly string[];
}

interface InstallFlags {
  readonly 'target-org': Org;
  readonly 'api-version': string | undefined;
  readonly 'dry-run': boolean;
  readonly 'permission-set': string[];
  readonly config: string;
}

export default class Install extends MidfieldCommand<InstallResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    ...orgFlags,
    'permission-set': Flags.string({
      summary: messages.getMessage('flags.permission-set.summary'),
      multiple: true,
      default: ['MF_Playbook_Admin'],
    }),
    config: Flags.directory({
      summary: messages.getMessage('flags.config.summary'),
      default: join(packageRoot, 'config'),
    }),
  };

  async run(): Promise<InstallResult> {
    const { flags } = await this.parse(Install);
    // A folder of its own: two installs at once, or a build beside one, never meet in half a package.
    const folder = mkdtempSync(join(tmpdir(), 'midfield-install-'));
    try {
      return await this.install(flags, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private async install(flags: InstallFlags, folder: string): Promise<InstallResult> {
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const built = buildPackage(join(packageRoot, 'force-app'), join(folder, 'force-app'));
    context.report({
      event: 'step-finished',
      step: 'build',
      detail: `${built.files} files, ${built.bundles.length} components`,
    });
    const input = {
      packageDirectory: built.directory,
      playbookDirectory: flags.config,
      workDirectory: join(folder, 'stages'),
      assignTo: flags['permission-set'],
    };
    const { plan, outcome } = await runTask(install, context, input, { dryRun: flags['dry-run'] });
    if (!outcome) this.showPlan(plan);
    else this.log(messages.getMessage('done', [outcome.components, flags['target-org'].getUsername() ?? '']));
    return {
      blockers: plan.blockers,
      warnings: plan.warnings,
      addedStages: plan.addedStages,
      flows: plan.package.flows,
      components: plan.components,
      ...outcome,
    };
  }

  /** With something in the way, a rehearsal ends as the install itself would. */
  private showPlan(plan: {
    blockers: readonly string[];
    warnings: readonly string[];
    addedStages: readonly string[];
    components: number;
  }): void {
    const rows = [
      ...plan.blockers.map((what) => ({ kind: messages.getMessage('plan.blocker'), what })),
      ...plan.warnings.map((what) => ({ kind: messages.getMessage('plan.warning'), what })),
      ...plan.addedStages.map((what) => ({ kind: messages.getMessage('plan.stage'), what })),
      {
        kind: messages.getMessage('plan.deploy'),
        what: messages.getMessage('plan.components', [plan.components]),
      },
    ];
    this.table({ data: rows, columns: ['kind', 'what'] });
    if (plan.blockers.length > 0) process.exitCode = exitCodeOf('PreflightFailed');
  }
}
