import type { CustomField } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { checkName, limitText, ownerOf, shortName } from './common-checks.ts';
import { checkAttributes, isFieldTypeSupported } from './custom-field-attributes.ts';
import { checkFieldFormulas } from './custom-field-formula.ts';
import { checkPicklist } from './custom-field-picklist.ts';
import { checkRelationship } from './custom-field-relationship.ts';
import { checkSettingField } from './custom-setting.ts';
import { checkLookupFilter } from './lookup-filter.ts';
import { checkSummary } from './custom-field-summary.ts';
import type { Rule, RuleContext } from './rule.ts';
import { unmodelledField } from './unmodelled.ts';

const MAX_CUSTOM_FIELDS = 500;

export const customField: Rule<CustomField> = (field, context) => {
  const owner = ownerOf(context);
  const name = shortName(context.fullName);
  if (!owner) return;
  if (!name.endsWith('__c')) return standardField(field, owner, context);
  if (owner.customSetting) checkSettingField(field, context);
  else if (owner.kind !== 'data' && owner.name !== 'User' && !owner.name.endsWith('__mdt')) {
    return context.report(`Cannot add a custom field to entity: ${owner.name}`);
  }
  checkName(context, name.slice(0, -3), 40, 'Field Name');
  if (!field.type) return context.report("Must specify 'type' for a CustomField");
  if (!isFieldTypeSupported(field.type)) {
    return context.report(new NotSupportedError(`CustomField type ${field.type}`).message, field, 'type');
  }
  if (!field.label) context.report('Must specify a non-empty label for the CustomField');
  limitText(context, field, 'label', 40, 'Label');
  limitText(context, field, 'inlineHelpText', 510, 'Help Text');
  limitText(context, field, 'description', 1000, 'Description');
  checkAttributes(field, context);
  checkSize(field, context);
  if (field.type === 'Location') checkLocation(field, context);
  checkRelationship(field, owner, context);
  checkPicklist(field, owner, context);
  checkSummary(field, owner, context);
  checkFieldFormulas(field, owner, context);
  checkCount(owner, context);
};

/** A deploy may carry standard fields; it can only switch their history, help and lookup filter. */
function standardField(field: CustomField, owner: SObjectType, context: RuleContext): void {
  const name = shortName(context.fullName);
  if (name.includes('__')) {
    return context.report(
      'fullName must end with: __c or __kav or __x or __b or __e or __p or __mdt or __dll or __dlm',
    );
  }
  const known = owner.field(name) ?? owner.field(`${name}Id`);
  if (!known) context.report(unmodelledField(owner, name) ?? "Could not resolve standard field's name.");
  else checkLookupFilter(field, owner, context);
}

const lengths: Readonly<Record<string, readonly [number, number]>> = {
  Text: [1, 255],
  LongTextArea: [256, 131_072],
  Html: [256, 131_072],
  EncryptedText: [1, 175],
};

const lines: Readonly<Record<string, readonly [number, number]>> = {
  LongTextArea: [2, 50],
  Html: [10, 50],
  MultiselectPicklist: [3, 10],
};

function checkSize(field: CustomField, context: RuleContext): void {
  const type = field.type ?? '';
  between(field, 'length', lengths[type], context);
  between(field, 'visibleLines', lines[type], context);
  if (field.precision !== undefined && (field.precision < 1 || field.precision > 18)) {
    context.report('precision must be between 1 and 18', field, 'precision');
  }
  if (
    field.precision !== undefined &&
    field.scale !== undefined &&
    (field.scale < 0 || field.scale > field.precision)
  ) {
    context.report('scale must be between 0 and the precision', field, 'scale');
  }
  if (type === 'AutoNumber' && field.displayFormat !== undefined && !/\{0+\}/.test(field.displayFormat)) {
    context.report(`Invalid display format: ${field.displayFormat}`, field, 'displayFormat');
  }
}

const MOST_PLACES = 15;

function checkLocation(field: CustomField, context: RuleContext): void {
  if ((field.scale ?? 0) >= 0 && (field.scale ?? 0) <= MOST_PLACES) return;
  context.report(`scale must be between 0 and ${MOST_PLACES}`, field, 'scale');
}

function between(
  field: CustomField,
  name: 'length' | 'visibleLines',
  range: readonly [number, number] | undefined,
  context: RuleContext,
): void {
  const value = field[name];
  if (!range || value === undefined || (value >= range[0] && value <= range[1])) return;
  context.report(`Value for '${name}' must be between ${range[0]} and ${range[1]}`, field, name);
}

function checkCount(owner: SObjectType, context: RuleContext): void {
  const count = owner.fields.filter((field) => field.custom).length;
  if (count > MAX_CUSTOM_FIELDS)
    context.report(`Custom field limit exceeded: ${owner.name} has ${count} of ${MAX_CUSTOM_FIELDS}`);
}
