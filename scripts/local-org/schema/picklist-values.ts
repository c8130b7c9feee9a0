import type { ComponentIndex } from './component-index.ts';
import type { Content } from './content.ts';
import { flagOf, listOf, numberOf, partOf, wordOf, wordsOf } from './content.ts';
import type { Picklist, PicklistValue } from './model.ts';
import { forecastCategories } from './standard/opportunity.ts';
import { translatedValue } from './standard/languages/translated.ts';
import type { Translated } from './translations.ts';
import { valueSetTranslations } from './translations.ts';

/** The picklist of a custom field: its own values or a global set, with dependencies and translations. */
export function customPicklist(
  index: ComponentIndex,
  content: Content,
  translated: ReadonlyMap<string, Translated>,
): Picklist {
  const valueSet = partOf(content, 'valueSet');
  const globalName = wordOf(valueSet, 'valueSetName');
  const values = globalName
    ? globalValues(index, globalName)
    : listOf(partOf(valueSet, 'valueSetDefinition'), 'value').map((each) => picklistValue(each, translated));
  const controllingField = wordOf(valueSet, 'controllingField');
  const restricted = globalName !== undefined || flagOf(valueSet, 'restricted');
  if (!controllingField) return { restricted, values };
  return { restricted, controllingField, values: controlled(values, listOf(valueSet, 'valueSettings')) };
}

function globalValues(index: ComponentIndex, name: string): PicklistValue[] {
  const set = index.get('GlobalValueSet', name);
  const words = valueSetTranslations(index, 'GlobalValueSetTranslation', name);
  return listOf(set?.content, 'customValue').map((each) => picklistValue(each, words));
}

function controlled(values: readonly PicklistValue[], settings: readonly Content[]): PicklistValue[] {
  const allowed = new Map<string, readonly string[]>();
  for (const setting of settings) {
    const name = wordOf(setting, 'valueName') ?? '';
    allowed.set(name, [...(allowed.get(name) ?? []), ...wordsOf(setting, 'controllingFieldValue')]);
  }
  return values.map((each) => ({ ...each, controllingValues: allowed.get(each.value) ?? [] }));
}

/** The values of a deployed standard value set, stage meanings included. */
export function standardValues(index: ComponentIndex, setName: string): PicklistValue[] | undefined {
  const set = index.get('StandardValueSet', setName);
  if (!set) return undefined;
  const words = valueSetTranslations(index, 'StandardValueSetTranslation', setName);
  return listOf(set.content, 'standardValue').map((each) => ({
    ...translatedValue(picklistValue(each, words)),
    ...(setName === 'OpportunityStage' ? { stage: stageOf(each) } : {}),
  }));
}

/** Words of a standard value set that was never deployed but is translated. */
export function translateValues(
  index: ComponentIndex,
  setName: string,
  values: readonly PicklistValue[],
): PicklistValue[] {
  const words = valueSetTranslations(index, 'StandardValueSetTranslation', setName);
  return values.map((each) => ({ ...each, translations: { ...each.translations, ...words.get(each.label) } }));
}

function picklistValue(content: Content, words: ReadonlyMap<string, Translated>): PicklistValue {
  const value = wordOf(content, 'fullName') ?? '';
  const label = wordOf(content, 'label') ?? value;
  const active = content.isActive === undefined || flagOf(content, 'isActive');
  return { value, label, active, isDefault: flagOf(content, 'default'), translations: words.get(label) };
}

const categories = new Set(forecastCategories.split('|').map((word) => word.split('=')[0]));

function stageOf(content: Content): NonNullable<PicklistValue['stage']> {
  const won = flagOf(content, 'won');
  const category = wordOf(content, 'forecastCategory') ?? 'Pipeline';
  return {
    probability: numberOf(content, 'probability') ?? 0,
    closed: flagOf(content, 'closed') || won,
    won,
    forecastCategory: categories.has(category) ? category : 'Pipeline',
  };
}
