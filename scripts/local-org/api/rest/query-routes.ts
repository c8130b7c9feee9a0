import { NotSupportedError, OrgError } from '../../errors.ts';
import { runQuery } from '../../soql/run.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { columnMetadata } from './column-metadata.ts';
import { firstPage, nextPage } from './query-cursors.ts';

const BASE = '/services/data/:version';

export const queryRoutes: readonly Route[] = [
  { method: 'GET', pattern: `${BASE}/query`, feature: 'Query', handle: (request) => query(request, false) },
  { method: 'GET', pattern: `${BASE}/query/:locator`, feature: 'Query More Results', handle: queryMore },
  { method: 'GET', pattern: `${BASE}/queryAll`, feature: 'QueryAll', handle: (request) => query(request, true) },
  { method: 'GET', pattern: `${BASE}/queryAll/:locator`, feature: 'QueryAll More Results', handle: queryMore },
];

const DEFAULT_BATCH = 2_000;
const SMALLEST_BATCH = 200;

export function query(request: ApiRequest, all: boolean, tooling = false): ApiResponse {
  const soql = request.query.get('q');
  if (request.query.has('explain')) throw new NotSupportedError('Query Performance Feedback (explain)');
  if (soql === null) throw new OrgError('MALFORMED_QUERY', 'A query string has to be specified');
  const urlBase = tooling ? `${request.urlBase}/tooling` : request.urlBase;
  const result = runQuery(request.session, soql, { urlBase, all, tooling });
  if (request.query.get('columns') === 'true') return { status: 200, body: columnMetadata(request.session, result) };
  const page = firstPage(request.session, result, { urlBase, batchSize: batchSize(request) });
  const { totalSize, done, records } = page;
  // Salesforce's order of keys: the address of the next page stands before the records.
  return {
    status: 200,
    body:
      page.nextRecordsUrl === undefined
        ? { totalSize, done, records }
        : { totalSize, done, nextRecordsUrl: page.nextRecordsUrl, records },
  };
}

export function queryMore(request: ApiRequest): ApiResponse {
  const urlBase = request.path.includes('/tooling/') ? `${request.urlBase}/tooling` : request.urlBase;
  const body = nextPage(request.session, request.params['locator'] ?? '', { urlBase, batchSize: batchSize(request) });
  return { status: 200, body };
}

/** `Sforce-Query-Options: batchSize=500`, kept between 200 and 2,000. */
function batchSize({ headers }: ApiRequest): number {
  const wanted = /batchSize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  return wanted === undefined ? DEFAULT_BATCH : Math.min(DEFAULT_BATCH, Math.max(SMALLEST_BATCH, Number(wanted)));
}
