import type { ComponentIndex } from './component-index.ts';
import { childName } from './component-index.ts';
import type { Content } from './content.ts';
import { flagOf, listOf, numberOf, wordOf } from './content.ts';
import type { SummaryField, SummaryFilter } from './filter-model.ts';
import type { Component, Field, FieldType, Reference } from './model.ts';
import { lookupFilterOf } from './lookup-filter.ts';
import { whole } from './standard/field-table.ts';
import { customPicklist } from './picklist-values.ts';
import type { ObjectTranslations } from './translations.ts';

const plainTypes: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Hierarchy: 'reference',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  Url: 'url',
  EncryptedText: 'encryptedstring',
  Time: 'time',
  Location: 'location',
  MetadataRelationship: 'reference',
};

const fixedLengths: Readonly<Record<string, number>> = {
  AutoNumber: 30,
  TextArea: 255,
  Email: 80,
  Phone: 40,
  Url: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  Lookup: 18,
  MasterDetail: 18,
  Hierarchy: 18,
  MetadataRelationship: 18,
};

/** Finds the type of another field of the same deploy; roll-ups take theirs from the field they sum. */
export type FieldContent = (objectName: string, fieldName: string) => Content | undefined;

/** Field types that the schema can hold. */
export const isKnownFieldType = (type: string): boolean => type in plainTypes || type === 'Summary';

/** One deployed custom field as the engines see it; a geolocation is three. */
export function customFields(index: ComponentIndex, component: Component, translations: ObjectTranslations): Field[] {
  const field = customField(index, component, translations);
  return field.type === 'location' ? geolocation(field, component.content) : [field];
}

function geolocation(field: Field, content: Content): Field[] {
  const [latitude, longitude] = ['Latitude', 'Longitude'].map((part): Field => ({
    ...field,
    name: field.name.replace(/__c$/, `__${part}__s`),
    label: `${field.label} (${part})`,
    type: 'double',
    precision: (numberOf(content, 'scale') ?? 0) + 3,
    scale: numberOf(content, 'scale') ?? 0,
    compoundName: field.name,
    trackHistory: false,
  })) as [Field, Field];
  const compound = { latitude: latitude.name, longitude: longitude.name };
  const displayLocationInDecimal = flagOf(content, 'displayLocationInDecimal');
  return [{ ...field, ...whole, nillable: true, compound, displayLocationInDecimal }, latitude, longitude];
}

function customField(index: ComponentIndex, component: Component, translations: ObjectTranslations): Field {
  const { content } = component;
  const name = childName(component);
  const words = translations.field(name);
  const formula = wordOf(content, 'formula');
  const declared = wordOf(content, 'type') ?? 'Text';
  const master = declared === 'MasterDetail';
  const written = formula === undefined && declared !== 'Summary' && declared !== 'AutoNumber';
  const nillable = declared !== 'Checkbox' && !master && !flagOf(content, 'required');
  return {
    name,
    label: wordOf(content, 'label') ?? name.replace(/__c$/, '').replaceAll('_', ' '),
    translations: words.label,
    custom: true,
    ...valueShape(index, component, declared),
    nillable: formula === undefined ? nillable : declared !== 'Checkbox',
    createable: written,
    updateable: written && (!master || flagOf(content, 'reparentableMasterDetail')),
    defaultValue: wordOf(content, 'defaultValue'),
    unique: flagOf(content, 'unique')
      ? flagOf(content, 'caseSensitive')
        ? 'caseSensitive'
        : 'caseInsensitive'
      : undefined,
    externalId: flagOf(content, 'externalId'),
    nameField: false,
    formula: formula === undefined ? undefined : { source: formula, blanks: blanksOf(content) },
    autoNumber: declared === 'AutoNumber' ? autoNumberOf(content) : undefined,
    picklist:
      formula === undefined && declared.includes('icklist')
        ? customPicklist(index, content, translations.values(name))
        : undefined,
    reference: referenceOf(content, name, declared),
    summary: declared === 'Summary' ? summaryOf(content) : undefined,
    richText: declared === 'Html' ? true : undefined,
    trackHistory: flagOf(content, 'trackHistory'),
    inlineHelpText: wordOf(content, 'inlineHelpText'),
    helpTranslations: words.help,
    description: wordOf(content, 'description'),
    stored: formula === undefined,
    permissionable: !master && !(flagOf(content, 'required') && formula === undefined),
  };
}

type ValueShape = Pick<Field, 'type' | 'length' | 'precision' | 'scale'>;

function valueShape(index: ComponentIndex, component: Component, declared: string): ValueShape {
  const { content } = component;
  if (declared === 'Summary') return summaryShape(index, content);
  const type = plainTypes[declared] ?? 'anyType';
  const precision = numberOf(content, 'precision');
  const numeric = type === 'double' || type === 'currency' || type === 'percent';
  if (numeric) return { type, precision: precision ?? 18, scale: numberOf(content, 'scale') ?? 0 };
  if (wordOf(content, 'formula') !== undefined) return { type, length: type === 'string' ? 1300 : undefined };
  return { type, length: fixedLengths[declared] ?? numberOf(content, 'length') };
}

function summaryShape(index: ComponentIndex, content: Content): ValueShape {
  const [child = '', name = ''] = (wordOf(content, 'summarizedField') ?? '').split('.');
  const source = index.get('CustomField', `${child}.${name}`)?.content;
  // A roll-up of a roll-up has the type of what is summed at the bottom.
  if (source && wordOf(source, 'type') === 'Summary') return summaryShape(index, source);
  const type = plainTypes[wordOf(source, 'type') ?? ''];
  if (wordOf(content, 'summaryOperation') === 'count') return { type: 'double', precision: 18, scale: 0 };
  /** A grandparent may sum up what its child has summed up. */
  if (source && wordOf(source, 'type') === 'Summary') return summaryShape(index, source);
  if (!type) return { type: 'double', precision: 18, scale: 0 };
  if (type === 'date' || type === 'datetime') return { type };
  return { type, precision: 18, scale: numberOf(source, 'scale') ?? 0 };
}

const blanksOf = (content: Content) => (wordOf(content, 'formulaTreatBlanksAs') === 'BlankAsBlank' ? 'blank' : 'zero');

const autoNumberOf = (content: Content) => ({
  format: wordOf(content, 'displayFormat') ?? '{0}',
  startAt: numberOf(content, 'startingNumber') ?? 1,
});

function referenceOf(content: Content, name: string, declared: string): Reference | undefined {
  if (plainTypes[declared] !== 'reference') return undefined;
  const relationship = wordOf(content, 'relationshipName');
  const filter = lookupFilterOf(content);
  const plain = {
    ...(filter && { filter }),
    to: [wordOf(content, 'referenceTo') ?? (declared === 'Hierarchy' ? 'User' : '')],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: relationship ? `${relationship}__r` : undefined,
  };
  if (declared !== 'MasterDetail')
    return { ...plain, kind: declared === 'Hierarchy' ? 'Hierarchy' : 'Lookup', onDelete: onDelete(content) };
  const order = numberOf(content, 'relationshipOrder') ?? 0;
  const reparentable = flagOf(content, 'reparentableMasterDetail');
  const writeRequiresMasterRead = flagOf(content, 'writeRequiresMasterRead');
  return { ...plain, kind: 'MasterDetail', onDelete: 'Cascade', order, reparentable, writeRequiresMasterRead };
}

function onDelete(content: Content): Reference['onDelete'] {
  const constraint = wordOf(content, 'deleteConstraint');
  return constraint === 'Restrict' || constraint === 'Cascade' ? constraint : 'SetNull';
}

function summaryOf(content: Content): SummaryField {
  const [childObject = '', foreignKey = ''] = (wordOf(content, 'summaryForeignKey') ?? '').split('.');
  const summarized = wordOf(content, 'summarizedField')?.split('.')[1];
  return {
    operation: (wordOf(content, 'summaryOperation') ?? 'count') as SummaryField['operation'],
    childObject,
    foreignKey,
    summarizedField: summarized,
    filters: listOf(content, 'summaryFilterItems').map((item) => ({
      field: (wordOf(item, 'field') ?? '').split('.').at(-1) ?? '',
      operation: wordOf(item, 'operation') as SummaryFilter['operation'],
      value: wordOf(item, 'value') ?? '',
    })),
  };
}
