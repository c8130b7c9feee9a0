import { Flags } from '@salesforce/sf-plugins-core';
import { applyRelease } from '../../../tasks/playbook-release/apply-release.ts';
import { playbookRelease } from '../../../tasks/playbook-release/release-task.ts';
import { refuseBlocked } from '../../../tasks/playbook-release/whole-plan.ts';
import { runTask } from '../../../tasks/task.ts';
import { orgFlags } from '../../midfield-command.ts';
import { configFlag, ReleaseCommand, type ReleaseShown } from '../../release-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('playbook.apply');

export interface PlaybookApplyResult extends ReleaseShown {
  /** The release that the org is at now. */
  readonly release: string;
  /** Components sent; 0 when the org had all of it. */
  readonly sent: number;
}

export default class PlaybookApply extends ReleaseCommand<PlaybookApplyResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': orgFlags['target-org'],
    'api-version': orgFlags['api-version'],
    ...configFlag,
    'no-prompt': Flags.boolean({ summary: messages.getMessage('flags.no-prompt.summary'), default: false }),
  };

  async run(): Promise<PlaybookApplyResult> {
    const { flags } = await this.parse(PlaybookApply);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const input = { directory: flags.config, workDirectory: this.workDirectory() };
    const { plan } = await runTask(playbookRelease, context, input, { dryRun: true });
    const shown = this.showPlan(plan, false);
    refuseBlocked(plan);
    await this.confirmTaken(plan, flags['no-prompt']);
    context.signal.throwIfAborted();
    const { release, components, changed } = await applyRelease(context, plan);
    this.log(messages.getMessage(changed ? 'done' : 'unchanged', [release]));
    return { ...shown, release, sent: components };
  }
}
