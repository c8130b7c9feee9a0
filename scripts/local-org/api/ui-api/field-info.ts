import type { Session } from '../../org.ts';
import type { Field, FieldType, SObjectType } from '../../schema/model.ts';
import { fieldLabel } from './labels.ts';
import { isPersonName, nameFieldOf, nameFields } from './name-fields.ts';

export type FieldInfo = Readonly<Record<string, unknown>>;

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'String',
  reference: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  encryptedstring: 'EncryptedString',
  base64: 'Base64',
  address: 'Address',
  location: 'Location',
  anyType: 'Anytype',
};

export function dataTypeOf(field: Field): string {
  return DATA_TYPES[field.type];
}

/** One field of an Object Info. */
export function fieldInfo(session: Session, type: SObjectType, field: Field): FieldInfo {
  const rights = session.access.object(type);
  const mayEdit = session.access.canEditField(type, field.name);
  const controller = field.picklist?.controllingField ?? null;
  return {
    apiName: field.name,
    calculated: field.formula !== undefined || field.summary !== undefined || field.autoNumber !== undefined,
    compound: field.compound !== undefined || (field.nameField && isPersonName(type)),
    compoundComponentName: componentName(type, field),
    compoundFieldName:
      field.compoundName ?? (nameComponent(type, field) === null ? null : (nameFieldOf(type)?.name ?? null)),
    controllerName: controller,
    controllingFields: controller === null ? [] : [controller],
    createable: field.createable && rights.create && mayEdit,
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    extraTypeInfo: extraTypeInfo(type, field),
    filterable: isFilterable(field),
    filteredLookupInfo: filteredLookupInfo(field),
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.inlineHelpText ?? null,
    label: fieldLabel(field, session.user.language),
    length: field.length ?? (field.type === 'id' || field.type === 'reference' ? 18 : 0),
    nameField: field.nameField,
    polymorphicForeignKey: (field.reference?.to.length ?? 0) > 1,
    precision: field.precision ?? 0,
    reference: field.reference !== undefined,
    referenceTargetField: null,
    referenceToInfos: referenceToInfos(session, field),
    relationshipName: field.reference?.relationshipName ?? null,
    required: !field.nillable,
    scale: field.scale ?? 0,
    searchPrefilterable: field.reference !== undefined,
    sortable: isSortable(field),
    unique: field.unique !== undefined,
    updateable: field.updateable && rights.edit && mayEdit,
  };
}

/** Which fields of the record itself a lookup filter asks for. */
function filteredLookupInfo({ reference }: Field): object | null {
  const filter = reference?.filter;
  if (filter === undefined) return null;
  const names = filter.criteria.flatMap(({ field, valueField = '' }) => [field, valueField]);
  const own = names.filter((name) => name.startsWith('$Source.')).map((name) => name.split('.')[1] ?? '');
  return { controllingFields: [...new Set(own)], dependent: own.length > 0, optionalFilter: filter.optional };
}

/** Long text and encrypted fields can be neither compared nor sorted by. */
export function isFilterable(field: Field): boolean {
  return (
    !(field.type === 'textarea' && (field.length ?? 0) > 255) &&
    field.type !== 'encryptedstring' &&
    field.type !== 'base64'
  );
}

export function isSortable(field: Field): boolean {
  return isFilterable(field) && field.type !== 'multipicklist' && field.compound === undefined;
}

function extraTypeInfo(type: SObjectType, field: Field): string | null {
  if (field.nameField && isPersonName(type)) return 'PersonName';
  return field.type === 'textarea' ? 'PlainTextArea' : null;
}

/** `Street` of BillingStreet, `Latitude` of Place__Latitude__s. */
function componentName(type: SObjectType, field: Field): string | null {
  if (field.compoundName === undefined) return nameComponent(type, field);
  const shared = field.custom ? field.compoundName.length - 1 : field.compoundName.length - 'Address'.length;
  return field.name.slice(shared).replace(/__s$/, '');
}

function nameComponent(type: SObjectType, field: Field): string | null {
  const isPart =
    isPersonName(type) && ['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix'].includes(field.name);
  return isPart ? field.name : null;
}

function referenceToInfos(session: Session, field: Field): { apiName: string; nameFields: string[] }[] {
  return (field.reference?.to ?? []).flatMap((name) => {
    const target = session.org.schema().object(name);
    return target === undefined
      ? []
      : [
          {
            apiName: target.name,
            nameFields: [...new Set([...nameFields(target), nameFieldOf(target)?.name ?? 'Id'])],
          },
        ];
  });
}
