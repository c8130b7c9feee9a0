import { existsSync, rmSync } from 'node:fs';
import { Flags, SfCommand } from '@salesforce/sf-plugins-core';
import { messagesOf } from '../../render/messages.ts';
import { defaultLocalOrg } from '../../local-org-place.ts';

const messages = messagesOf('org.reset');

export interface OrgResetResult {
  readonly directory: string;
  readonly removed: boolean;
}

export default class OrgReset extends SfCommand<OrgResetResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    dir: Flags.string({ summary: messages.getMessage('flags.dir.summary'), default: defaultLocalOrg.directory }),
    'no-prompt': Flags.boolean({ summary: messages.getMessage('flags.no-prompt.summary'), default: false }),
  };

  async run(): Promise<OrgResetResult> {
    const { flags } = await this.parse(OrgReset);
    if (!existsSync(flags.dir)) {
      this.log(messages.getMessage('nothing', [flags.dir]));
      return { directory: flags.dir, removed: false };
    }
    const confirmed =
      flags['no-prompt'] ||
      this.jsonEnabled() ||
      (await this.confirm({ message: messages.getMessage('sure', [flags.dir]) }));
    if (confirmed) rmSync(flags.dir, { recursive: true, force: true });
    this.log(messages.getMessage(confirmed ? 'done' : 'kept', [flags.dir]));
    return { directory: flags.dir, removed: confirmed };
  }
}
