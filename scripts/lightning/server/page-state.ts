import { API_VERSION, getJson, query } from '../org/connection.ts';
import type { Connection } from '../org/connection.ts';
import type { Deployed } from '../org/deployed.ts';
import { navigationOf, visibleTabs } from '../org/navigation.ts';
import type { AppNavigation, ObjectNames } from '../org/navigation.ts';
import { childrenOf, textOf } from '../org/xml.ts';
import { baseLabels } from './base-labels.ts';
import type { HostSession, SignedInUser } from './host-sessions.ts';
import { localeFacts } from './locale-facts.ts';

/** Everything that a page knows before its first module runs: `globalThis.lightningHost`. */
export interface PageState {
  readonly apiVersion: string;
  readonly user: SignedInUser;
  readonly i18n: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly baseLabels: Readonly<Record<string, string>>;
  readonly permissions: { readonly customPermission: readonly string[]; readonly userPermission: readonly string[] };
  readonly apps: readonly AppNavigation[];
  readonly objects: ObjectNames;
}

export async function pageState(admin: Connection, session: HostSession, deployed: Deployed): Promise<PageState> {
  const { user } = session;
  const [objects, visible, customPermission, currency] = await Promise.all([
    objectNames(session.connection),
    visibleTabs(session.connection, deployed),
    customPermissionsOf(admin, user.Id),
    companyCurrency(admin),
  ]);
  const language = user.LanguageLocaleKey;
  return {
    apiVersion: API_VERSION,
    user,
    i18n: localeFacts({ language, locale: user.LocaleSidKey, timeZone: user.TimeZoneSidKey, currency }),
    labels: { ...deployed.labels, ...translatedLabels(deployed, language) },
    baseLabels: baseLabels(language),
    permissions: { customPermission, userPermission: [] },
    apps: navigationOf(deployed, { objects, language, visible }),
    objects,
  };
}

async function objectNames(connection: Connection): Promise<ObjectNames> {
  type Described = {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string | null;
    custom: boolean;
    createable: boolean;
  };
  const { sobjects } = await getJson<{ sobjects: Described[] }>(connection, `/services/data/v${API_VERSION}/sobjects`);
  return Object.fromEntries(
    sobjects.map(({ name, label, labelPlural, keyPrefix, createable }) => [
      name,
      { label, labelPlural, keyPrefix, createable },
    ]),
  );
}

/** The platform tells a component's permissions in system context, so this asks as the administrator. */
async function customPermissionsOf(admin: Connection, userId: string): Promise<string[]> {
  const [granted, all] = await Promise.all([
    query<{ SetupEntityId: string }>(
      admin,
      "SELECT SetupEntityId FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' AND ParentId IN " +
        `(SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${userId}')`,
    ),
    query<{ Id: string; DeveloperName: string }>(admin, 'SELECT Id, DeveloperName FROM CustomPermission'),
  ]);
  const ids = new Set(granted.map(({ SetupEntityId }) => SetupEntityId));
  return all.filter(({ Id }) => ids.has(Id)).map(({ DeveloperName }) => DeveloperName);
}

async function companyCurrency(admin: Connection): Promise<string> {
  const { organization_id } = await getJson<{ organization_id: string }>(admin, '/services/oauth2/userinfo');
  const path = `/services/data/v${API_VERSION}/sobjects/Organization/${organization_id}`;
  const organization = await getJson<{ DefaultCurrencyIsoCode?: string; LanguageLocaleKey?: string }>(admin, path);
  return organization.DefaultCurrencyIsoCode ?? (organization.LanguageLocaleKey?.startsWith('zh') ? 'CNY' : 'USD');
}

function translatedLabels({ translations }: Deployed, language: string): Record<string, string> {
  const node = translations.get(language);
  if (node === undefined) return {};
  return Object.fromEntries(
    childrenOf(node, 'customLabels').flatMap((one) => {
      const [name, label] = [textOf(one, 'name'), textOf(one, 'label')];
      return name !== undefined && label !== undefined && label !== '' ? [[name, label]] : [];
    }),
  );
}
