import type { Session } from '../org.ts';
import { describePicklist } from './describe-picklist.ts';
import type { Field, FieldType, SObjectType } from './model.ts';

const soapTypes: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location',
  anyType: 'xsd:anyType',
};

const numeric = new Set<FieldType>(['double', 'currency', 'percent']);
const ungroupable = new Set<FieldType>([
  'textarea',
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'multipicklist',
  'base64',
  'encryptedstring',
  'address',
  'location',
]);

/** One field as the describe call shows it to this user, in the user's language. */
export function describeField(session: Session, type: SObjectType, field: Field): Record<string, unknown> {
  const { language } = session.user;
  const long = field.type === 'textarea' && (field.length ?? 0) > 255;
  const editable = session.access.canEditField(type, field.name);
  const { reference } = field;
  const length = isText(field.type) ? (field.length ?? 0) : 0;
  return {
    aggregatable: !long && field.type !== 'boolean',
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: length * 3,
    calculated: isCalculated(field),
    calculatedFormula: field.custom ? (field.formula?.source ?? null) : null,
    cascadeDelete: reference?.onDelete === 'Cascade',
    caseSensitive: field.unique === 'caseSensitive',
    compoundFieldName: field.compoundName ?? null,
    controllerName: field.picklist?.controllingField ?? null,
    createable: field.createable && editable,
    custom: field.custom,
    ...defaults(field),
    dependentPicklist: field.picklist?.controllingField !== undefined,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? (field.precision ?? 8) : 0,
    displayLocationInDecimal: field.displayLocationInDecimal ?? false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(field),
    filterable: !long && field.type !== 'encryptedstring',
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.formula?.blanks === 'zero' && field.custom,
    groupable: field.formula === undefined && field.summary === undefined && !ungroupable.has(field.type),
    highScaleNumber: false,
    htmlFormatted: field.richText === true,
    idLookup:
      field.externalId ||
      field.unique !== undefined ||
      field.type === 'id' ||
      (field.nameField && field.type === 'string'),
    inlineHelpText: field.helpTranslations?.[language] ?? field.inlineHelpText ?? null,
    label: field.translations?.[language] ?? field.label,
    length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: (reference?.to.length ?? 0) > 1,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: describePicklist(type, field, language),
    polymorphicForeignKey: (reference?.to.length ?? 0) > 1,
    precision: numeric.has(field.type) ? (field.precision ?? 0) : 0,
    queryByDistance: field.compound !== undefined,
    referenceTargetField: null,
    referenceTo: reference?.to ?? [],
    relationshipName: reference?.relationshipName ?? null,
    relationshipOrder: reference?.kind === 'MasterDetail' ? (reference.order ?? 0) : null,
    restrictedDelete: reference?.onDelete === 'Restrict',
    restrictedPicklist: field.picklist?.restricted ?? false,
    scale: numeric.has(field.type) ? (field.scale ?? 0) : 0,
    searchPrefilterable: field.type === 'reference',
    soapType: soapTypes[field.type] ?? 'xsd:string',
    sortable: !long && field.type !== 'encryptedstring' && field.type !== 'multipicklist' && !field.compound,
    type: field.type,
    unique: field.unique !== undefined,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: reference?.writeRequiresMasterRead ?? false,
  };
}

/** Built-in fields that are worked out here are stored on the platform, but for the expected revenue. */
const isCalculated = (field: Field): boolean =>
  (field.custom && field.formula !== undefined) || field.summary !== undefined;

const isText = (type: FieldType): boolean => !(type in soapTypes) || type === 'id' || type === 'reference';

function defaults(field: Field): Record<string, unknown> {
  const isFlag = field.type === 'boolean';
  return {
    defaultValue: isFlag ? field.defaultValue === 'true' : null,
    defaultValueFormula: !isFlag && field.custom ? (field.defaultValue ?? null) : null,
    defaultedOnCreate: isFlag || field.name === 'OwnerId' || isSystem(field.name) || hasDefaultValue(field),
  };
}

const hasDefaultValue = (field: Field): boolean => field.picklist?.values.some((value) => value.isDefault) ?? false;
const isSystem = (name: string): boolean =>
  /^(Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp)$/.test(name);

function extraTypeInfo(field: Field): string | null {
  if (field.type !== 'textarea') return null;
  return field.richText ? 'richtextarea' : 'plaintextarea';
}
