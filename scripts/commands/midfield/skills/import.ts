import { Flags } from '@salesforce/sf-plugins-core';
import { skillsImport } from '../../../tasks/skills-import/skills-import-task.ts';
import { runTask } from '../../../tasks/task.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('skills.import');
/** As for every command: a part was refused and is listed. */
const REFUSED_IN_PART = 4;

export interface SkillsImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly written: boolean;
  /** `line 3: the org's words`. */
  readonly refusals: readonly string[];
}

export default class SkillsImport extends MidfieldCommand<SkillsImportResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    ...orgFlags,
    file: Flags.string({ char: 'f', summary: messages.getMessage('flags.file.summary'), required: true }),
  };

  async run(): Promise<SkillsImportResult> {
    const { flags } = await this.parse(SkillsImport);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const { plan, outcome } = await runTask(skillsImport, context, { file: flags.file }, { dryRun: flags['dry-run'] });
    const refusals = outcome?.refusals ?? [];
    const [created, updated, unchanged] = [plan.created.length, plan.updated.length, plan.unchanged];
    this.log(messages.getMessage(outcome ? 'done' : 'planned', [created, updated, unchanged]));
    for (const words of refusals) this.warn(words);
    if (refusals.length > 0) {
      this.log(messages.getMessage('refused', [refusals.length]));
      process.exitCode = REFUSED_IN_PART;
    }
    return { created, updated, unchanged, written: outcome !== undefined, refusals };
  }
}
