import type { PlanItem, ReleaseQuestion } from './release-plan.ts';

/** Limits of the platform, in characters. */
const FORMULA = 3_900;
const MESSAGE = 255;
const RULE_NAME = 40;
const STAGE_NAME = 40;

/** What the org would refuse by size or number, told before anything is sent. */
export function checkCeilings({ wanted, org }: ReleaseQuestion, items: readonly PlanItem[]): string[] {
  return [
    ...wanted.components.flatMap(({ type, name, content }) => {
      const long = (what: string, text: unknown, most: number) =>
        String(text ?? '').length > most
          ? [`${type} ${name}: its ${what} has ${String(text).length} characters, the platform takes ${most}.`]
          : [];
      if (type === 'StageValue') return long('name', name, STAGE_NAME);
      if (type === 'CustomField') return long('formula', content['formula'], FORMULA);
      if (type !== 'ValidationRule') return [];
      return [
        ...long('condition', content['errorConditionFormula'], FORMULA),
        ...long('message', content['errorMessage'], MESSAGE),
        ...long('name', name.split('.')[1], RULE_NAME),
      ];
    }),
    ...ruleCount(org, items),
  ];
}

function ruleCount({ activeRules, activeRuleLimit }: ReleaseQuestion['org'], items: readonly PlanItem[]): string[] {
  if (activeRuleLimit === undefined) return [];
  const after = new Set(activeRules);
  for (const { type, name, action } of items) {
    if (type !== 'ValidationRule' || !name.startsWith('Opportunity.')) continue;
    if (action === 'remove') after.delete(name);
    else after.add(name);
  }
  if (after.size <= activeRuleLimit) return [];
  return [
    `Opportunity would have ${after.size} active validation rules, the org allows ${activeRuleLimit}. Take ${after.size - activeRuleLimit} criteria out, or switch off as many rules of your own.`,
  ];
}
