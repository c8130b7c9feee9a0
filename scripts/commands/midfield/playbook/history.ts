import { readReleaseRows, currentRelease } from '../../../tasks/playbook-release/release-rows.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('playbook.history');

export interface ReleaseLine {
  readonly release: string;
  readonly status: string;
  /** Whether the org is at it. */
  readonly current: boolean;
  readonly playbooks: readonly string[];
  readonly releasedOn: string | null;
  readonly releasedBy: string | null;
  readonly rollbackOf: string | null;
  readonly message: string | null;
}

export default class PlaybookHistory extends MidfieldCommand<ReleaseLine[]> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = { 'target-org': orgFlags['target-org'], 'api-version': orgFlags['api-version'] };

  async run(): Promise<ReleaseLine[]> {
    const { flags } = await this.parse(PlaybookHistory);
    const { org } = this.contextFor(flags['target-org'], flags['api-version']);
    const rows = await readReleaseRows(org);
    const current = currentRelease(rows);
    const lines = rows.map((row) => ({
      release: row.name,
      status: row.status,
      current: row === current,
      playbooks: row.content?.playbooks ?? [],
      releasedOn: row.releasedOn,
      releasedBy: row.releasedBy,
      rollbackOf: row.rollbackOf,
      message: row.message,
    }));
    if (lines.length === 0) this.log(messages.getMessage('none'));
    else this.table({ data: lines.map(shown), columns: ['release', 'status', 'playbooks', 'on', 'by', 'note'] });
    return lines;
  }
}

function shown({ release, current, status, playbooks, releasedOn, releasedBy, rollbackOf, message }: ReleaseLine) {
  const notes = [...(rollbackOf === null ? [] : [messages.getMessage('took-back', [rollbackOf])]), message ?? ''];
  return {
    release: `${current ? '→ ' : '  '}${release}`,
    status,
    playbooks: playbooks.map((key) => key.replace('|', ' ')).join(', '),
    on: releasedOn?.slice(0, 16).replace('T', ' ') ?? '',
    by: releasedBy ?? '',
    note: notes.filter((note) => note !== '').join('; '),
  };
}
