import type { Session } from '../../org.ts';
import type { Component } from '../../schema/model.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { resourceNotFound } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { translatedName } from './labels.ts';
import { contentList, flagOf, isContent, textList, textOf } from './metadata-content.ts';
import { type NavItem, navItem } from './nav-items.ts';
import { listParameter, onlyParameters } from './query-parameters.ts';

const BASE = '/services/data/:version/ui-api';

export const appRoutes: Route[] = [
  { method: 'GET', pattern: `${BASE}/apps`, feature: 'UI API: apps', handle: allApps },
  { method: 'GET', pattern: `${BASE}/apps/selected`, feature: 'UI API: the app last used', handle: selectedApp },
  { method: 'GET', pattern: `${BASE}/apps/:appId`, feature: 'UI API: an app', handle: oneApp },
  { method: 'GET', pattern: `${BASE}/nav-items`, feature: 'UI API: navigation items', handle: navItems },
];

const PARAMETERS = ['formFactor', 'userCustomizations'];

function allApps(request: ApiRequest): ApiResponse {
  onlyParameters(request, PARAMETERS);
  const apps = applications(request.session).map((component, index) => app(request.session, component, index === 0));
  return { status: 200, body: { apps, eTag: entityTag(apps) } };
}

function selectedApp(request: ApiRequest): ApiResponse {
  onlyParameters(request, PARAMETERS);
  const [first] = applications(request.session);
  if (first === undefined) throw resourceNotFound();
  return { status: 200, body: app(request.session, first, true) };
}

function oneApp(request: ApiRequest): ApiResponse {
  onlyParameters(request, PARAMETERS);
  const { appId = '' } = request.params;
  const all = applications(request.session);
  const index = all.findIndex(({ id, fullName }) => id.slice(0, 15) === appId.slice(0, 15) || fullName === appId);
  const found = all[index];
  if (found === undefined) throw resourceNotFound();
  return { status: 200, body: app(request.session, found, index === 0) };
}

function navItems(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['formFactor', 'navItemNames', 'page', 'pageSize']);
  const { session } = request;
  const asked = listParameter(request, 'navItemNames');
  const tabs =
    asked.length > 0 ? asked : [...new Set(applications(session).flatMap(({ content }) => textList(content, 'tabs')))];
  const items = itemsOf(session, tabs);
  return {
    status: 200,
    body: {
      currentPageUrl: `${request.urlBase}/ui-api/nav-items`,
      eTag: entityTag(items),
      navItems: items,
      nextPageUrl: null,
    },
  };
}

function itemsOf(session: Session, tabs: readonly string[]): NavItem[] {
  return tabs.map((tab) => navItem(session, tab)).filter((item) => item !== undefined);
}

/** Apps made for Lightning, by their label. */
function applications(session: Session): Component[] {
  return session.org
    .schema()
    .components('CustomApplication')
    .filter(({ content }) => textOf(content, 'uiType') === 'Lightning')
    .sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
}

function labelOf({ content, fullName }: Component): string {
  return textOf(content, 'label') ?? fullName;
}

function app(session: Session, component: Component, selected: boolean): Record<string, unknown> {
  const { content, fullName, id } = component;
  const items = itemsOf(session, textList(content, 'tabs'));
  const brand = isContent(content.brand) ? content.brand : contentList(content, 'brand')[0];
  const representation = {
    appId: id,
    description: textOf(content, 'description') ?? null,
    developerName: fullName,
    formFactors: textList(content, 'formFactors'),
    headerColor: textOf(brand, 'headerColor') ?? '#0070D2',
    iconUrl: null,
    isNavAutoTempTabsDisabled: flagOf(content, 'isNavAutoTempTabsDisabled'),
    isNavPersonalizationDisabled: flagOf(content, 'isNavPersonalizationDisabled'),
    isNavTabPersistenceDisabled: flagOf(content, 'isNavTabPersistenceDisabled'),
    label: translatedName(session, 'customApplications', fullName) ?? labelOf(component),
    logoUrl: null,
    mobileStartUrl: null,
    navItems: items,
    selected,
    startUrl: `/lightning/app/${id}`,
    type: textOf(content, 'navType') === 'Console' ? 'Console' : 'Standard',
    userNavItems: items,
  };
  return { ...representation, eTag: entityTag(representation) };
}
