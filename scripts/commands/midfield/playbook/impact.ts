import { Flags } from '@salesforce/sf-plugins-core';
import { type ImpactPreview, previewImpact } from '../../../tasks/playbook-release/preview-impact.ts';
import { readPlaybookFiles } from '../../../tasks/playbook-files.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { configFlag } from '../../release-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('playbook.impact');

export default class PlaybookImpact extends MidfieldCommand<ImpactPreview> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': orgFlags['target-org'],
    'api-version': orgFlags['api-version'],
    ...configFlag,
    list: Flags.integer({ summary: messages.getMessage('flags.list.summary'), default: 50, min: 0, max: 100_000 }),
  };

  async run(): Promise<ImpactPreview> {
    const { flags } = await this.parse(PlaybookImpact);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const preview = await previewImpact(context, readPlaybookFiles(flags.config).playbooks, flags.list);
    const { deals, lines, held } = preview;
    if (lines.length > 0)
      this.table({
        data: lines.map((line) => ({ ...line, unit: line.unit || messages.getMessage('no-unit') })),
        columns: ['unit', 'dealType', 'stage', 'deals', 'held', 'heldAfter', 'newlyHeld', 'freed'],
      });
    if (held.length > 0)
      this.table({
        data: held.map((deal) => ({ ...deal, checks: deal.checks.join(', ') })),
        columns: ['id', 'name', 'unit', 'stage', 'checks'],
      });
    const sum = (what: 'newlyHeld' | 'freed') => lines.reduce((total, line) => total + line[what], 0);
    this.log(messages.getMessage('counts', [deals, sum('newlyHeld'), sum('freed')]));
    return preview;
  }
}
