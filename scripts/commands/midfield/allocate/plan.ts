import { randomUUID } from 'node:crypto';
import { Flags } from '@salesforce/sf-plugins-core';
import { runRequested, type RequestedRun, type WorkerInput } from '../../../tasks/allocate/run-requested.ts';
import type { TaskContext } from '../../../tasks/task.ts';
import { AllocateCommand, allocateFlags } from '../../allocate-command.ts';
import type { AllocationResult } from '../../allocation-result.ts';
import { messagesOf } from '../../render/messages.ts';
import { readWorthFormula } from '../../../tasks/allocate/read-worth-formula.ts';

const messages = messagesOf('allocate.plan');
/** As for every command: a part was refused and is listed. */
const REFUSED_IN_PART = 4;

/** Without a run when nobody asked for one: a result of nothing would print nothing under --json. */
export type AllocatePlanResult = (AllocationResult & Partial<Requested>) | { readonly run: null };

interface Requested {
  readonly run: string;
  readonly written: number;
  readonly refusals: RequestedRun['outcome']['refusals'];
}

/** As the system has it of a process that Ctrl-C ended. */
const STOPPED = 130;

export default class AllocatePlan extends AllocateCommand<AllocatePlanResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    ...allocateFlags,
    requested: Flags.boolean({
      summary: messages.getMessage('flags.requested.summary'),
      default: false,
      exclusive: ['mode'],
    }),
  };

  private readonly enough = new AbortController();
  private isSolving = false;

  async run(): Promise<AllocatePlanResult> {
    const { flags } = await this.parse(AllocatePlan);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const input = { seconds: flags['time-limit'], formula: readWorthFormula(flags.worth) };
    if (flags.requested) return this.takeRequest(context, input);
    const { signal: stop } = this.enough;
    const { plan } = await this.allocate(this.watched(context), { mode: flags.mode, ...input, stop }, true);
    const result = this.show(plan);
    if (result.proof === 'stopped') process.exitCode = STOPPED;
    this.log(messages.getMessage('planned'));
    return result;
  }

  /** Ctrl-C while the solver is at work asks for its best plan so far; before it has one it ends the command. */
  protected override interrupt(): void {
    if (this.isSolving) this.enough.abort();
    else super.interrupt();
  }

  private watched(context: TaskContext): TaskContext {
    const report: TaskContext['report'] = (event) => {
      if (event.event === 'step-told') this.isSolving = true;
      context.report(event);
    };
    return { ...context, report };
  }

  private async takeRequest(context: TaskContext, input: Omit<WorkerInput, 'worker'>): Promise<AllocatePlanResult> {
    const requested = await runRequested(context, { worker: randomUUID(), ...input });
    if (requested === undefined) {
      this.log(messages.getMessage('nothing'));
      return { run: null };
    }
    const { run, plan, outcome } = requested;
    const result = this.show(plan);
    this.log(messages.getMessage('done', [run, outcome.written]));
    if (outcome.refusals.length > 0) {
      this.log(messages.getMessage('refused', [outcome.refusals.length]));
      process.exitCode = REFUSED_IN_PART;
    }
    return { ...result, run, written: outcome.written, refusals: outcome.refusals };
  }
}
