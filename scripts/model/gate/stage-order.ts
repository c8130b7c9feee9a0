import { call, quote } from './formula-text.ts';
import { groupByStages, WON } from './stage-list.ts';
import type { StageList } from './stage-list.ts';

/**
 * The place of a stage in the playbook of a deal type, as a formula: 1 for the first stage, one more than the last
 * stage for Closed Won, `unknown` for a stage that is not part of the playbook.
 * Inline, because a rule cannot read PRIORVALUE of a formula field.
 */
export function stageOrder(lists: readonly StageList[], dealType: string, stage: string, unknown = -1): string {
  return groupByStages(lists).reduceRight((otherwise, group) => {
    const isType = group.dealTypes.map((type) => `${dealType} = ${quote(type)}`);
    const cases = [...group.stages, WON].map((value, index) => `${quote(value)}, ${index + 1}`);
    const condition = isType.length > 1 ? `OR(${isType.join(', ')})` : isType.join();
    return call('IF', condition, call('CASE', stage, ...cases, String(unknown)), otherwise);
  }, String(unknown));
}
