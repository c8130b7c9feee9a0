import type { Playbook } from '../playbook/playbook.ts';
import type { FieldCheck } from './field-rules.ts';
import type { StageList } from './stage-list.ts';

/** The stages of the opportunity that each playbook names; phases after the win are not among them. */
export function stageLists(playbooks: readonly Playbook[]): StageList[] {
  return playbooks.map((playbook) => ({
    dealType: playbook.deal_type,
    stages: before(playbook).map((stage) => stage.value),
    small: playbook.amount_limit !== undefined,
  }));
}

/** The field criteria that each playbook sets for leaving a stage. */
export function fieldChecks(playbooks: readonly Playbook[]): FieldCheck[] {
  return playbooks.flatMap((playbook) =>
    before(playbook).flatMap((stage) =>
      stage.checks.flatMap(({ key, name, criterion }) =>
        criterion ? [{ key, dealType: playbook.deal_type, stage: stage.value, name, criterion }] : [],
      ),
    ),
  );
}

function before(playbook: Playbook): Playbook['stages'] {
  return playbook.stages.filter((stage) => !stage.post_win).sort((a, b) => a.order - b.order);
}
