import type { CustomMetadata, LightningMessageChannel, StaticResource } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import type { Field } from '../../schema/model.ts';
import { checkName, limitText, shortName } from './common-checks.ts';
import type { Rule } from './rule.ts';

export const customMetadata: Rule<CustomMetadata> = (record, context) => {
  const typeName = `${context.fullName.split('.')[0]}__mdt`;
  const type = context.schema.object(typeName);
  if (!type) return context.report(`Entity of type 'CustomObject' named '${typeName}' cannot be found`);
  checkName(context, shortName(context.fullName), 40, 'Custom Metadata Record Name');
  if (!record.label) context.report('Required field is missing: label');
  limitText(context, record, 'label', 40, 'Label');
  const given = new Set<string>();
  for (const each of record.values) {
    const field = type.field(each.field);
    if (!field?.custom) {
      context.report(`In field: field - no CustomField named ${typeName}.${each.field} found`, each, 'field');
      continue;
    }
    given.add(field.name);
    const value: unknown = each.value;
    const problem = misfit(field, value);
    if (problem) context.report(problem, each, 'value');
  }
  for (const field of type.fields) {
    if (field.custom && !field.nillable && field.type !== 'boolean' && !given.has(field.name)) {
      context.report(`Required fields are missing: [${field.name}]`);
    }
  }
};

const numbers = new Set(['double', 'int', 'currency', 'percent']);

function misfit(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (field.type === 'boolean' && typeof value !== 'boolean')
    return `${field.label}: value not of required type: ${String(value)}`;
  if (numbers.has(field.type) && typeof value !== 'number')
    return `${field.label}: value not of required type: ${String(value)}`;
  // A relationship holds the name of what it leads to, whose length is its own matter.
  if (field.type === 'reference') return undefined;
  if (typeof value === 'string' && field.length !== undefined && value.length > field.length) {
    return `${field.label}: data value too large: ${value} (max length=${field.length})`;
  }
  const values = field.picklist?.restricted ? field.picklist.values.map((each) => each.value) : undefined;
  if (values && !values.includes(String(value)))
    return `${field.label}: bad value for restricted picklist field: ${String(value)}`;
  return undefined;
}

export const messageChannel: Rule<LightningMessageChannel> = (channel, context) => {
  checkName(context, context.fullName.replace(/__c$/, ''), 80, 'Name');
  limitText(context, channel, 'masterLabel', 80, 'Label');
  for (const field of channel.lightningMessageFields) {
    if (!field.fieldName) context.report('Required field is missing: fieldName', field);
  }
};

const MAX_RESOURCE = 5 * 1024 * 1024;

export const staticResource: Rule<StaticResource> = (_, context) => {
  checkName(context, context.fullName, 255, 'Name');
  const [body] = Object.values(context.files);
  if (body && body.length > MAX_RESOURCE) context.report(`Static resource cannot exceed 5 MB in size`);
};

/** Settings that the local org keeps; the rest of a settings file is refused by name. */
export const settings: Rule = (content, context) => {
  for (const [name, value] of Object.entries(content)) {
    if (Array.isArray(value) && value.length === 0) continue;
    const known = context.fullName === 'Opportunity' && name === 'enableOpportunityTeam' && value === true;
    if (!known)
      context.report(
        new NotSupportedError(`${context.fullName}Settings ${name} ${String(value)}`).message,
        content,
        name,
      );
  }
};
