import type { Field, SObjectType } from '../../schema/model.ts';

/** The object's one name field (`Name`, `CaseNumber`), whichever fields a person types it into. */
export function nameFieldOf(type: SObjectType): Field | undefined {
  return type.fields.find((field) => field.nameField) ?? type.field('Name');
}

/** People's names are typed into two fields, every other name into one. */
export function nameFields(type: SObjectType): string[] {
  if (isPersonName(type)) return ['FirstName', 'LastName'];
  const name = nameFieldOf(type);
  return name === undefined ? [] : [name.name];
}

export function isPersonName(type: SObjectType): boolean {
  return type.field('FirstName') !== undefined && type.field('LastName') !== undefined;
}
