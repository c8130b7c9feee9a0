import { OrgError } from '../../errors.ts';
import type { Dispatch } from '../dispatch.ts';
import { parseRequestUrl } from '../http/request-url.ts';
import { isJsonObject, requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import { freshSession } from './fresh-session.ts';

const MAX_PARTS = 25;

/** Independent requests in one round trip; addresses start at the version (`v66.0/sobjects/…`). */
export async function runBatch(request: ApiRequest, dispatch: Dispatch): Promise<ApiResponse> {
  const { batchRequests, haltOnError } = requireJsonObject(request.json());
  if (!Array.isArray(batchRequests)) throw new OrgError('JSON_PARSER_ERROR', 'Expected an array in batchRequests.');
  if (batchRequests.length > MAX_PARTS)
    throw new OrgError('LIMIT_EXCEEDED', `A batch holds at most ${MAX_PARTS} requests.`);
  const results: { statusCode: number; result: unknown }[] = [];
  let halted = false;
  for (const part of batchRequests) {
    const answer = halted ? HALTED : await runOne(request, dispatch, part);
    results.push({ statusCode: answer.status, result: answer.body ?? null });
    if (answer.status >= 400 && haltOnError === true) halted = true;
  }
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
}

const HALTED: ApiResponse = {
  status: 412,
  body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
};

function runOne(request: ApiRequest, dispatch: Dispatch, part: unknown): ApiResponse | Promise<ApiResponse> {
  const { method, url, richInput } = isJsonObject(part) ? part : {};
  if (typeof method !== 'string' || typeof url !== 'string')
    throw new OrgError('INVALID_INPUT', 'Each batch request needs a method and a url.');
  const path = url.replace(/^\/*(services\/data\/)?/, '/services/data/');
  return dispatch({
    method: method.toUpperCase(),
    url: parseRequestUrl(path),
    headers: { host: request.headers['host'] },
    session: freshSession(request.session),
    body: Buffer.alloc(0),
    json: richInput ?? null,
  });
}
