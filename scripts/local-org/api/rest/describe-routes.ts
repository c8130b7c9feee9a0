import { describeGlobal, describeSObject } from '../../schema/describe.ts';
import { notFound } from '../error-body.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { objectType } from './object-type.ts';

const BASE = '/services/data/:version/sobjects';

export const describeRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: BASE,
    feature: 'Describe Global',
    handle: ({ session, urlBase }) => ({ status: 200, body: describeGlobal(session, urlBase) }),
  },
  { method: 'GET', pattern: `${BASE}/:object`, feature: 'sObject Basic Information', handle: basic },
  { method: 'GET', pattern: `${BASE}/:object/describe`, feature: 'sObject Describe', handle: describe },
];

/** Nobody's recent items are kept, so there are none. */
function basic({ session, params, urlBase }: ApiRequest): ApiResponse {
  const { name } = objectType(session, params['object'] ?? '');
  const { sobjects } = describeGlobal(session, urlBase) as { sobjects: { name: string }[] };
  const objectDescribe = sobjects.find((summary) => summary.name === name);
  if (objectDescribe === undefined) throw notFound();
  return { status: 200, body: { objectDescribe, recentItems: [] } };
}

function describe({ session, params, urlBase }: ApiRequest): ApiResponse {
  return { status: 200, body: describeSObject(session, objectType(session, params['object'] ?? ''), urlBase) };
}
