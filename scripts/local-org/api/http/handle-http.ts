import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { presentedToken } from '../auth/presented-token.ts';
import { resolveRoute, type Dispatch } from '../dispatch.ts';
import { errorResponse } from '../error-body.ts';
import { ConnectionCut, underFaults } from '../faults/apply-faults.ts';
import type { FaultList } from '../faults/fault-list.ts';
import type { ApiResponse } from '../route.ts';
import type { Router } from '../router.ts';
import { soapFault } from '../soap-fault.ts';
import { refuseForeignHost, refuseForeignOrigin } from './loopback-guard.ts';
import { readBody } from './read-body.ts';
import { parseRequestUrl, type RequestUrl } from './request-url.ts';
import { sendResponse } from './send-response.ts';

export interface HttpServices {
  readonly router: Router;
  readonly dispatch: Dispatch;
  readonly faults: FaultList;
  /** A fresh session: one request is one transaction with its own limits. Undefined for a token nobody holds. */
  openSession(token: string): Session | undefined;
  /** A session for routes that need no token. */
  anonymousSession(): Session;
  /** `api-usage=12/100000`; counts the request. */
  countRequest(): string;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** The platform's own limit in bytes; a longer query goes into the body of a composite request. */
const LONGEST_ADDRESS = 16_384;
const MEGABYTE = 1_000_000;
const BODY_LIMIT = 60 * MEGABYTE;
/** Bulk uploads; Salesforce's own limit is 150 MB of base64. */
const UPLOAD_LIMIT = 150 * MEGABYTE;

export async function handleHttp(
  services: HttpServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseRequestUrl(request.url ?? '/');
  const isSoap = url.path.startsWith('/services/Soap/');
  let answer: ApiResponse;
  try {
    answer = await answerRequest(services, request, url, isSoap);
  } catch (error) {
    if (hasGone(error)) return;
    if (error instanceof ConnectionCut) return void request.socket.destroy();
    answer = isSoap ? soapFault(error) : errorResponse(error);
    // A body that was refused unread cannot be told from the next request.
    if (!request.complete) answer = { ...answer, headers: { ...answer.headers, Connection: 'close' } };
  }
  await sendResponse(request, response, answer);
}

/** The client closed its connection, or was too slow and lost it: nobody is left to be told. */
function hasGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

async function answerRequest(
  services: HttpServices,
  request: IncomingMessage,
  url: RequestUrl,
  isSoap: boolean,
): Promise<ApiResponse> {
  refuseForeignHost(request.headersDistinct['host']);
  refuseForeignOrigin(request.headers.origin);
  if ((request.url ?? '').length > LONGEST_ADDRESS)
    throw new OrgError('URI_TOO_LONG', 'URI Too Long', { httpStatus: 414 });
  const headers = flatten(request);
  const method = url.query.get('_HttpMethod')?.toUpperCase() ?? request.method ?? 'GET';
  const open = isOpen(services.router, method, url.path);
  if (!open && !isSoap) requireSession(services, presentedToken(headers));
  const body = await readBody(request, url.path.includes('/jobs/ingest/') ? UPLOAD_LIMIT : BODY_LIMIT);
  const session = open
    ? services.anonymousSession()
    : requireSession(services, presentedToken(headers, isSoap ? body : undefined));
  refuseXml(url.path, headers);
  resolveRoute(services.router, method, url.path);
  const answer = await underFaults(services.faults, { method, path: url.path, session }, (faulty) =>
    services.dispatch({ method, url, headers, session: faulty, body }),
  );
  return { ...answer, headers: { ...transactionHeaders(services, session), ...answer.headers } };
}

function isOpen(router: Router, method: string, path: string): boolean {
  const match = router.find(method, path);
  return match?.kind === 'route' && match.route.authenticated === false;
}

function requireSession(services: HttpServices, token: string | undefined): Session {
  const session = token === undefined ? undefined : services.openSession(token);
  if (session !== undefined) return session;
  throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { httpStatus: 401 });
}

/** REST speaks XML too; the local org does not. */
function refuseXml(path: string, headers: Headers): void {
  if (!path.startsWith('/services/data/')) return;
  if (/^application\/xml/i.test(headers['content-type'] ?? ''))
    throw new NotSupportedError('XML request bodies of the REST API');
  if (/^application\/xml/i.test(headers['accept'] ?? '')) throw new NotSupportedError('XML answers of the REST API');
}

function transactionHeaders(services: HttpServices, session: Session): Record<string, string> {
  const { soqlQueries, dmlStatements, dmlRows, queryRows } = session.limits;
  return {
    'Sforce-Limit-Info': services.countRequest(),
    'Local-Org-Transaction': `soql=${soqlQueries}; dml=${dmlStatements}; rows=${dmlRows}; query-rows=${queryRows}`,
  };
}

function flatten(request: IncomingMessage): Headers {
  const flat: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}
