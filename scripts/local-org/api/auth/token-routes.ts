import { openSession } from '../../access/open-session.ts';
import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Org, Session } from '../../org.ts';
import { identityUrl } from '../rest/organization.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { OAuthError, usernameOfAssertion } from './jwt-assertion.ts';
import type { TokenStore } from './token-store.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Log-in without a browser and without a token at hand, as servers do it. */
export const tokenRoutes = (tokens: TokenStore): readonly Route[] => [
  {
    method: 'POST',
    pattern: '/services/oauth2/token',
    feature: 'OAuth token: JWT bearer flow; others refused by name',
    authenticated: false,
    handle: (request) => token(request, tokens),
  },
];

function token(request: ApiRequest, tokens: TokenStore): ApiResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const grant = form.get('grant_type') ?? request.query.get('grant_type') ?? 'no grant_type';
  if (grant !== JWT_BEARER)
    throw new NotSupportedError(`OAuth flow ${grant}; log in with the access token that it printed or with a JWT`);
  const assertion = form.get('assertion') ?? request.query.get('assertion') ?? '';
  const host = request.headers['host'] ?? 'localhost';
  try {
    const session = userSession(request.session.org, usernameOfAssertion(request.session.org, assertion, host));
    return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: answer(session, tokens, host) };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return { status: 400, body: { error: error.code, error_description: error.message } };
  }
}

function answer(session: Session, tokens: TokenStore, host: string): object {
  return {
    access_token: tokens.tokenOf(session.user.id),
    scope: 'id api web refresh_token',
    instance_url: `http://${host}`,
    id: identityUrl(session, host),
    token_type: 'Bearer',
    issued_at: String(session.org.now()),
  };
}

/** An unknown, inactive or frozen user is told the same: nobody learns from here who exists. */
function userSession(org: Org, username: string): Session {
  const type = org.schema().object('User');
  const [row] = type === undefined ? [] : org.store.find(type, 'Username', [username]);
  try {
    if (row !== undefined) return openSession(org, String(row['Id']));
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
  }
  throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
}
