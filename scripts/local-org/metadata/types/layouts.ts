import type { CompactLayout, FieldSet, Layout, ListView, PathAssistant } from '@salesforce/types/metadata';
import type { SObjectType } from '../../schema/model.ts';
import {
  checkName,
  limitText,
  ownerOf,
  refuseTwice,
  requireComponent,
  requireObject,
  shortName,
} from './common-checks.ts';
import type { Rule, RuleContext } from './rule.ts';
import { unmodelledField, unmodelledObject } from './unmodelled.ts';

export const layout: Rule<Layout> = (layout, context) => {
  const objectName = context.fullName.slice(0, context.fullName.indexOf('-'));
  const type = context.schema.object(objectName);
  if (!type)
    return context.report(
      unmodelledObject(objectName) ?? `Entity of type 'CustomObject' named '${objectName}' cannot be found`,
    );
  const items = layout.layoutSections.flatMap((section) =>
    section.layoutColumns.flatMap((column) => column.layoutItems),
  );
  const fields = items.filter((item) => item.field !== undefined);
  for (const item of fields) requireOwn(context, type, item.field ?? '', item);
  refuseTwice(
    context,
    fields.map((item) => [item.field ?? '', item] as const),
    (name) => `Field: field, value:${name} appears more than once`,
  );
  for (const field of type.fields) {
    const demanded =
      !field.nillable && field.createable && field.type !== 'boolean' && (field.custom || field.name === 'Name');
    if (!demanded) continue;
    const item = fields.find((each) => each.field?.toLowerCase() === field.name.toLowerCase());
    if (!item) context.report(`Layout must contain an item for required layout field: ${field.name}`);
    else if (item.behavior !== 'Required' && field.autoNumber === undefined)
      context.report(`Field:${field.name} must be Required`, item, 'behavior');
  }
  for (const section of layout.layoutSections) {
    const wanted = section.style === 'OneColumn' || section.style === 'CustomLinks' ? undefined : 2;
    if (wanted && section.layoutColumns.length !== wanted)
      context.report(`A section of style ${section.style} must have ${wanted} columns`, section);
  }
  for (const each of layout.platformActionList?.platformActionListItems ?? []) {
    if (each.actionType === 'QuickAction') requireQuickAction(context, each.actionName, each);
  }
};

/** Global and standard actions have no component. */
function requireQuickAction(context: RuleContext, name: string, at: object): void {
  if (name.includes('.') && !name.startsWith('FeedItem.') && !name.startsWith('Global.')) {
    requireComponent(context, 'QuickAction', name, at, 'actionName');
  }
}

function requireOwn(context: RuleContext, type: SObjectType, name: string, at: object, field = 'field'): void {
  if (type.field(name) || type.field(`${name}Id`)) return;
  if (isOfMetadata(type, name)) return;
  const message = unmodelledField(type, name) ?? `In field: ${field} - no CustomField named ${type.name}.${name} found`;
  context.report(message, at, field);
}

/** What the pages of custom metadata show and the API does not. */
const isOfMetadata = (type: SObjectType, name: string): boolean =>
  type.name.endsWith('__mdt') && ['IsProtected', 'CreatedById', 'LastModifiedById'].includes(name);

export const compactLayout: Rule<CompactLayout> = (layout, context) => {
  const owner = ownerOf(context);
  checkName(context, shortName(context.fullName), 80, 'Name');
  limitText(context, layout, 'label', 40, 'Label');
  if (layout.fields.length === 0 || layout.fields.length > 10)
    context.report('A compact layout shows one to ten fields');
  if (owner) for (const name of layout.fields) requireOwn(context, owner, name, layout, 'fields');
};

/** Standard columns are written in capitals (`OPPORTUNITY.NAME`, `LAST_UPDATE`); the others are custom fields. */
const isStandardColumn = (name: string): boolean => /^[A-Z0-9_.]+$/.test(name);

export const listView: Rule<ListView> = (view, context) => {
  const owner = ownerOf(context);
  checkName(context, shortName(context.fullName), 80, 'View Unique Name');
  limitText(context, view, 'label', 40, 'Label');
  if (!owner) return;
  const check = (name: string, at: object, field: string): void => {
    if (!isStandardColumn(name) && !owner.field(name) && !isOfMetadata(owner, name))
      context.report(`Could not resolve list view column: ${name}`, at, field);
  };
  for (const column of view.columns) check(column, view, 'columns');
  if (view.columns.length > 15) context.report('A list view can show at most 15 columns', view, 'columns');
  for (const filter of view.filters) check(filter.field, filter, 'field');
  refuseTwice(
    context,
    view.columns.map((name) => [name, view] as const),
    (name) => `Duplicate column: ${name}`,
  );
};

export const fieldSet: Rule<FieldSet> = (set, context) => {
  const owner = ownerOf(context);
  limitText(context, set, 'label', 80, 'Label');
  if (!owner) return;
  for (const item of [...set.displayedFields, ...set.availableFields]) {
    const name = item.field ?? '';
    if (!name.includes('.')) requireOwn(context, owner, name, item);
  }
};

export const pathAssistant: Rule<PathAssistant> = (path, context) => {
  limitText(context, path, 'masterLabel', 255, 'Label');
  const type = requireObject(context, path.entityName, path, 'entityName');
  if (!type) return;
  const field = type.field(path.fieldName);
  if (!field?.picklist) {
    return context.report(
      `In field: fieldName - no CustomField named ${type.name}.${path.fieldName} found`,
      path,
      'fieldName',
    );
  }
  if (path.recordTypeName !== '__MASTER__') {
    requireComponent(context, 'RecordType', `${type.name}.${path.recordTypeName}`, path, 'recordTypeName');
  }
  const known = new Set(field.picklist.values.map((value) => value.value));
  for (const step of path.pathAssistantSteps) {
    if (!known.has(step.picklistValueName)) {
      context.report(
        `Picklist value: ${step.picklistValueName} in picklist: ${field.name} not found`,
        step,
        'picklistValueName',
      );
    }
    if (step.fieldNames.length > 5) context.report('A path step can show at most five fields', step, 'fieldNames');
    for (const name of step.fieldNames) requireOwn(context, type, name, step, 'fieldNames');
    limitText(context, step, 'info', 1000, 'Guidance');
  }
  refuseSecondPath(path, context);
};

/** One path for each object and record type. */
function refuseSecondPath(path: PathAssistant, context: RuleContext): void {
  for (const other of context.components.values()) {
    if (other.type !== 'PathAssistant' || other.fullName.toLowerCase() === context.fullName.toLowerCase()) continue;
    const same =
      other.content['entityName'] === path.entityName && other.content['recordTypeName'] === path.recordTypeName;
    if (same)
      context.report(
        `A path for ${path.entityName} and record type ${path.recordTypeName} is already there: ${other.fullName}`,
      );
  }
}
