import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { messagesOf } from '../../render/messages.ts';
import { defaultLocalOrg } from '../../local-org-place.ts';
import { MidfieldCommand } from '../../midfield-command.ts';
import { requireIdle, requireLocalOrg } from '../../serve-local-org.ts';

const messages = messagesOf('org.reset');

export interface OrgResetResult {
  readonly directory: string;
  readonly removed: boolean;
}

export default class OrgReset extends MidfieldCommand<OrgResetResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    dir: Flags.string({ summary: messages.getMessage('flags.dir.summary'), default: defaultLocalOrg.directory }),
    'no-prompt': Flags.boolean({ summary: messages.getMessage('flags.no-prompt.summary'), default: false }),
  };

  async run(): Promise<OrgResetResult> {
    const { flags } = await this.parse(OrgReset);
    const directory = resolve(flags.dir);
    if (!existsSync(directory)) {
      this.log(messages.getMessage('nothing', [directory]));
      return { directory, removed: false };
    }
    requireLocalOrg(directory);
    requireIdle(directory);
    const removed =
      flags['no-prompt'] ||
      this.jsonEnabled() ||
      (await this.confirm({ message: messages.getMessage('sure', [directory]) }));
    // Files removed below a running org would be written again, half of them, and somebody may have started it meanwhile.
    requireIdle(directory);
    if (removed) rmSync(directory, { recursive: true, force: true });
    this.log(messages.getMessage(removed ? 'done' : 'kept', [directory]));
    return { directory, removed };
  }
}
