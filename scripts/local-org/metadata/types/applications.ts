import type { CustomApplication, CustomPermission, CustomTab, QuickAction } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { checkName, limitText, requireComponent, requireObject, shortName } from './common-checks.ts';
import { checkTab } from './permission-entries.ts';
import type { Rule, RuleContext } from './rule.ts';
import { unmodelledField } from './unmodelled.ts';

export const customPermission: Rule<CustomPermission> = (permission, context) => {
  checkName(context, context.fullName, 80, 'Custom Permission Name');
  limitText(context, permission, 'label', 80, 'Label');
  limitText(context, permission, 'description', 255, 'Description');
  if (permission.connectedApp)
    context.report(new NotSupportedError('CustomPermission connectedApp').message, permission, 'connectedApp');
  for (const each of permission.requiredPermission) {
    requireComponent(context, 'CustomPermission', each.customPermission, each, 'customPermission');
  }
};

export const customApplication: Rule<CustomApplication> = (app, context) => {
  if (!app.label) context.report('Required field is missing: label');
  limitText(context, app, 'label', 80, 'Label');
  limitText(context, app, 'description', 255, 'Description');
  if (app.uiType !== 'Lightning')
    context.report(new NotSupportedError('CustomApplication of a uiType other than Lightning').message, app, 'uiType');
  for (const tab of app.tabs) checkTab(tab, app, context);
  if (app.utilityBar) requireComponent(context, 'FlexiPage', app.utilityBar, app, 'utilityBar');
  for (const override of [...app.actionOverrides, ...app.profileActionOverrides]) {
    if (override.type === 'Flexipage') requireComponent(context, 'FlexiPage', override.content, override, 'content');
    if (
      'pageOrSobjectType' in override &&
      override.pageOrSobjectType &&
      !override.pageOrSobjectType.startsWith('standard-')
    ) {
      requireObject(context, override.pageOrSobjectType, override, 'pageOrSobjectType');
    }
  }
};

const targets = ['customObject', 'flexiPage', 'lwcComponent', 'auraComponent', 'page', 'scontrol', 'url'] as const;

export const customTab: Rule<CustomTab> = (tab, context) => {
  const given = targets.filter((name) => tab[name] !== undefined && tab[name] !== false);
  if (given.length !== 1)
    return context.report('Must specify exactly one of customObject, flexiPage, lwcComponent or url for a CustomTab');
  const [kind] = given;
  if (kind === 'customObject') requireObject(context, context.fullName, tab, 'customObject');
  else if (kind === 'flexiPage') requireComponent(context, 'FlexiPage', tab.flexiPage, tab, 'flexiPage');
  else if (kind === 'lwcComponent')
    requireComponent(context, 'LightningComponentBundle', tab.lwcComponent, tab, 'lwcComponent');
  else context.report(new NotSupportedError(`CustomTab ${kind}`).message, tab, kind);
  if (kind !== 'customObject' && !tab.label) context.report('Required field is missing: label');
  limitText(context, tab, 'label', 40, 'Label');
  if (!tab.motif) context.report('Required field is missing: motif');
};

const actionTypes = new Set(['Create', 'Update', 'LightningWebComponent', 'Flow']);

export const quickAction: Rule<QuickAction> = (action, context) => {
  const [objectName = ''] = context.fullName.split('.');
  const owner = context.fullName.includes('.') ? requireObject(context, objectName, action, 'fullName') : undefined;
  checkName(context, shortName(context.fullName), 80, 'Name');
  if (!action.label && !action.standardLabel) context.report('Required field is missing: label');
  if (!actionTypes.has(action.type))
    return context.report(new NotSupportedError(`QuickAction type ${action.type}`).message, action, 'type');
  if (action.type === 'LightningWebComponent') {
    if (!action.lightningWebComponent) context.report('Required field is missing: lightningWebComponent');
    requireComponent(
      context,
      'LightningComponentBundle',
      action.lightningWebComponent,
      action,
      'lightningWebComponent',
    );
  }
  if (action.type === 'Flow') {
    if (!action.flowDefinition) context.report('Required field is missing: flowDefinition');
    requireComponent(context, 'Flow', action.flowDefinition, action, 'flowDefinition');
  }
  if (action.type === 'Create' && !action.targetObject) context.report('Required field is missing: targetObject');
  const target = action.targetObject ? requireObject(context, action.targetObject, action, 'targetObject') : owner;
  checkActionFields(action, target?.name, context);
};

function checkActionFields(action: QuickAction, objectName: string | undefined, context: RuleContext): void {
  const type = objectName === undefined ? undefined : context.schema.object(objectName);
  if (!type) return;
  const items =
    action.quickActionLayout?.quickActionLayoutColumns.flatMap((column) => column.quickActionLayoutItems) ?? [];
  for (const at of [...items, ...action.fieldOverrides]) {
    if (!at.field || type.field(at.field)) continue;
    const missing = `In field: field - no CustomField named ${type.name}.${at.field} found`;
    context.report(unmodelledField(type, at.field) ?? missing, at, 'field');
  }
}
