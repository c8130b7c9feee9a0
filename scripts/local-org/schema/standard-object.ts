import type { ComponentIndex } from './component-index.ts';
import { childName } from './component-index.ts';
import { flagOf, wordOf } from './content.ts';
import { customFields } from './custom-field.ts';
import { recordTypeField, recordTypes, validationRules } from './custom-object.ts';
import { lookupFilterOf } from './lookup-filter.ts';
import type { Field, SObjectType } from './model.ts';
import { objectType } from './object-type.ts';
import { standardValues, translateValues } from './picklist-values.ts';
import type { StandardObject } from './standard/object-table.ts';
import { standardValueSetOf } from './standard/standard-value-sets.ts';
import type { ObjectTranslations } from './translations.ts';
import { objectTranslations } from './translations.ts';

/** A built-in object with what was deployed onto it. */
export function standardObject(index: ComponentIndex, base: StandardObject): SObjectType {
  const translations = objectTranslations(index, base.name);
  const deployed = index.childrenOf('CustomField', base.name);
  const custom = deployed
    .filter((each) => each.fullName.endsWith('__c'))
    .flatMap((each) => customFields(index, each, translations));
  const types = recordTypes(index, base.name, translations);
  const content = index.get('CustomObject', base.name)?.content;
  const builtIn = base.fields.map((field) =>
    overridden(index, base.name, valued(index, base.name, field), translations),
  );
  return objectType({
    name: base.name,
    label: base.label,
    labelPlural: base.plural,
    translations: { ...base.translations, ...translations.object },
    keyPrefix: base.prefix,
    custom: false,
    kind: base.kind ?? 'data',
    tooling: base.tooling,
    createable: base.can.includes('C'),
    updateable: base.can.includes('U'),
    deletable: base.can.includes('D'),
    queryable: base.can.includes('Q'),
    fields: [...builtIn, ...(types.length > 0 ? [recordTypeField] : []), ...custom],
    validationRules: validationRules(index, base.name, translations),
    recordTypes: types,
    sharingModel: (wordOf(content, 'sharingModel') as SObjectType['sharingModel'] | undefined) ?? base.sharing,
    grantAccessUsingHierarchies: true,
    description: wordOf(content, 'description'),
  });
}

/** Shows the values of its standard value set, deployed or built in. */
function valued(index: ComponentIndex, objectName: string, field: Field): Field {
  const set = standardValueSetOf(objectName, field.name);
  if (!set || !field.picklist) return field;
  const values = standardValues(index, set) ?? translateValues(index, set, field.picklist.values);
  return { ...field, picklist: { ...field.picklist, values } };
}

/** A deploy may switch on history, help, translations and a lookup filter of a standard field; nothing else of it. */
function overridden(index: ComponentIndex, objectName: string, field: Field, translations: ObjectTranslations): Field {
  const content = index.childrenOf('CustomField', objectName).find((each) => childName(each) === field.name)?.content;
  const words = translations.field(field.name);
  if (!content && !words.label) return field;
  const filter = content && lookupFilterOf(content);
  return {
    ...field,
    ...(filter && field.reference && { reference: { ...field.reference, filter } }),
    translations: { ...field.translations, ...words.label },
    formTranslations: { ...field.formTranslations, ...words.label },
    trackHistory: content ? flagOf(content, 'trackHistory') : field.trackHistory,
    inlineHelpText: wordOf(content, 'inlineHelpText'),
    helpTranslations: words.help,
    description: wordOf(content, 'description'),
  };
}
