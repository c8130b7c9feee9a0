import type { CustomObject } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { unmodelledKind, unmodelledObject } from './unmodelled.ts';
import { checkName, limitText, requireComponent } from './common-checks.ts';
import { checkSetting } from './custom-setting.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Flags of an object that change how it behaves and are not modelled; the others only change pages. */
const refused = ['externalDataSource', 'eventType', 'articleTypeChannelDisplay'] as const;

export const customObject: Rule<CustomObject> = (content, context) => {
  const suffix = /__[a-z]+$/.exec(context.fullName)?.[0];
  if (suffix === undefined) return standardObject(content, context);
  const kind = unmodelledKind(context.fullName);
  if (kind) return context.report(new NotSupportedError(`metadata of ${kind}`).message);
  const foreign = refused.find((name) => content[name] !== undefined);
  // What such an object needs and may leave out follows rules of its own.
  if (foreign) return context.report(new NotSupportedError(`CustomObject ${foreign}`).message, content, foreign);
  checkName(context, context.fullName.replace(/__[a-z]+$/, ''), 40, 'Object Name');
  if (!content.label) context.report('Must specify a non-empty label for the CustomObject');
  if (content.customSettingsType) return checkSetting(content, context);
  if (!content.pluralLabel) context.report('Must specify a non-empty pluralLabel for the CustomObject');
  limitText(context, content, 'label', 40, 'Label');
  limitText(context, content, 'pluralLabel', 40, 'Plural Label');
  limitText(context, content, 'description', 1000, 'Description');
  if (suffix === '__mdt') return;
  checkNameField(content, context);
  checkSharing(content, context);
};

function standardObject(content: CustomObject, context: RuleContext): void {
  const type = context.schema.object(context.fullName);
  if (!type)
    return context.report(
      unmodelledObject(context.fullName) ?? `Entity of type 'CustomObject' named '${context.fullName}' cannot be found`,
    );
  if (content.compactLayoutAssignment && content.compactLayoutAssignment !== 'SYSTEM') {
    requireComponent(
      context,
      'CompactLayout',
      `${context.fullName}.${content.compactLayoutAssignment}`,
      content,
      'compactLayoutAssignment',
    );
  }
  if (content.nameField) context.report('Cannot specify a nameField for a standard object', content, 'nameField');
}

function checkNameField(content: CustomObject, context: RuleContext): void {
  const { nameField } = content;
  if (!nameField) return context.report('Must specify a nameField of type Text or AutoNumber');
  if (nameField.type !== 'Text' && nameField.type !== 'AutoNumber') {
    return context.report('nameField must be of type Text or AutoNumber', nameField, 'type');
  }
  // Without a format an org numbers by {0}; jsforce's own suite creates an object so.
  if (nameField.type === 'AutoNumber' && !/\{0+\}/.test(nameField.displayFormat ?? '{0}')) {
    context.report("Must specify 'displayFormat' for a CustomField of type AutoNumber", nameField, 'displayFormat');
  }
  if (!nameField.label) context.report('Required field is missing: label', nameField);
}

const models = ['Private', 'Read', 'ReadWrite', 'ControlledByParent'];

function checkSharing(content: CustomObject, context: RuleContext): void {
  const type = context.schema.object(context.fullName);
  const isDetail = type?.fields.some((field) => field.reference?.kind === 'MasterDetail') ?? false;
  const model = content.sharingModel;
  if (!model) return context.report('Required field is missing: sharingModel');
  if (!models.includes(model))
    context.report(new NotSupportedError(`sharingModel ${model}`).message, content, 'sharingModel');
  if (isDetail && model !== 'ControlledByParent') {
    context.report(
      `Cannot set sharingModel to ${model} on a CustomObject with a MasterDetail relationship field`,
      content,
      'sharingModel',
    );
  }
  if (!isDetail && model === 'ControlledByParent') {
    context.report(
      'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field',
      content,
      'sharingModel',
    );
  }
}
