import type { Session } from '../../org.ts';
import type { Field, PicklistValue, SObjectType } from '../../schema/model.ts';
import { contentList, textOf } from './metadata-content.ts';

/** The words of the schema in a user's language; where nothing was translated, the word of the source stands. */
export function objectLabel(type: SObjectType, language: string): string {
  return type.translations?.[language]?.label ?? type.label;
}

export function objectLabelPlural(type: SObjectType, language: string): string {
  return type.translations?.[language]?.plural ?? type.labelPlural;
}

export function fieldLabel(field: Field, language: string): string {
  return field.translations?.[language] ?? field.label;
}

/** What a form or a list calls the field. */
export function formLabel(field: Field, language: string): string {
  return field.formTranslations?.[language] ?? field.formLabel ?? fieldLabel(field, language);
}

export function valueLabel(value: PicklistValue, language: string): string {
  return value.translations?.[language] ?? value.label;
}

/** A stored value that is no longer in the list is shown as it is stored. */
export function picklistLabel(field: Field, stored: string, language: string): string {
  const value = field.picklist?.values.find((candidate) => candidate.value === stored);
  return value === undefined ? stored : valueLabel(value, language);
}

/** The deployed translation of an app or a tab; undefined where nobody translated it. */
export function translatedName(
  session: Session,
  kind: 'customApplications' | 'customTabs',
  fullName: string,
): string | undefined {
  const translations = session.org.schema().component('Translations', session.user.language)?.content;
  const entry =
    translations && contentList(translations, kind).find((candidate) => textOf(candidate, 'name') === fullName);
  return textOf(entry, 'label');
}
