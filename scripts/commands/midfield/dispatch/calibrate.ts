import { calibrate, type UnitCalibration } from '../../../tasks/dispatch/calibrate-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('dispatch.calibrate');
/** As for every command: a part was refused and is listed. */
const REFUSED_IN_PART = 4;

export interface DispatchCalibrateResult {
  readonly units: readonly UnitCalibration[];
  /** Deals written; 0 on a dry run and when the org said all of it already. */
  readonly written: number;
  readonly refusals: readonly { readonly deal: string; readonly words: string }[];
}

export default class DispatchCalibrate extends MidfieldCommand<DispatchCalibrateResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = orgFlags;

  async run(): Promise<DispatchCalibrateResult> {
    const { flags } = await this.parse(DispatchCalibrate);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const { plan, outcome } = await runTask(calibrate, context, {}, { dryRun: flags['dry-run'] });
    const data = plan.units.map(({ unit, closed, forecast, won, factor }) => ({
      unit: unit || messages.getMessage('nobody'),
      closed: String(closed),
      forecast: forecast.toFixed(1),
      won: String(won),
      factor: factor?.toFixed(2) ?? messages.getMessage('few'),
    }));
    if (data.length > 0) this.table({ data, columns: ['unit', 'closed', 'forecast', 'won', 'factor'] });
    const { written = 0, refusals = [] } = outcome ?? {};
    this.log(messages.getMessage(outcome ? 'done' : 'planned', [outcome ? written : plan.rows.length]));
    for (const { deal, words } of refusals) this.warn(`${deal}: ${words}`);
    if (refusals.length > 0) process.exitCode = REFUSED_IN_PART;
    return { units: plan.units, written, refusals };
  }
}
