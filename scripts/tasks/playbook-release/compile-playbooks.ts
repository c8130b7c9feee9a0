import { MidfieldError } from '../../model/errors.ts';
import type { Playbook } from '../../model/playbook/playbook.ts';
import { compileRelease, openStages } from '../../model/release/compile-release.ts';
import type { ReleaseWanted } from '../../model/release/release-plan.ts';
import type { OrgPort } from '../../salesforce/org-port.ts';
import { playbookKey } from '../playbook-load/playbook-rows.ts';
import { readFieldKinds } from './field-kinds.ts';

/** Compiles playbooks for this org. One playbook for each deal type: which of two a deal would follow nobody could say. */
export async function compilePlaybooks(org: OrgPort, playbooks: readonly Playbook[]): Promise<ReleaseWanted> {
  refuseTwins(playbooks);
  const kindOf = await readFieldKinds(
    org,
    playbooks.flatMap(({ stages }) => stages.flatMap((stage) => stage.checks)),
  );
  try {
    return {
      playbooks: playbooks.map(playbookKey).sort(),
      components: compileRelease(playbooks, kindOf),
      stages: playbooks.flatMap((playbook) =>
        openStages(playbook).map(({ value }) => ({ dealType: playbook.deal_type, stage: value })),
      ),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MidfieldError('PlaybookInvalid', ['The playbook', `✖ ${error.message}`], { cause: error });
  }
}

function refuseTwins(playbooks: readonly Playbook[]): void {
  const seen = new Map<string, Playbook>();
  for (const playbook of playbooks) {
    const twin = seen.get(playbook.deal_type);
    if (twin)
      throw new MidfieldError('PlaybookInvalid', [
        playbookKey(playbook),
        `✖ ${playbookKey(twin)} is for deals of type ${playbook.deal_type} too; a release has one playbook for each type`,
      ]);
    seen.set(playbook.deal_type, playbook);
  }
}
