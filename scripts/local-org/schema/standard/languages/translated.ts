import type { Field, PicklistValue } from '../../model.ts';
import { formLabelOf } from '../form-labels.ts';
import type { StandardObject } from '../object-table.ts';
import type { LanguageWords } from './words.ts';
import { simplifiedChinese } from './zh-cn.ts';

type Translated = Readonly<Record<string, string>>;

/** The languages that the platform's own words are here in, besides English; other users see English, as is said in the README. */
const languages: Readonly<Record<string, LanguageWords>> = { zh_CN: simplifiedChinese };

/** A built-in object with its name, fields and values in every language. */
export function translatedObject(base: StandardObject): StandardObject {
  const names = Object.entries(languages).flatMap(([language, { objects }]) => {
    const label = objects.get(base.name);
    return label === undefined ? [] : [[language, { label, plural: label }] as const];
  });
  const { name, label } = base;
  const fields = base.fields.map((field) => translatedField({ name, label }, field));
  return { ...base, translations: Object.fromEntries(names), fields };
}

/** A built-in field of an object, custom ones included: what describe calls it, and what forms and lists do. */
export function translatedField(object: { readonly name: string; readonly label: string }, field: Field): Field {
  const formLabel = formLabelOf(object, field);
  const owned = `${object.name}.${field.name}`;
  const { picklist } = field;
  return {
    ...field,
    translations: field.translations ?? inEach((words) => fieldWord(words, field.label, owned)),
    ...(formLabel === undefined
      ? {}
      : { formLabel, formTranslations: inEach((words) => fieldWord(words, formLabel, '')) }),
    ...(picklist === undefined ? {} : { picklist: { ...picklist, values: picklist.values.map(translatedValue) } }),
  };
}

export function translatedValue(value: PicklistValue): PicklistValue {
  const own = inEach((words) => words.values.get(value.label));
  return own === undefined ? value : { ...value, translations: { ...own, ...value.translations } };
}

/** A word of the platform's pages; `{0}` takes the object's label. */
export function pageWord(text: string, language: string, label = ''): string {
  return (languages[language]?.pages.get(text) ?? text).replace('{0}', label);
}

/** `Account ID` is made of Account. */
function fieldWord(words: LanguageWords, label: string, owned: string): string | undefined {
  const found = words.fields.get(owned) ?? words.fields.get(label);
  if (found !== undefined || !label.endsWith(' ID')) return found;
  const stem = words.fields.get(label.slice(0, -' ID'.length));
  return stem && `${stem} ID`;
}

function inEach(wordOf: (words: LanguageWords) => string | undefined): Translated | undefined {
  const found = Object.entries(languages).flatMap(([language, words]) => {
    const word = wordOf(words);
    return word === undefined ? [] : [[language, word] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
