import { Flags } from '@salesforce/sf-plugins-core';
import { applyRelease } from '../../../tasks/playbook-release/apply-release.ts';
import { playbookRollback } from '../../../tasks/playbook-release/rollback-task.ts';
import { refuseBlocked } from '../../../tasks/playbook-release/whole-plan.ts';
import { runTask } from '../../../tasks/task.ts';
import { orgFlags } from '../../midfield-command.ts';
import { ReleaseCommand, type ReleaseShown } from '../../release-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('playbook.rollback');

export interface PlaybookRollbackResult extends ReleaseShown {
  /** The release that the org is at now; on a dry run the one it was at. */
  readonly release: string | null;
  readonly sent: number;
}

export default class PlaybookRollback extends ReleaseCommand<PlaybookRollbackResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    ...orgFlags,
    to: Flags.string({ summary: messages.getMessage('flags.to.summary') }),
    'no-prompt': Flags.boolean({ summary: messages.getMessage('flags.no-prompt.summary'), default: false }),
  };

  async run(): Promise<PlaybookRollbackResult> {
    const { flags } = await this.parse(PlaybookRollback);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const input = { to: flags.to, workDirectory: this.workDirectory() };
    const { plan } = await runTask(playbookRollback, context, input, { dryRun: true });
    const shown = this.showPlan(plan, false);
    if (flags['dry-run']) return { ...shown, release: plan.last?.name ?? null, sent: 0 };
    refuseBlocked(plan);
    await this.confirmTaken(plan, flags['no-prompt']);
    context.signal.throwIfAborted();
    const { release, components, changed } = await applyRelease(context, plan);
    this.log(messages.getMessage(changed ? 'done' : 'unchanged', [release]));
    return { ...shown, release, sent: components };
  }
}
