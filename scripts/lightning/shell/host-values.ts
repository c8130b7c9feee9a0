/** What the host wrote into the page before the first module ran. */
export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly url: string;
  readonly object?: string;
}

export interface AppNavigation {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly headerColor?: string;
  readonly items: readonly NavigationItem[];
}

export interface ComponentProperties {
  readonly properties: Readonly<Record<string, { readonly type: string; readonly default?: string }>>;
}

export interface HostValues {
  readonly apiVersion: string;
  readonly user: {
    readonly Id: string;
    readonly Name: string;
    readonly Username: string;
    readonly LanguageLocaleKey: string;
  };
  readonly permissions: { readonly customPermission: readonly string[] };
  readonly apps: readonly AppNavigation[];
  readonly objects: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly labelPlural: string;
        readonly createable: boolean;
        readonly keyPrefix: string | null;
      }
    >
  >;
  readonly components: Readonly<Record<string, ComponentProperties>>;
}

export const hostValues = (globalThis as unknown as { lightningHost: HostValues }).lightningHost;

/** Icon of an object: its tab's, else the design system's own of that name. */
export function objectIcon(object: string): string {
  const items = hostValues.apps.flatMap((app) => app.items);
  const tab = items.find((item) => item.object === object);
  if (tab !== undefined) return tab.icon;
  return object.endsWith('__c') ? 'standard:custom' : `standard:${object.toLowerCase()}`;
}
