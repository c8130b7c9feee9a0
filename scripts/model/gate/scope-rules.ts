import type { CompiledRule } from './compiled-rule.ts';
import { and, isOneOf, or, quote } from './formula-text.ts';
import { MOVES, NEW_STAGE, NEW_TYPE, OLD_TYPE } from './move.ts';
import { LOST, WON } from './stage-list.ts';
import type { StageList } from './stage-list.ts';

const object = 'Opportunity';
const SCOPE = '$CustomMetadata.MF_Scope__mdt.Default';

/** Which opportunities must come under the gates, and up to which amount the small playbook may be used. */
export function scopeRules(lists: readonly StageList[]): CompiledRule[] {
  return [typeRequired(lists), ...smallAmount(lists)];
}

function typeRequired(lists: readonly StageList[]): CompiledRule {
  const stages = [...new Set(lists.flatMap((list) => list.stages)), WON];
  return {
    object,
    name: 'MF_Type_Required',
    description: 'In scope (record types and first day in the custom metadata type Scope) no opportunity goes ungated.',
    condition: and(
      `ISBLANK(${NEW_TYPE})`,
      `NOT(ISBLANK(${SCOPE}.Required_From__c))`,
      `TODAY() >= ${SCOPE}.Required_From__c`,
      or(
        `ISBLANK(${SCOPE}.Record_Types__c)`,
        `CONTAINS(${SCOPE}.Record_Types__c, ";" & $RecordType.DeveloperName & ";")`,
      ),
      or('ISNEW()', and('ISCHANGED(StageName)', isOneOf(NEW_STAGE, stages))),
    ),
    message: {
      en: 'Choose a deal type: opportunities of this kind run through the stage gates.',
      zh: '请选择项目类型：此类商机必须通过阶段关口推进。',
    },
    errorField: 'MF_Deal_Type__c',
  };
}

/** Also for those who may bypass a gate: a big deal in the small playbook changes its type first. */
function smallAmount(lists: readonly StageList[]): CompiledRule[] {
  const small = lists.filter((list) => list.small).map((list) => list.dealType);
  if (small.length === 0) return [];
  return [
    {
      object,
      name: 'MF_Small_Amount',
      description: 'The short playbook is for small deals only, at every move.',
      condition: and(
        ...MOVES,
        `${NEW_STAGE} <> ${quote(LOST)}`,
        or(...small.map((type) => `${OLD_TYPE} = ${quote(type)}`)),
        `Amount > ${SCOPE}.Small_Deal_Limit__c`,
      ),
      message: {
        en: 'The amount is above the limit of small standard-product deals. Ask sales operations to migrate the deal to a solution type.',
        zh: '金额超过标准产品小型项目的上限。请联系销售运营将该项目迁移为方案型。',
      },
      errorField: 'Amount',
    },
  ];
}
