import { hostValues } from '../../shell/host-values.ts';
import { word } from '../../shell/words.ts';
import { reportConnection } from './connection-state.ts';

/** What a component sees when the org refuses: the org's own body, in the shape that Lightning Data Service gives. */
export interface FetchFailure {
  readonly body: unknown;
  readonly errorType: 'fetchResponse';
  readonly headers: Readonly<Record<string, string>>;
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
}

const API = `/services/data/v${hostValues.apiVersion}`;

export interface OrgCall {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the org as the signed-in user. `path` starts below the version: `/ui-api/records/...`. Rejects with a FetchFailure. */
export async function orgFetch<T>(path: string, { method = 'GET', body, headers = {} }: OrgCall = {}): Promise<T> {
  const response = await reachable(`${API}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  reportConnection(response.status === 401 ? 'expired' : response.status === ORG_AWAY ? 'lost' : 'held');
  // The platform's own adapters reject with this shape, which is no Error.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (response.status === ORG_AWAY) throw orgAway();
  const text = await response.text();
  const value = text === '' ? undefined : parse(text);
  if (response.ok) return value as T;
  const failure: FetchFailure = {
    body: value,
    errorType: 'fetchResponse',
    headers: {},
    ok: false,
    status: response.status,
    statusText: response.statusText,
  };
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw failure;
}

/** The host's own answer while the org behind it does not answer. */
const ORG_AWAY = 503;

/** Whoever cannot be reached says nothing, so the page says it in the user's words. */
const orgAway = (): FetchFailure => ({
  body: { message: word('connectionLost') },
  errorType: 'fetchResponse',
  headers: {},
  ok: false,
  status: ORG_AWAY,
  statusText: '',
});

let underWay = 0;

/** How many answers the org owes this page now. */
export const callsUnderWay = (): number => underWay;

async function reachable(path: string, init: RequestInit): Promise<Response> {
  underWay += 1;
  try {
    return await fetch(path, init);
  } catch {
    reportConnection('lost');
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw orgAway();
  } finally {
    underWay -= 1;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { message: text };
  }
}

export function queryString(
  parameters: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [`${name}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
