import { AllocateCommand, allocateFlags } from '../../allocate-command.ts';
import type { AllocationResult } from '../../allocation-result.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('allocate.plan');

export default class AllocatePlan extends AllocateCommand<AllocationResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = allocateFlags;

  async run(): Promise<AllocationResult> {
    const { flags } = await this.parse(AllocatePlan);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const { plan } = await this.allocate(context, { mode: flags.mode, seconds: flags['time-limit'] }, true);
    const result = this.show(plan);
    this.log(messages.getMessage('planned'));
    return result;
  }
}
