import type { ValidationRule } from '@salesforce/types/metadata';
import { checkFormula, checkName, limitText, ownerOf, shortName } from './common-checks.ts';
import type { Rule } from './rule.ts';
import { checkSpanning } from './spanning-limit.ts';

/** Active rules that one object of an Enterprise org may have. */
const MAX_ACTIVE = 100;

export const validationRule: Rule<ValidationRule> = (rule, context) => {
  const owner = ownerOf(context);
  checkName(context, shortName(context.fullName), 40, 'Validation Name');
  limitText(context, rule, 'errorMessage', 255, 'Error Message');
  limitText(context, rule, 'description', 255, 'Description');
  if (rule.errorMessage.trim() === '') context.report('Required field is missing: errorMessage', rule, 'errorMessage');
  if (!owner) return;
  const formula = {
    source: rule.errorConditionFormula,
    object: owner,
    scope: 'validation',
    returns: 'Boolean',
  } as const;
  const at = { content: rule, field: 'errorConditionFormula' };
  const compiled = checkFormula(context, formula, at.content, at.field);
  checkSpanning(context, owner, 'Validation Rule', compiled, at);
  if (rule.errorDisplayField !== undefined && rule.errorDisplayField !== '') {
    const field = owner.field(rule.errorDisplayField);
    if (!field)
      context.report(
        `In field: errorDisplayField - no CustomField named ${owner.name}.${rule.errorDisplayField} found`,
        rule,
        'errorDisplayField',
      );
    else if (field.summary || field.formula) {
      const kind = field.summary ? 'a roll-up summary' : 'a formula';
      context.report(`Error location cannot be ${kind} field: ${field.name}`, rule, 'errorDisplayField');
    }
  }
  const active = owner.validationRules.filter((each) => each.active).length;
  if (active > MAX_ACTIVE)
    context.report(`Active validation rule limit exceeded: ${owner.name} has ${active} of ${MAX_ACTIVE}`);
};
