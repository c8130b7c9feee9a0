import type { ComponentIndex } from './component-index.ts';
import type { Content } from './content.ts';
import { flagOf, listOf, wordOf } from './content.ts';

export type Translated = Record<string, string>;

/** What the deployed translations say about one object, by language. */
export interface ObjectTranslations {
  readonly object?: Record<string, { label: string; plural: string }>;
  field(name: string): { label?: Translated; help?: Translated };
  /** Label of a picklist value → language → words. */
  values(fieldName: string): ReadonlyMap<string, Translated>;
  rule(name: string): Translated | undefined;
  recordType(name: string): Translated | undefined;
  readonly nameFieldLabel?: Translated;
}

export function objectTranslations(index: ComponentIndex, objectName: string): ObjectTranslations {
  const languages = languagesOf(index, objectName);
  return {
    object: objectNames(languages),
    field: (name) => ({
      label: gather(languages, 'fields', name, 'label'),
      help: gather(languages, 'fields', name, 'help'),
    }),
    values: (name) => valueWords(languages.map(([language, content]) => [language, named(content, 'fields', name)])),
    rule: (name) => gather(languages, 'validationRules', name, 'errorMessage'),
    recordType: (name) => gather(languages, 'recordTypes', name, 'label'),
    nameFieldLabel: some(languages.map(([language, content]) => [language, wordOf(content, 'nameFieldLabel')])),
  };
}

/** Translations of a standard or global value set: label → language → words. */
export function valueSetTranslations(
  index: ComponentIndex,
  type: string,
  setName: string,
): ReadonlyMap<string, Translated> {
  const words = new Map<string, Translated>();
  for (const component of index.all(type)) {
    const [name, language] = splitLanguage(component.fullName);
    if (name.toLowerCase() !== setName.toLowerCase()) continue;
    for (const each of listOf(component.content, 'valueTranslation')) addWord(words, language, each);
  }
  return words;
}

/** `Deal__c-zh_CN` → `Deal__c`, `zh_CN`. */
export function splitLanguage(fullName: string): [string, string] {
  const dash = fullName.lastIndexOf('-');
  return dash < 0 ? [fullName, ''] : [fullName.slice(0, dash), fullName.slice(dash + 1)];
}

type Languages = readonly (readonly [string, Content])[];

function languagesOf(index: ComponentIndex, objectName: string): Languages {
  return index.all('CustomObjectTranslation').flatMap((component) => {
    const [name, language] = splitLanguage(component.fullName);
    return name.toLowerCase() === objectName.toLowerCase() ? [[language, component.content] as const] : [];
  });
}

function objectNames(languages: Languages): Record<string, { label: string; plural: string }> | undefined {
  const names: Record<string, { label: string; plural: string }> = {};
  for (const [language, content] of languages) {
    const cases = listOf(content, 'caseValues');
    const single = cases.find((each) => !flagOf(each, 'plural'));
    const plural = cases.find((each) => flagOf(each, 'plural'));
    const label = wordOf(single, 'value') ?? wordOf(plural, 'value');
    if (label) names[language] = { label, plural: wordOf(plural, 'value') ?? label };
  }
  return Object.keys(names).length > 0 ? names : undefined;
}

const named = (content: Content, key: string, name: string): Content | undefined =>
  listOf(content, key).find((each) => wordOf(each, 'name')?.toLowerCase() === name.toLowerCase());

const gather = (languages: Languages, key: string, name: string, word: string): Translated | undefined =>
  some(languages.map(([language, content]) => [language, wordOf(named(content, key, name), word)]));

function some(pairs: readonly (readonly [string, string | undefined])[]): Translated | undefined {
  const found = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function valueWords(languages: readonly (readonly [string, Content | undefined])[]): ReadonlyMap<string, Translated> {
  const words = new Map<string, Translated>();
  for (const [language, content] of languages) {
    for (const each of listOf(content, 'picklistValues')) addWord(words, language, each);
  }
  return words;
}

function addWord(words: Map<string, Translated>, language: string, each: Content): void {
  const label = wordOf(each, 'masterLabel');
  const translation = wordOf(each, 'translation');
  if (!label || !translation) return;
  words.set(label, { ...words.get(label), [language]: translation });
}
