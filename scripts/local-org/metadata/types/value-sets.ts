import type { CustomValue, GlobalValueSet, StandardValue, StandardValueSet } from '@salesforce/types/metadata';
import { standardValueSets } from '../../schema/standard/standard-value-sets.ts';
import { NotSupportedError } from '../../errors.ts';
import { checkName, limitText, refuseTwice } from './common-checks.ts';
import type { Rule, RuleContext } from './rule.ts';

export const globalValueSet: Rule<GlobalValueSet> = (set, context) => {
  checkName(context, context.fullName, 80, 'Global Value Set Name');
  limitText(context, set, 'masterLabel', 80, 'Label');
  limitText(context, set, 'description', 255, 'Description');
  checkValues(set.customValue, context);
};

export const standardValueSet: Rule<StandardValueSet> = (set, context) => {
  if (!(context.fullName in standardValueSets)) {
    return context.report(new NotSupportedError(`StandardValueSet ${context.fullName}`).message);
  }
  if (set.groupingStringEnum)
    context.report(new NotSupportedError('StandardValueSet groupingStringEnum').message, set, 'groupingStringEnum');
  checkValues(set.standardValue, context);
  if (context.fullName === 'OpportunityStage') for (const value of set.standardValue) checkStage(value, context);
};

function checkValues(values: readonly CustomValue[], context: RuleContext): void {
  if (values.length === 0) context.report('A value set must have at least one value');
  for (const value of values) {
    if (!value.fullName) context.report('Required field is missing: fullName', value);
    limitText(context, value, 'fullName', 255, 'Picklist value');
    limitText(context, value, 'label', 255, 'Picklist label');
  }
  refuseTwice(
    context,
    values.map((value) => [value.fullName ?? '', value] as const),
    (name) => `Duplicate value found: ${name}`,
  );
  refuseTwice(
    context,
    values.map((value) => [value.label ?? value.fullName ?? '', value] as const),
    (name) => `duplicate picklist label: ${name}`,
  );
  const [, second] = values.filter((value) => value.default);
  if (second) context.report('A picklist can have only one default value', second, 'default');
}

function checkStage(stage: StandardValue, context: RuleContext): void {
  const { probability } = stage;
  if (probability === undefined) context.report('Required field is missing: probability', stage);
  else if (!Number.isInteger(probability) || probability < 0 || probability > 100) {
    context.report('probability must be a whole number between 0 and 100', stage, 'probability');
  }
  if (!stage.forecastCategory) context.report('Required field is missing: forecastCategory', stage);
  if (stage.won && stage.closed === false) context.report('A stage that is won must be closed', stage, 'won');
}
