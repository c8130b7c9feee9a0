import { Flags } from '@salesforce/sf-plugins-core';
import { diffOrg, diffReleases } from '../../../tasks/playbook-release/diff-releases.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('playbook.diff');

export interface PlaybookDiffResult {
  readonly from: string;
  /** Null = the org as it is now. */
  readonly to: string | null;
  readonly parts: readonly {
    readonly action: string;
    readonly type: string;
    readonly name: string;
    readonly why: string;
  }[];
}

export default class PlaybookDiff extends MidfieldCommand<PlaybookDiffResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': orgFlags['target-org'],
    'api-version': orgFlags['api-version'],
    from: Flags.string({ summary: messages.getMessage('flags.from.summary') }),
    to: Flags.string({ summary: messages.getMessage('flags.to.summary') }),
  };

  async run(): Promise<PlaybookDiffResult> {
    const { flags } = await this.parse(PlaybookDiff);
    const { org } = this.contextFor(flags['target-org'], flags['api-version']);
    const { from, to, parts } = flags.to
      ? await diffReleases(org, flags.from, flags.to)
      : await diffOrg(org, flags.from);
    if (parts.length > 0)
      this.table({ data: parts.map((part) => ({ ...part })), columns: ['action', 'type', 'name', 'why'] });
    this.log(messages.getMessage('counts', [parts.length, from, to ?? messages.getMessage('now')]));
    return { from, to, parts };
  }
}
