import { escalate, type LateOrder } from '../../../tasks/dispatch/escalate-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('dispatch.escalate');
/** As for every command: a part was refused and is listed. */
const REFUSED_IN_PART = 4;

export interface DispatchEscalateResult {
  readonly late: readonly LateOrder[];
  /** Orders written; 0 on a dry run and when the org said all of it already. */
  readonly written: number;
  readonly refusals: readonly { readonly order: string; readonly words: string }[];
}

export default class DispatchEscalate extends MidfieldCommand<DispatchEscalateResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = orgFlags;

  async run(): Promise<DispatchEscalateResult> {
    const { flags } = await this.parse(DispatchEscalate);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const { plan, outcome } = await runTask(escalate, context, {}, { dryRun: flags['dry-run'] });
    const data = plan.late.map(({ order, deal, due, escalation, isNew }) => ({
      ...{ order, deal, due },
      to: messages.getMessage(escalation === 2 ? 'head' : 'manager'),
      new: isNew ? messages.getMessage('new') : '',
    }));
    if (data.length > 0) this.table({ data, columns: ['order', 'deal', 'due', 'to', 'new'] });
    const { written = 0, refusals = [] } = outcome ?? {};
    this.log(
      messages.getMessage(outcome ? 'done' : 'planned', [plan.late.length, outcome ? written : plan.rows.length]),
    );
    for (const { order, words } of refusals) this.warn(`${order}: ${words}`);
    if (refusals.length > 0) process.exitCode = REFUSED_IN_PART;
    return { late: plan.late, written, refusals };
  }
}
