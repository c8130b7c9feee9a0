import { shareRates } from '../../../tasks/dispatch/share-rates-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('dispatch.share-rates');
/** As for every command: a part was refused and is listed. */
const REFUSED_IN_PART = 4;

export interface DispatchShareRatesResult {
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly written: boolean;
  readonly refusals: readonly string[];
}

export default class DispatchShareRates extends MidfieldCommand<DispatchShareRatesResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = orgFlags;

  async run(): Promise<DispatchShareRatesResult> {
    const { flags } = await this.parse(DispatchShareRates);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const { plan, outcome } = await runTask(shareRates, context, {}, { dryRun: flags['dry-run'] });
    const refusals = outcome?.refusals ?? [];
    const [added, removed, unchanged] = [plan.added.length, plan.removed.length, plan.unchanged];
    this.log(messages.getMessage(outcome ? 'done' : 'planned', [added, removed, unchanged]));
    for (const words of refusals) this.warn(words);
    if (refusals.length > 0) process.exitCode = REFUSED_IN_PART;
    return { added, removed, unchanged, written: outcome !== undefined, refusals };
  }
}
