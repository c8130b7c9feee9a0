import type { Session } from '../org.ts';

export interface ApiRequest {
  readonly method: string;
  /** Path without query, slashes collapsed. */
  readonly path: string;
  /** Named parts of the route's pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** `66.0`; echoed as the caller wrote it. */
  readonly apiVersion: string;
  /** `/services/data/v66.0` */
  readonly urlBase: string;
  readonly session: Session;
  readonly body: Buffer;
  /** Parses the body; throws OrgError JSON_PARSER_ERROR. */
  json(): unknown;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON; strings and bytes as they are with the Content-Type given in headers. */
  readonly body?: unknown;
}

/**
 * One thing the local org answers. The list of all routes is its coverage: the router is built from it and the
 * documentation is generated from it.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD';
  /** `/services/data/:version/sobjects/:object/:id`; a trailing `*` part takes the rest. */
  readonly pattern: string;
  /** The platform's name of the resource, for the coverage table. */
  readonly feature: string;
  /** False: no token needed (`/services/data`, login). Default true. */
  readonly authenticated?: boolean;
  handle(request: ApiRequest): ApiResponse | Promise<ApiResponse>;
}
