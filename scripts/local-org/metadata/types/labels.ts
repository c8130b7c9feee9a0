import type {
  CustomLabel,
  CustomObjectTranslation,
  LayoutTranslation,
  StandardValueSetTranslation,
  Translations,
} from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { listOf, wordOf } from '../../schema/content.ts';
import { standardValueSets } from '../../schema/standard/standard-value-sets.ts';
import { splitLanguage } from '../../schema/translations.ts';
import { checkName, limitText, requireComponent } from './common-checks.ts';
import { componentIn, type Rule, type RuleContext } from './rule.ts';
import { unmodelledField, unmodelledObject } from './unmodelled.ts';

/** Fully supported, end-user and platform-only languages, the last also as a country's own. */
const languages = new Set(
  (
    'en_US zh_CN zh_TW ja ko de fr es es_MX it nl_NL sv da fi no pt_BR ru th ' +
    'ar bg hr cs en_GB el iw hu in pl pt_PT ro sk sl tr uk vi ' +
    'sq hy eu bs my ca zh_SG zh_HK zh_MY ka iw gu hi is ga ji kn km kk lo lv lt lb mk ms ml mt mi mr pa ' +
    'fa ro_MD rm sr sh so sw tl ta te ur cy xh zu af am bn kl haw ht hmn rw sm sr_BA tl ' +
    'en_AU en_CA en_HK en_IN en_IE en_IL en_MY en_NZ en_PH en_SG en_ZA en_AE en_BE en_CY en_DE en_IT en_MT en_NL ' +
    'es_AR es_BO es_CL es_CO es_CR es_DO es_EC es_SV es_GT es_HN es_NI es_PA es_PY es_PE es_PR es_US es_UY es_VE ' +
    'fr_BE fr_CA fr_LU fr_CH fr_MA de_AT de_BE de_CH de_LU it_CH nl_BE el_CY ru_AM ru_BY ru_KZ ru_KG ru_LT ru_MD ' +
    'ru_PL ru_UA ar_DZ ar_BH ar_EG ar_IQ ar_JO ar_KW ar_LB ar_LY ar_MA ar_OM ar_QA ar_SA ar_SD ar_SY ar_TN ar_AE ar_YE'
  ).split(' '),
);

export const customLabel: Rule<CustomLabel> = (label, context) => {
  checkName(context, context.fullName, 80, 'Name');
  limitText(context, label, 'value', 1000, 'Value');
  limitText(context, label, 'shortDescription', 80, 'Short Description');
  if (!languages.has(label.language)) context.report(`Unknown language: ${label.language}`, label, 'language');
};

/** Translations that pages show here; the others belong to types that are not supported. */
const translated = new Set(['customApplications', 'customLabels', 'customTabs', 'quickActions', 'flowDefinitions']);

export const translations: Rule<Translations> = (content, context) => {
  checkLanguage(context.fullName, context);
  for (const [name, parts] of Object.entries(content)) {
    if (!Array.isArray(parts) || parts.length === 0 || translated.has(name)) continue;
    context.report(new NotSupportedError(`Translations ${name}`).message, content, name);
  }
  for (const each of content.customLabels) {
    requireComponent(context, 'CustomLabel', each.name, each, 'name');
  }
  for (const each of content.customApplications) requireStandardOr(context, 'CustomApplication', each.name, each);
  for (const each of content.customTabs) requireComponent(context, 'CustomTab', each.name, each, 'name');
};

function requireStandardOr(context: RuleContext, type: string, name: string, at: object): void {
  if (!name.startsWith('standard__')) requireComponent(context, type, name, at, 'name');
}

function checkLanguage(language: string, context: RuleContext): void {
  if (!languages.has(language)) context.report(`Unknown language: ${language}`);
}

export const customObjectTranslation: Rule<CustomObjectTranslation> = (content, context) => {
  const [objectName, language] = splitLanguage(context.fullName);
  checkLanguage(language, context);
  const type = context.schema.object(objectName);
  if (!type)
    return context.report(
      unmodelledObject(objectName) ?? `Entity of type 'CustomObject' named '${objectName}' cannot be found`,
    );
  for (const each of content.fields) {
    const field = type.field(each.name) ?? type.field(`${each.name}Id`);
    if (!field) {
      const message =
        unmodelledField(type, each.name) ?? `In field: name - no CustomField named ${type.name}.${each.name} found`;
      context.report(message, each, 'name');
      continue;
    }
    limitText(context, each, 'help', 510, 'Help Text');
    const labels = new Set(field.picklist?.values.map((value) => value.label));
    for (const value of each.picklistValues) {
      if (!labels.has(value.masterLabel))
        context.report(
          `Picklist value: ${value.masterLabel} in picklist: ${each.name} not found`,
          value,
          'masterLabel',
        );
    }
  }
  for (const each of content.validationRules) {
    requireComponent(context, 'ValidationRule', `${type.name}.${each.name}`, each, 'name');
    limitText(context, each, 'errorMessage', 255, 'Error Message');
  }
  for (const each of content.recordTypes)
    requireComponent(context, 'RecordType', `${type.name}.${each.name}`, each, 'name');
  for (const each of content.quickActions)
    requireComponent(context, 'QuickAction', `${type.name}.${each.name}`, each, 'name');
  for (const each of content.layouts) requireSections(context, type.name, each);
};

/** A translated heading names its layout without the object, and the section by the heading in the layout's own language. */
function requireSections(context: RuleContext, object: string, translation: LayoutTranslation): void {
  const { layout: name, layoutType } = translation;
  if (layoutType)
    context.report(new NotSupportedError('LayoutTranslation layoutType').message, translation, 'layoutType');
  const fullName = `${object}-${name}`;
  const layout = componentIn(context, 'Layout', fullName);
  if (!layout) return requireComponent(context, 'Layout', fullName, translation, 'layout');
  const sections = listOf(layout.content, 'layoutSections').map((section) => wordOf(section, 'label'));
  for (const each of translation.sections) {
    if (!sections.includes(each.section))
      context.report(`In field: section - no LayoutSection named ${name}.${each.section} found`, each, 'section');
  }
}

export const standardValueSetTranslation: Rule<StandardValueSetTranslation> = (_, context) => {
  const [name, language] = splitLanguage(context.fullName);
  checkLanguage(language, context);
  if (!(name in standardValueSets)) context.report(new NotSupportedError(`StandardValueSet ${name}`).message);
};

export const globalValueSetTranslation: Rule = (_, context) => {
  const [name, language] = splitLanguage(context.fullName);
  checkLanguage(language, context);
  requireComponent(context, 'GlobalValueSet', name, {}, 'fullName');
};
