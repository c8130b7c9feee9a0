import { Flags } from '@salesforce/sf-plugins-core';
import { messagesOf } from '../../render/messages.ts';
import { seedDemo, type SeedOutcome } from '../../../tasks/seed-demo/seed-demo-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';

const messages = messagesOf('seed.demo');
const choices = ['all', 'personas', 'none'] as const;

export interface SeedDemoResult extends SeedOutcome {
  readonly written: boolean;
}

export default class SeedDemo extends MidfieldCommand<SeedDemoResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    ...orgFlags,
    users: Flags.option({
      summary: messages.getMessage('flags.users.summary'),
      options: choices,
      default: 'all' as const,
    })(),
    size: Flags.option({
      summary: messages.getMessage('flags.size.summary'),
      options: ['small', 'full'] as const,
      default: 'small' as const,
    })(),
  };

  async run(): Promise<SeedDemoResult> {
    const { flags } = await this.parse(SeedDemo);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const input = { users: flags.users, size: flags.size };
    const { plan, outcome } = await runTask(seedDemo, context, input, { dryRun: flags['dry-run'] });
    const counts = {
      people: plan.missingPeople.length,
      accounts: plan.missingAccounts.length,
      opportunities: plan.missingDeals.length,
      ...plan.dispatch.missing,
    };
    const { people, accounts, opportunities, engineers, orders } = counts;
    const words = [people, accounts, opportunities, engineers, orders];
    this.log(messages.getMessage(outcome ? 'done' : 'planned', words));
    return { ...counts, written: outcome !== undefined };
  }
}
