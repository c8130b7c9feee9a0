import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { pageWord } from '../../schema/standard/languages/translated.ts';
import { isReadable } from './access-errors.ts';
import { objectLabel, objectLabelPlural, translatedName } from './labels.ts';
import { hidesTab } from './hidden-tabs.ts';
import { flagOf, textOf } from './metadata-content.ts';

export type NavItem = Readonly<Record<string, unknown>>;

/** The navigation item behind a tab name of a CustomApplication; undefined when the user may not see what it shows. */
export function navItem(session: Session, tab: string): NavItem | undefined {
  if (hidesTab(session, tab)) return undefined;
  const schema = session.org.schema();
  if (tab === 'standard-home') return namedPage('standard-home', pageWord('Home', session.user.language), 'home');
  if (tab.startsWith('standard-')) return ofObject(session, tab, schema.object(tab.slice('standard-'.length)));
  const content = schema.component('CustomTab', tab)?.content;
  if (content === undefined || flagOf(content, 'customObject')) return ofObject(session, tab, schema.object(tab));
  return customTab(tab, translatedName(session, 'customTabs', tab) ?? textOf(content, 'label') ?? tab);
}

function ofObject(session: Session, developerName: string, type: SObjectType | undefined): NavItem | undefined {
  if (type === undefined || !isReadable(session, type)) return undefined;
  const { language } = session.user;
  return {
    ...item(developerName, objectLabelPlural(type, language)),
    custom: type.custom,
    itemType: 'Entity',
    objectApiName: type.name,
    objectLabel: objectLabel(type, language),
    objectLabelPlural: objectLabelPlural(type, language),
    pageReference: {
      attributes: { objectApiName: type.name, actionName: 'home' },
      state: {},
      type: 'standard__objectPage',
    },
    standardType: null,
  };
}

function namedPage(developerName: string, label: string, pageName: string, standardType = 'Home'): NavItem {
  return {
    ...item(developerName, label),
    custom: false,
    itemType: 'Standard',
    objectApiName: standardType,
    objectLabel: null,
    objectLabelPlural: null,
    pageReference: { attributes: { pageName }, state: {}, type: 'standard__namedPage' },
    standardType,
  };
}

function customTab(apiName: string, label: string): NavItem {
  return {
    ...item(apiName, label),
    custom: true,
    itemType: 'CustomTab',
    objectApiName: null,
    objectLabel: null,
    objectLabelPlural: null,
    pageReference: { attributes: { apiName }, state: {}, type: 'standard__navItemPage' },
    standardType: null,
  };
}

function item(developerName: string, label: string): NavItem {
  return {
    availableInClassic: false,
    availableInLightning: true,
    color: null,
    content: null,
    developerName,
    iconUrl: null,
    id: null,
    label,
  };
}
