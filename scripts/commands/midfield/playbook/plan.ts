import { Flags } from '@salesforce/sf-plugins-core';
import { playbookRelease } from '../../../tasks/playbook-release/release-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { orgFlags } from '../../midfield-command.ts';
import { configFlag, ReleaseCommand, type ReleaseShown } from '../../release-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('playbook.plan');
/** As for every command: the org is not ready for this. */
const NOT_READY = 3;

export default class PlaybookPlan extends ReleaseCommand<ReleaseShown> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': orgFlags['target-org'],
    'api-version': orgFlags['api-version'],
    ...configFlag,
    all: Flags.boolean({ summary: messages.getMessage('flags.all.summary'), default: false }),
  };

  async run(): Promise<ReleaseShown> {
    const { flags } = await this.parse(PlaybookPlan);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const input = { directory: flags.config, workDirectory: this.workDirectory() };
    const { plan } = await runTask(playbookRelease, context, input, { dryRun: true });
    const shown = this.showPlan(plan, flags.all);
    if (shown.blockers.length > 0) process.exitCode = NOT_READY;
    return shown;
  }
}
