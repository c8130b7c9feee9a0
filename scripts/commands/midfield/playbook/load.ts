import { join } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { messagesOf, packageRoot } from '../../render/messages.ts';
import { playbookLoad } from '../../../tasks/playbook-load/playbook-load-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';

const messages = messagesOf('playbook.load');

export interface PlaybookLoadResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly written: boolean;
}

export default class PlaybookLoad extends MidfieldCommand<PlaybookLoadResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    ...orgFlags,
    config: Flags.directory({
      summary: messages.getMessage('flags.config.summary'),
      default: join(packageRoot, 'config'),
    }),
  };

  async run(): Promise<PlaybookLoadResult> {
    const { flags } = await this.parse(PlaybookLoad);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const { plan, outcome } = await runTask(
      playbookLoad,
      context,
      { directory: flags.config },
      { dryRun: flags['dry-run'] },
    );
    if (flags['dry-run'] && plan.steps.length > 0) {
      const data = plan.steps.flatMap((step) =>
        step.changes.map((change) => ({
          object: step.object,
          key: change.key,
          change: change.fields.join(', ') || messages.getMessage('new'),
        })),
      );
      this.table({ data, columns: ['object', 'key', 'change'] });
    }
    const { created, updated, unchanged } = plan;
    this.log(messages.getMessage(outcome ? 'done' : 'planned', [created, updated, unchanged]));
    return { created, updated, unchanged, written: outcome !== undefined };
  }
}
