import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { Call, Dispatch } from '../dispatch.ts';
import { parseRequestUrl } from '../http/request-url.ts';
import { isJsonObject } from '../rest/row-from-json.ts';
import type { ApiResponse } from '../route.ts';
import { type Answers, resolveInBody, resolveInUrl, UnresolvedReference } from './references.ts';

/** One request inside another, as composite and graph write it. */
export interface Part {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PartResult {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

const METHODS = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD']);

export function readParts(parts: unknown, limit: number): readonly Part[] {
  if (!Array.isArray(parts)) throw new OrgError('JSON_PARSER_ERROR', 'Expected an array in compositeRequest.');
  if (parts.length > limit)
    throw new OrgError('LIMIT_EXCEEDED', `Limit of ${limit} reached for request composite requests`);
  const read = parts.map(readPart);
  const ids = new Set<string>();
  for (const { referenceId } of read) {
    if (ids.has(referenceId)) throw badInput(`Duplicate referenceId: ${referenceId}`);
    ids.add(referenceId);
  }
  return read;
}

function readPart(part: unknown): Part {
  if (!isJsonObject(part)) throw badInput('Expected each subrequest to be a JSON object.');
  const { method, url, referenceId, body, httpHeaders = {} } = part;
  if (typeof method !== 'string' || !METHODS.has(method.toUpperCase()))
    throw badInput(`Unknown method in a subrequest: ${String(method)}`);
  if (typeof url !== 'string') throw badInput('Expected a text in url.');
  if (typeof referenceId !== 'string' || !/^[A-Za-z]\w*$/.test(referenceId)) {
    throw badInput(
      `Provided referenceId ('${String(referenceId)}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    );
  }
  const headers = Object.entries(isJsonObject(httpHeaders) ? httpHeaders : {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    method: method.toUpperCase(),
    url,
    referenceId,
    body,
    headers: Object.fromEntries(headers) as Record<string, string>,
  };
}

function badInput(message: string): OrgError {
  return new OrgError('INVALID_INPUT', message);
}

export interface Runner {
  readonly dispatch: Dispatch;
  readonly headers: Call['headers'];
}

/** Runs one part at once: everything that may stand inside a composite answers without waiting. */
export function runPart(runner: Runner, session: Session, part: Part, answers: Answers): PartResult {
  let answer: ApiResponse;
  try {
    answer = send(runner, session, resolvePart(part, answers));
  } catch (error) {
    if (!(error instanceof UnresolvedReference)) throw error;
    answer = { status: 400, body: [{ message: error.message, errorCode: 'PROCESSING_HALTED' }] };
  }
  return {
    body: answer.body ?? null,
    httpHeaders: locationOf(answer),
    httpStatusCode: answer.status,
    referenceId: part.referenceId,
  };
}

function resolvePart(part: Part, answers: Answers): Part {
  return { ...part, url: resolveInUrl(part.url, answers), body: resolveInBody(part.body, answers) };
}

function send({ dispatch, headers }: Runner, session: Session, part: Part): ApiResponse {
  const url = parseRequestUrl(part.url);
  if (!/^\/services\/data\/v\d+\.\d+\//.test(url.path) || /\/composite(\/(batch|graph|tree.*))?$/.test(url.path)) {
    throw new OrgError('INVALID_INPUT', `The url of a subrequest is not supported here: ${part.url}`);
  }
  const answer = dispatch({
    method: part.method,
    url,
    headers: { host: headers['host'], ...part.headers },
    session,
    body: Buffer.alloc(0),
    json: part.body ?? null,
  });
  if (answer instanceof Promise) throw new NotSupportedError(`${part.method} ${url.path} inside a composite request`);
  return answer;
}

function locationOf({ headers }: ApiResponse): Record<string, string> {
  const location = headers?.['Location'];
  return location === undefined ? {} : { Location: location };
}

export function failed({ httpStatusCode }: PartResult): boolean {
  return httpStatusCode >= 300;
}
