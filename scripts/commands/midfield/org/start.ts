import { resolve } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { messagesOf } from '../../render/messages.ts';
import { authorize } from '../../../salesforce/authorize.ts';
import { takeOverSignals, untilInterrupted } from '../../render/until-interrupted.ts';
import { MidfieldCommand } from '../../midfield-command.ts';
import { serveLocalOrg } from '../../serve-local-org.ts';
import { defaultLocalOrg } from '../../local-org-place.ts';

const messages = messagesOf('org.start');

export interface OrgStartResult {
  readonly url: string;
  readonly username: string;
  readonly alias: string;
}

export default class OrgStart extends MidfieldCommand<OrgStartResult | undefined> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    port: Flags.integer({
      summary: messages.getMessage('flags.port.summary'),
      min: 0,
      max: 65_535,
      default: defaultLocalOrg.port,
    }),
    dir: Flags.string({ summary: messages.getMessage('flags.dir.summary'), default: defaultLocalOrg.directory }),
    alias: Flags.string({ summary: messages.getMessage('flags.alias.summary'), default: defaultLocalOrg.alias }),
  };

  async run(): Promise<OrgStartResult | undefined> {
    const { flags } = await this.parse(OrgStart);
    takeOverSignals();
    const org = await serveLocalOrg({ dir: resolve(flags.dir), port: flags.port });
    await authorize({ instanceUrl: org.url, accessToken: org.accessToken, alias: flags.alias });
    const result = { url: org.url, username: org.username, alias: flags.alias };
    this.log(messages.getMessage('ready', [org.url, org.username, flags.alias]));
    // A script can use the result only while the org runs, so it gets it now, and nothing at the end.
    if (this.jsonEnabled()) this.logJson(this.toSuccessJson(result));
    await untilInterrupted();
    await org.close();
    return this.jsonEnabled() ? undefined : result;
  }
}
