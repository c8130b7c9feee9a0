import { API_VERSION, getJson } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Deployed } from './deployed.ts';
import { childrenOf, textOf } from './xml.ts';

export type ObjectNames = Readonly<
  Record<
    string,
    {
      readonly label: string;
      readonly labelPlural: string;
      readonly keyPrefix: string | null;
      readonly createable: boolean;
    }
  >
>;

export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly url: string;
  /** Object of an object tab. */
  readonly object?: string;
}

export interface AppNavigation {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly headerColor?: string;
  readonly items: readonly NavigationItem[];
}

const STANDARD_TABS = [
  'standard-home',
  'standard-Account',
  'standard-Contact',
  'standard-Opportunity',
  'standard-Task',
];

/** The tabs that the org shows to the user: by profile and permission sets, and none of an object that is away. */
export async function visibleTabs(connection: Connection, deployed: Deployed): Promise<ReadonlySet<string>> {
  const names = new Set([...deployed.apps.flatMap(({ tabs }) => tabs), ...STANDARD_TABS]);
  type Page = { navItems: { developerName: string }[] };
  const path = `/services/data/v${API_VERSION}/ui-api/nav-items?formFactor=Large&pageSize=100`;
  const { navItems } = await getJson<Page>(connection, `${path}&navItemNames=${[...names].join(',')}`);
  return new Set(navItems.map(({ developerName }) => developerName));
}

export interface NavigationReader {
  readonly objects: ObjectNames;
  readonly language: string;
  readonly visible: ReadonlySet<string>;
}

/** Every app of the org with the tabs that this user may see, in the user's language. */
export function navigationOf(deployed: Deployed, { objects, language, visible }: NavigationReader): AppNavigation[] {
  const words = translatedNames(deployed, language);
  const itemOf = (tab: string): NavigationItem[] =>
    visible.has(tab) ? navigationItem(tab, deployed, objects, words, language) : [];
  const apps = deployed.apps.map((app) => ({
    name: app.name,
    label: words.get(`app ${app.name}`) ?? app.label,
    description: app.description,
    ...(app.headerColor === undefined ? {} : { headerColor: app.headerColor }),
    items: app.tabs.flatMap(itemOf),
  }));
  const standard = { name: 'standard__Sales', label: isChinese(language) ? '销售' : 'Sales', description: '' };
  return [...apps, { ...standard, items: STANDARD_TABS.flatMap(itemOf) }];
}

const isChinese = (language: string): boolean => language.startsWith('zh');

function navigationItem(
  tab: string,
  deployed: Deployed,
  objects: ObjectNames,
  words: ReadonlyMap<string, string>,
  language: string,
): NavigationItem[] {
  if (tab === 'standard-home') {
    const label = isChinese(language) ? '主页' : 'Home';
    return [{ name: tab, label, icon: 'standard:home', url: '/lightning/page/home' }];
  }
  const definition = deployed.tabs.get(tab);
  const object = tab.startsWith('standard-') ? tab.slice('standard-'.length) : tab;
  if (definition === undefined || definition.kind === 'object') {
    const names = objects[object];
    if (names === undefined) return [];
    const icon = definition?.icon ?? `standard:${object.toLowerCase()}`;
    return [{ name: tab, label: names.labelPlural, icon, url: `/lightning/o/${object}/list`, object }];
  }
  const label = words.get(`tab ${tab}`) ?? definition.label;
  return [{ name: tab, label, icon: definition.icon ?? 'standard:default', url: `/lightning/n/${tab}` }];
}

function translatedNames({ translations }: Deployed, language: string): Map<string, string> {
  const node = translations.get(language);
  const names = new Map<string, string>();
  if (node === undefined) return names;
  for (const [element, kind] of [
    ['customApplications', 'app'],
    ['customTabs', 'tab'],
  ] as const) {
    for (const one of childrenOf(node, element)) {
      const label = textOf(one, 'label');
      if (label !== undefined && label !== '') names.set(`${kind} ${textOf(one, 'name')}`, label);
    }
  }
  return names;
}
