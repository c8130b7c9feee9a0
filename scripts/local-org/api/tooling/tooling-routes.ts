import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { notFound } from '../error-body.ts';
import { requireId } from '../rest/record-routes.ts';
import { query, queryMore } from '../rest/query-routes.ts';
import { readRecord } from '../rest/read-record.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';

const BASE = '/services/data/:version/tooling';

export const toolingRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${BASE}/query`,
    feature: 'Tooling Query',
    handle: (request) => query(request, false, true),
  },
  { method: 'GET', pattern: `${BASE}/query/:locator`, feature: 'Tooling Query More Results', handle: queryMore },
  { method: 'GET', pattern: `${BASE}/sobjects/:object/:id`, feature: 'Tooling record read', handle: read },
];

function read({ session, params, query: asked, urlBase }: ApiRequest): ApiResponse {
  const type = toolingType(session, params['object'] ?? '');
  const id = requireId(type, params['id'] ?? '');
  const fields = asked.get('fields');
  const options = {
    urlBase: `${urlBase}/tooling`,
    tooling: true,
    fields: fields === null ? undefined : fields.split(','),
  };
  return { status: 200, body: readRecord(session, type, id, options) };
}

/** Clients look for SourceMember to learn whether an org tracks sources: this one does not, so it is not found. */
export function toolingType(session: Session, name: string): SObjectType {
  const type = session.org.schema().object(name);
  if (type?.tooling === undefined) throw notFound();
  return type;
}
