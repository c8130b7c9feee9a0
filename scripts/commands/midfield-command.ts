import { SfError, type Org } from '@salesforce/core';
import { Flags, SfCommand, toHelpSection } from '@salesforce/sf-plugins-core';
import { MidfieldError } from '../model/errors.ts';
import { messagesOf } from './render/messages.ts';
import { openOrg } from '../salesforce/jsforce-org.ts';
import { isLoopbackWarning } from '../salesforce/loopback.ts';
import { giveUpOnAbsentOrgs } from '../salesforce/patience.ts';
import type { TaskContext } from '../tasks/task.ts';
import { drawEvents } from './render/draw-events.ts';
import { exitCodeOf, exitCodes } from './render/exit-codes.ts';
import { takeOverSignals } from './render/until-interrupted.ts';

const errorWords = messagesOf('errors');

/** The CLI's own names for a target org that was not given or that nobody logged in to: wrong input as any other. */
const targetOrgErrors: ReadonlySet<string> = new Set(['NoDefaultEnvError', 'NamedOrgNotFoundError']);

/** Flags of every command that works on an org. */
export const orgFlags = {
  'target-org': Flags.requiredOrg(),
  'api-version': Flags.orgApiVersion(),
  'dry-run': Flags.boolean({ summary: messagesOf('flags').getMessage('dry-run.summary'), default: false }),
};

/** What all Midfield commands share: their errors' words and exit codes, Ctrl-C, and how a task's events are drawn. */
export abstract class MidfieldCommand<T> extends SfCommand<T> {
  static override errorCodes = toHelpSection('EXIT CODES', exitCodes);
  private readonly stop = new AbortController();

  /** Before the flags are read, because reading --target-org asks the org for its API version. */
  protected override async init(): Promise<void> {
    giveUpOnAbsentOrgs();
    await super.init();
  }

  protected contextFor(org: Org, apiVersion: string | undefined): TaskContext {
    takeOverSignals();
    process.once('SIGINT', () => this.interrupt());
    return {
      org: openOrg(org.getConnection(apiVersion)),
      report: drawEvents({
        log: (line) => this.log(line),
        warn: (line) => this.warn(line),
        startProgress: (title, total) =>
          this.progress.start(total, {}, { title, format: '  %s {bar} {value}/{total}' }),
        moveProgress: (done) => this.progress.update(done),
        endProgress: () => this.progress.finish(),
      }),
      signal: this.stop.signal,
      now: () => Date.now(),
    };
  }

  /** The first Ctrl-C; the second ends the process as the system does. */
  protected interrupt(): void {
    this.stop.abort(new SfError('Stopped.', 'Stopped', [errorWords.getMessage('Stopped.actions')], 130));
  }

  override warn(input: SfCommand.Warning): SfCommand.Warning {
    return typeof input === 'string' && isLoopbackWarning(input) ? input : super.warn(input);
  }

  protected override async catch(error: Error): Promise<never> {
    if (targetOrgErrors.has(error.name)) return super.catch(Object.assign(error, { exitCode: 2 }));
    if (!(error instanceof MidfieldError)) return super.catch(error);
    // Without its cause: the CLI would take the code of a TypeError in it ("fetch failed") for ours.
    const told = new SfError(
      errorWords.getMessage(error.code, [...error.tokens]),
      error.code,
      [errorWords.getMessage(`${error.code}.actions`)],
      exitCodeOf(error.code),
    );
    return super.catch(told);
  }
}
