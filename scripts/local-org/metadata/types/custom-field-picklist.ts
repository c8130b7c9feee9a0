import type { CustomField, ValueSet } from '@salesforce/types/metadata';
import type { SObjectType } from '../../schema/model.ts';
import { limitText, refuseTwice, requireComponent } from './common-checks.ts';
import type { RuleContext } from './rule.ts';

const MAX_VALUES = 1000;

export function checkPicklist(field: CustomField, owner: SObjectType, context: RuleContext): void {
  const { valueSet } = field;
  if (!valueSet) return;
  const named = valueSet.valueSetName !== undefined;
  if (named === (valueSet.valueSetDefinition !== undefined)) {
    return context.report('Must specify either valueSetName or valueSetDefinition for a valueSet', field, 'valueSet');
  }
  if (named) requireComponent(context, 'GlobalValueSet', valueSet.valueSetName, valueSet, 'valueSetName');
  else checkValues(valueSet, context);
  if (valueSet.controllingField !== undefined) checkDependency(valueSet, valueSet.controllingField, owner, context);
  else if (valueSet.valueSettings.length > 0) {
    context.report('Must specify controllingField when valueSettings are given', valueSet, 'valueSettings');
  }
}

function checkValues(valueSet: ValueSet, context: RuleContext): void {
  const values = valueSet.valueSetDefinition?.value ?? [];
  if (values.length === 0) context.report('Picklist must have at least one value', valueSet, 'valueSetDefinition');
  if (values.length > MAX_VALUES) context.report(`Picklist can have at most ${MAX_VALUES} values`, valueSet);
  for (const value of values) {
    if (!value.fullName) context.report('Required field is missing: fullName', value);
    limitText(context, value, 'fullName', 255, 'Picklist value');
    limitText(context, value, 'label', 255, 'Picklist label');
  }
  const names = values.map((value) => [value.fullName ?? '', value] as const);
  refuseTwice(context, names, (name) => `Duplicate value found: ${name} in picklist`);
  const labels = values.map((value) => [value.label ?? value.fullName ?? '', value] as const);
  refuseTwice(context, labels, (label) => `duplicate picklist label: ${label}`);
  const [, second] = values.filter((value) => value.default);
  if (second) context.report('A picklist can have only one default value', second, 'default');
}

function checkDependency(valueSet: ValueSet, controllingName: string, owner: SObjectType, context: RuleContext): void {
  const controller = owner.field(controllingName);
  if (!controller) {
    return context.report(
      `In field: controllingField - no CustomField named ${owner.name}.${controllingName} found`,
      valueSet,
      'controllingField',
    );
  }
  const allowed =
    controller.type === 'boolean'
      ? ['unchecked', 'checked']
      : (controller.picklist?.values ?? []).map((each) => each.value);
  if (allowed.length === 0)
    return context.report(`${controllingName} cannot control a picklist`, valueSet, 'controllingField');
  const own = new Set(ownValues(valueSet, context));
  for (const setting of valueSet.valueSettings) {
    if (!own.has(setting.valueName))
      context.report(`Picklist value: ${setting.valueName} in picklist not found`, setting, 'valueName');
    for (const value of setting.controllingFieldValue) {
      if (allowed.includes(value)) continue;
      context.report(
        `Control field value '${value}' not found, valid values are [${allowed.join(', ')}]`,
        setting,
        'controllingFieldValue',
      );
    }
  }
}

function ownValues(valueSet: ValueSet, context: RuleContext): string[] {
  if (valueSet.valueSetDefinition) return valueSet.valueSetDefinition.value.map((value) => value.fullName ?? '');
  const set = context.components.get(`GlobalValueSet:${(valueSet.valueSetName ?? '').toLowerCase()}`);
  const values = set?.content['customValue'];
  return Array.isArray(values) ? values.map((value: { fullName?: string }) => value.fullName ?? '') : [];
}
