import { childrenOf, findAll, textOf, textsOf } from './xml.ts';
import type { XmlNode } from './xml.ts';
import { listMetadata, readMetadata } from './connection.ts';
import type { Connection } from './connection.ts';

/** A page that an app puts in the place of an object's view or of its home. */
export interface ActionOverride {
  /** Object name, or `standard-home`. */
  readonly object: string;
  readonly page: string;
  readonly profile: string | undefined;
  readonly recordType: string | undefined;
}

export interface AppDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly headerColor: string | undefined;
  readonly tabs: readonly string[];
  readonly overrides: readonly ActionOverride[];
}

export interface TabDefinition {
  readonly name: string;
  readonly label: string;
  readonly icon: string | undefined;
  readonly kind: 'object' | 'page' | 'component' | 'unsupported';
  /** FlexiPage or LWC name. */
  readonly target: string;
}

/** What is deployed and matters to the frame: apps, tabs, pages, words. */
export interface Deployed {
  readonly apps: readonly AppDefinition[];
  readonly tabs: ReadonlyMap<string, TabDefinition>;
  readonly pages: ReadonlyMap<string, XmlNode>;
  readonly labels: Readonly<Record<string, string>>;
  /** By language. */
  readonly translations: ReadonlyMap<string, XmlNode>;
  readonly paths: readonly XmlNode[];
}

export async function readDeployed(connection: Connection): Promise<Deployed> {
  const read = async (type: string): Promise<XmlNode[]> =>
    readMetadata(connection, type, await listMetadata(connection, type));
  const [apps, tabs, pages, labels, translations, paths] = await Promise.all([
    listMetadata(connection, 'CustomApplication').then((names) =>
      readMetadata(
        connection,
        'CustomApplication',
        names.filter((name) => !name.startsWith('standard__')),
      ),
    ),
    read('CustomTab'),
    read('FlexiPage'),
    readMetadata(connection, 'CustomLabels', ['CustomLabels']),
    read('Translations'),
    read('PathAssistant'),
  ]);
  return {
    apps: apps.map(appOf),
    tabs: new Map(tabs.map((node) => [textOf(node, 'fullName') as string, tabOf(node)])),
    pages: new Map(pages.map((node) => [textOf(node, 'fullName') as string, node])),
    labels: Object.fromEntries(
      labels
        .flatMap((node) => childrenOf(node, 'labels'))
        .map((node) => [textOf(node, 'fullName'), textOf(node, 'value')]),
    ) as Record<string, string>,
    translations: new Map(translations.map((node) => [textOf(node, 'fullName') as string, node])),
    paths,
  };
}

function appOf(node: XmlNode): AppDefinition {
  const name = textOf(node, 'fullName') as string;
  const overrides = [...childrenOf(node, 'actionOverrides'), ...childrenOf(node, 'profileActionOverrides')];
  return {
    name,
    label: textOf(node, 'label') ?? name,
    description: textOf(node, 'description') ?? '',
    headerColor: findAll(node, 'headerColor')[0]?.text.trim(),
    tabs: textsOf(node, 'tabs'),
    overrides: overrides
      .filter((one) => ['View', 'Tab'].includes(textOf(one, 'actionName') ?? ''))
      .filter((one) => textOf(one, 'type') === 'Flexipage' && (textOf(one, 'formFactor') ?? 'Large') === 'Large')
      .map((one) => ({
        object: textOf(one, 'pageOrSobjectType') ?? '',
        page: textOf(one, 'content') ?? '',
        profile: textOf(one, 'profile'),
        recordType: textOf(one, 'recordType')?.split('.').at(-1),
      })),
  };
}

function tabOf(node: XmlNode): TabDefinition {
  const name = textOf(node, 'fullName') as string;
  const motif = /^(Custom\d+)/.exec(textOf(node, 'motif') ?? '')?.[1];
  const icon = motif === undefined ? undefined : `custom:${motif.toLowerCase()}`;
  const base = { name, label: textOf(node, 'label') ?? name, icon };
  if (textOf(node, 'customObject') === 'true') return { ...base, kind: 'object', target: name };
  const page = textOf(node, 'flexiPage');
  if (page !== undefined) return { ...base, kind: 'page', target: page };
  const component = textOf(node, 'lwcComponent');
  if (component !== undefined) return { ...base, kind: 'component', target: component };
  return { ...base, kind: 'unsupported', target: name };
}
