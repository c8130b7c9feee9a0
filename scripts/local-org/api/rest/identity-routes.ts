import type { Session } from '../../org.ts';
import { notFound } from '../error-body.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { identityUrl, organizationId } from './organization.ts';

export const identityRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/services/oauth2/userinfo', feature: 'OpenID user info', handle: userInfo },
  { method: 'POST', pattern: '/services/oauth2/userinfo', feature: 'OpenID user info (POST)', handle: userInfo },
  { method: 'GET', pattern: '/id/:organization/:user', feature: 'Identity URL', handle: identity },
];

function identity(request: ApiRequest): ApiResponse {
  const { session, params } = request;
  if (params['user'] !== session.user.id || params['organization'] !== organizationId(session.org)) throw notFound();
  return userInfo(request);
}

function userInfo({ session, headers }: ApiRequest): ApiResponse {
  const { user, org } = session;
  const url = `http://${headers['host'] ?? 'localhost'}`;
  const row = userRow(session);
  const id = identityUrl(session, headers['host']);
  const body = {
    sub: id,
    id,
    user_id: user.id,
    organization_id: organizationId(org),
    asserted_user: true,
    preferred_username: user.username,
    username: user.username,
    display_name: user.name,
    nickname: row['CommunityNickname'] ?? user.username,
    name: user.name,
    email: row['Email'] ?? null,
    email_verified: true,
    given_name: row['FirstName'] ?? null,
    family_name: row['LastName'] ?? null,
    zoneinfo: user.timeZone,
    timezone: user.timeZone,
    locale: user.locale,
    language: user.language,
    user_type: 'STANDARD',
    active: true,
    is_app_installed: true,
    urls: urls(url),
  };
  return { status: 200, body };
}

function userRow({ org, user }: Session): Record<string, unknown> {
  const type = org.schema().object('User');
  return (type === undefined ? undefined : org.store.get(type, user.id)) ?? {};
}

/** `{version}` is the caller's to fill in. */
function urls(url: string): Record<string, string> {
  const data = `${url}/services/data/v{version}/`;
  return {
    metadata: `${url}/services/Soap/m/{version}`,
    rest: data,
    sobjects: `${data}sobjects/`,
    query: `${data}query/`,
    tooling_rest: `${data}tooling/`,
  };
}
