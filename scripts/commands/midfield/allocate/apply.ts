import { AllocateCommand, allocateFlags } from '../../allocate-command.ts';
import type { AllocationResult } from '../../allocation-result.ts';
import { orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';
import { readWorthFormula } from '../../../tasks/allocate/read-worth-formula.ts';

const messages = messagesOf('allocate.apply');
/** As for every command: a part was refused and is listed. */
const REFUSED_IN_PART = 4;

export interface AllocateApplyResult extends AllocationResult {
  /** Records written; 0 on a dry run and when the org said all of it already. */
  readonly written: number;
  readonly refusals: readonly { readonly order: string; readonly words: string }[];
}

export default class AllocateApply extends AllocateCommand<AllocateApplyResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = { ...allocateFlags, 'dry-run': orgFlags['dry-run'] };

  async run(): Promise<AllocateApplyResult> {
    const { flags } = await this.parse(AllocateApply);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const formula = readWorthFormula(flags.worth);
    const input = { mode: flags.mode, seconds: flags['time-limit'], formula };
    const { plan, outcome } = await this.allocate(context, input, flags['dry-run']);
    const result = this.show(plan);
    const { written = 0, refusals = [] } = outcome ?? {};
    if (!outcome) this.log(messages.getMessage('planned'));
    else if (written === 0) this.log(messages.getMessage('unchanged'));
    else this.log(messages.getMessage('done', [written]));
    if (refusals.length > 0) {
      this.log(messages.getMessage('refused', [refusals.length]));
      process.exitCode = REFUSED_IN_PART;
    }
    return { ...result, written, refusals };
  }
}
