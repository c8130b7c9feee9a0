import { NotSupportedError, OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import { errorResponse, notFound } from './error-body.ts';
import { parseJson } from './http/parse-json.ts';
import type { RequestUrl } from './http/request-url.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import type { Router } from './router.ts';

/** A request without its transport: it came over HTTP, or as a part of a composite request. */
export interface Call {
  readonly method: string;
  readonly url: RequestUrl;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly session: Session;
  readonly body: Buffer;
  /** Already parsed; spares composite parts the way through text. */
  readonly json?: unknown;
}

export type Dispatch = (call: Call) => ApiResponse | Promise<ApiResponse>;

/** Oldest version that Salesforce still serves. */
const OLDEST_VERSION = 31;

export function createDispatch(router: Router): Dispatch {
  return (call) => {
    try {
      const { route, params } = resolveRoute(router, call.method, call.url.path);
      const answer = route.handle(toRequest(call, params));
      return answer instanceof Promise ? answer.catch(errorResponse) : answer;
    } catch (error) {
      return errorResponse(error);
    }
  };
}

export function resolveRoute(
  router: Router,
  method: string,
  path: string,
): { route: Route; params: Readonly<Record<string, string>> } {
  const match = router.find(method, path);
  if (match === undefined) throw unknownResource(method, path);
  if (match.kind === 'method') {
    const allowed = match.allowed.join(',');
    throw new OrgError('METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed}`, {
      httpStatus: 405,
    });
  }
  const { version } = match.params;
  if (version !== undefined && !servesVersion(version)) throw notFound();
  return match;
}

function unknownResource(method: string, path: string): OrgError {
  const version = /^\/services\/(?:data\/v|Soap\/\w\/)([\d.]+)/.exec(path)?.[1];
  return version !== undefined && !servesVersion(version) ? notFound() : new NotSupportedError(`${method} ${path}`);
}

function servesVersion(version: string): boolean {
  const number = /^v?(\d{1,3})(\.0)?$/.exec(version)?.[1];
  return number !== undefined && Number(number) >= OLDEST_VERSION;
}

function toRequest(call: Call, params: Readonly<Record<string, string>>): ApiRequest {
  const apiVersion = (params['version'] ?? '66.0').replace(/^v/, '');
  return {
    method: call.method,
    path: call.url.path,
    params,
    query: call.url.query,
    headers: call.headers,
    apiVersion,
    urlBase: `/services/data/v${apiVersion}`,
    session: call.session,
    body: call.body,
    json: () => (call.json === undefined ? parseJson(call.body) : call.json),
  };
}
