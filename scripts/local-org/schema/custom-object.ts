import type { ComponentIndex } from './component-index.ts';
import { childName } from './component-index.ts';
import type { Content } from './content.ts';
import { decodeValueName, flagOf, listOf, numberOf, partOf, wordOf } from './content.ts';
import { customFields } from './custom-field.ts';
import { settingFields, settingKind } from './custom-setting.ts';
import type { Component, Field, RecordType, SObjectType, ValidationRule } from './model.ts';
import { objectType } from './object-type.ts';
import { lookup, readOnly, required, text } from './standard/field-table.ts';
import { bool, date } from './standard/field-table.ts';
import { translatedField } from './standard/languages/translated.ts';
import { idField, ownerField, systemFields, viewedFields } from './standard/object-table.ts';
import type { ObjectTranslations } from './translations.ts';
import { objectTranslations } from './translations.ts';

/** A deployed custom object or custom metadata type with all its fields. */
export function customObject(index: ComponentIndex, component: Component, keyPrefix: string): SObjectType {
  const { content, fullName: name } = component;
  const translations = objectTranslations(index, name);
  const label = wordOf(content, 'label') ?? name;
  const own = index.childrenOf('CustomField', name).filter((each) => each.fullName.endsWith('__c'));
  const setting = settingKind(content);
  const deployed = own.flatMap((each) => customFields(index, each, translations));
  // Nobody is granted the fields of a setting one by one.
  const fields = setting ? deployed.map((each) => ({ ...each, permissionable: false })) : deployed;
  const isDetail = fields.some((each) => each.reference?.kind === 'MasterDetail');
  const metadataType = name.endsWith('__mdt');
  const plain = plainFields(content, { name, label, isDetail, setting }, translations);
  const builtIn = plain.map((field) => translatedField({ name, label }, field));
  const types = recordTypes(index, name, translations);
  const rights = { createable: !metadataType, updateable: !metadataType, deletable: !metadataType, queryable: true };
  return objectType({
    name,
    label,
    labelPlural: wordOf(content, 'pluralLabel') ?? label,
    translations: translations.object,
    keyPrefix,
    custom: true,
    kind: metadataType || setting ? 'setup' : 'data',
    customSetting: setting,
    ...rights,
    fields: [...builtIn, ...(types.length > 0 ? [recordTypeField] : []), ...fields],
    validationRules: validationRules(index, name, translations),
    recordTypes: types,
    sharingModel: sharingModel(content, isDetail),
    grantAccessUsingHierarchies: true,
    description: wordOf(content, 'description'),
  });
}

export const recordTypeField: Field = translatedField(
  { name: '', label: '' },
  lookup('RecordTypeId', 'Record Type ID', 'RecordType', undefined, { permissionable: false }),
);

interface Shape {
  readonly name: string;
  readonly label: string;
  readonly isDetail: boolean;
  readonly setting: SObjectType['customSetting'];
}

function plainFields(content: Content, shape: Shape, translations: ObjectTranslations): Field[] {
  if (shape.name.endsWith('__mdt')) return metadataFields(shape.label);
  if (shape.setting) return settingFields(shape.setting, shape.label);
  return dataFields(content, shape.label, shape.isDetail, translations);
}

function dataFields(content: Content, label: string, isDetail: boolean, translations: ObjectTranslations): Field[] {
  return [
    idField(label),
    nameField(partOf(content, 'nameField'), translations),
    ...(isDetail ? [] : [ownerField('Group|User')]),
    ...systemFields('all'),
    bool('IsDeleted', 'Deleted', readOnly),
    ...(flagOf(content, 'enableActivities') ? [date('LastActivityDate', 'Last Activity Date', readOnly)] : []),
    ...viewedFields(),
  ];
}

function metadataFields(label: string): Field[] {
  const fixed = [
    idField(label),
    text('DeveloperName', 'Custom Metadata Record Name', 40, { ...required, nameField: true }),
    text('MasterLabel', 'Label', 40, required),
    text('Language', 'Master Language', 40),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    text('Label', 'Label', 40),
    text('QualifiedApiName', 'Qualified API Name', 70),
    ...systemFields('modified').slice(-1),
  ];
  return fixed.map((each) => ({ ...each, createable: false, updateable: false, permissionable: false }));
}

function nameField(content: Content | undefined, translations: ObjectTranslations): Field {
  const label = wordOf(content, 'label') ?? 'Name';
  const auto = wordOf(content, 'type') === 'AutoNumber';
  const shape = auto
    ? {
        ...readOnly,
        autoNumber: {
          format: wordOf(content, 'displayFormat') ?? '{0}',
          startAt: numberOf(content, 'startingNumber') ?? 1,
        },
      }
    : required;
  const more = { ...shape, nillable: false, nameField: true, translations: translations.nameFieldLabel };
  return text('Name', label, 80, { ...more, trackHistory: flagOf(content, 'trackHistory') });
}

function sharingModel(content: Content, isDetail: boolean): SObjectType['sharingModel'] {
  if (isDetail) return 'ControlledByParent';
  const word = wordOf(content, 'sharingModel');
  return word === 'Private' || word === 'Read' || word === 'FullAccess' || word === 'ControlledByParent'
    ? word
    : 'ReadWrite';
}

export function validationRules(
  index: ComponentIndex,
  objectName: string,
  translations: ObjectTranslations,
): ValidationRule[] {
  return index.childrenOf('ValidationRule', objectName).map((each) => ({
    name: childName(each),
    active: flagOf(each.content, 'active'),
    condition: wordOf(each.content, 'errorConditionFormula') ?? '',
    message: wordOf(each.content, 'errorMessage') ?? '',
    messageTranslations: translations.rule(childName(each)),
    errorField: wordOf(each.content, 'errorDisplayField'),
  }));
}

export function recordTypes(index: ComponentIndex, objectName: string, translations: ObjectTranslations): RecordType[] {
  return index.childrenOf('RecordType', objectName).map((each) => ({
    name: childName(each),
    label: wordOf(each.content, 'label') ?? childName(each),
    translations: translations.recordType(childName(each)),
    active: flagOf(each.content, 'active'),
    description: wordOf(each.content, 'description'),
    businessProcess: wordOf(each.content, 'businessProcess'),
    picklists: recordTypePicklists(index, objectName, each.content),
  }));
}

type Picklists = Record<string, { values: string[]; defaultValue?: string }>;

function recordTypePicklists(index: ComponentIndex, objectName: string, content: Content): Picklists {
  const picklists: Picklists = {};
  const process = index.get('BusinessProcess', `${objectName}.${wordOf(content, 'businessProcess') ?? ''}`);
  const staged = { Opportunity: 'StageName', Lead: 'Status' }[objectName];
  if (process && staged) picklists[staged] = allowedValues(listOf(process.content, 'values'));
  for (const each of listOf(content, 'picklistValues')) {
    picklists[wordOf(each, 'picklist') ?? ''] = allowedValues(listOf(each, 'values'));
  }
  return picklists;
}

function allowedValues(values: readonly Content[]): { values: string[]; defaultValue?: string } {
  const name = (each: Content) => decodeValueName(wordOf(each, 'fullName') ?? '');
  const preset = values.find((each) => flagOf(each, 'default'));
  return { values: values.map(name), defaultValue: preset ? name(preset) : undefined };
}
