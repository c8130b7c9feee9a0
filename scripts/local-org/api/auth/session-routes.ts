import { openSession } from '../../access/open-session.ts';
import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import type { TokenStore } from './token-store.ts';

/** The local org has no passwords: its administrator opens sessions for the others. */
export function sessionRoutes(tokens: TokenStore): readonly Route[] {
  return [
    {
      method: 'POST',
      pattern: '/services/local-org/sessions',
      feature: 'Session for another user (local org only)',
      handle: (request) => openFor(request, tokens),
    },
    {
      method: 'POST',
      pattern: '/services/oauth2/revoke',
      feature: 'OAuth token revocation',
      authenticated: false,
      handle: ({ body, query }) => {
        const token = new URLSearchParams(body.toString('utf8')).get('token') ?? query.get('token');
        if (token === null) throw new OrgError('MISSING_ARGUMENT', 'Expected the token to revoke in token.');
        tokens.revoke(token);
        return { status: 200 };
      },
    },
  ];
}

function openFor(request: ApiRequest, tokens: TokenStore): ApiResponse {
  const { session } = request;
  if (!session.access.hasSystemPermission('ManageUsers')) {
    throw new OrgError('INSUFFICIENT_ACCESS', 'Only a user with Manage Users opens sessions for others.', {
      httpStatus: 403,
    });
  }
  const { username } = requireJsonObject(request.json());
  if (typeof username !== 'string') throw new OrgError('MISSING_ARGUMENT', 'Expected a text in username.');
  const userId = activeUser(session, username);
  return { status: 201, body: { accessToken: tokens.tokenOf(userId), userId, username } };
}

function activeUser({ org }: Session, username: string): string {
  const type = org.schema().object('User');
  const [row] = type === undefined ? [] : org.store.find(type, 'Username', [username]);
  if (row === undefined) throw new OrgError('NOT_FOUND', `There is no user ${username}.`, { httpStatus: 404 });
  if (row['IsActive'] === false) throw new OrgError('INACTIVE_USER', `The user ${username} is inactive.`);
  // A frozen user is active and opens no session.
  return openSession(org, String(row['Id'])).user.id;
}
