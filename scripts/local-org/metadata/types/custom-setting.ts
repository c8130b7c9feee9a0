import type { CustomField, CustomObject } from '@salesforce/types/metadata';
import { limitText } from './common-checks.ts';
import type { RuleContext } from './rule.ts';

/** What a custom setting shares with no object: its rows are neither shared nor named by a field of their own. */
const NOT_OF_SETTINGS = ['nameField', 'sharingModel'] as const;

export function checkSetting(content: CustomObject, context: RuleContext): void {
  for (const name of NOT_OF_SETTINGS) {
    if (content[name] !== undefined) context.report(`Cannot specify: ${name} for a custom setting`, content, name);
  }
  limitText(context, content, 'label', 40, 'Label');
  limitText(context, content, 'description', 1000, 'Description');
}

const TYPES = ['Checkbox', 'Currency', 'Date', 'DateTime', 'Email', 'Number', 'Percent', 'Phone', 'Text', 'TextArea'];

/** The types that the help lists for custom settings. None of them is worked out. */
export function checkSettingField(field: CustomField, context: RuleContext): void {
  if (field.type && ![...TYPES, 'Url'].includes(field.type))
    context.report(`A field of type ${field.type} cannot stand in a custom setting`, field, 'type');
  if (field.formula !== undefined) context.report('A formula field cannot stand in a custom setting', field, 'formula');
}
