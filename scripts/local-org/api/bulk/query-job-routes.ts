import { OrgError } from '../../errors.ts';
import type { QueryRecord, QueryResult } from '../../soql/contract.ts';
import { runQuery } from '../../soql/run.ts';
import { platformTime } from '../platform-time.ts';
import { requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { readFormat, toCsv } from './csv-format.ts';
import { csv } from './ingest-results.ts';
import { type JobStore, maySee, type QueryJob, requireJob } from './job.ts';
import { queryJobInfo } from './job-info.ts';

const BASE = '/services/data/:version/jobs/query';
const PAGE = 50_000;

export function queryJobRoutes(jobs: JobStore): readonly Route[] {
  return [
    {
      method: 'POST',
      pattern: BASE,
      feature: 'Bulk API 2.0 query: create',
      handle: (request) => create(request, jobs),
    },
    { method: 'GET', pattern: BASE, feature: 'Bulk API 2.0 query: list', handle: (request) => list(request, jobs) },
    {
      method: 'GET',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 query: info',
      handle: (request) => ({ status: 200, body: queryJobInfo(jobOf(request, jobs)) }),
    },
    {
      method: 'PATCH',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 query: abort',
      handle: (request) => abort(request, jobs),
    },
    {
      method: 'DELETE',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 query: delete',
      handle: (request) => remove(request, jobs),
    },
    {
      method: 'GET',
      pattern: `${BASE}/:id/results`,
      feature: 'Bulk API 2.0 query: results',
      handle: (request) => results(request, jobs),
    },
  ];
}

function jobOf({ session, params }: ApiRequest, jobs: JobStore): QueryJob {
  return requireJob(jobs, session, params['id'] ?? '', 'query');
}

/** The query runs at once: its result is what the data was when the job was made, whatever happens later. */
function create(request: ApiRequest, jobs: JobStore): ApiResponse {
  const { session, urlBase, apiVersion } = request;
  const json = requireJsonObject(request.json());
  const { query, operation } = json;
  if (operation !== 'query' && operation !== 'queryAll')
    throw new OrgError('INVALIDJOB', `InvalidJob : Unknown operation ${String(operation)}`);
  if (typeof query !== 'string') throw new OrgError('INVALIDJOB', 'InvalidJob : Expected a text in query');
  const format = readFormat(json);
  const result = runQuery(session, query, { urlBase, all: operation === 'queryAll' });
  if (result.columns.some(({ aggregate }) => aggregate))
    throw new OrgError('API_ERROR', 'Aggregate queries are not supported in Bulk Query');
  const now = platformTime(session.org.now());
  const job: QueryJob = {
    kind: 'query',
    id: session.org.store.newId('750'),
    operation,
    object: result.objectName,
    ...format,
    createdById: session.user.id,
    createdDate: now,
    systemModstamp: now,
    state: 'JobComplete',
    apiVersion,
    columns: result.columns.map(({ name }) => name),
    numberRecordsProcessed: result.records.length,
  };
  session.org.store.transaction(() => {
    jobs.put(job);
    keepRows(request, job.id, result);
  });
  return { status: 200, body: { ...queryJobInfo(job), state: 'UploadComplete' } };
}

function keepRows({ session }: ApiRequest, jobId: string, { records, columns }: QueryResult): void {
  const insert = session.org.store.prepare('INSERT INTO _bulk_rows (job_id, line, cells) VALUES (?, ?, ?)');
  const paths = columns.map(({ name, type }) => ({ path: name.split('.'), datetime: type === 'datetime' }));
  for (const [index, record] of records.entries()) {
    const cells = paths.map(({ path, datetime }) => cell(record, path, datetime));
    insert.run(jobId, index + 1, JSON.stringify(cells));
  }
}

function cell(record: QueryRecord, path: readonly string[], datetime: boolean): string {
  let value: unknown = record;
  for (const name of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return datetime ? value.replace('+0000', 'Z') : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new OrgError('API_ERROR', 'Compound and child results are not supported in Bulk Query');
}

/** The locator is the place where the next page starts; `null` as a word ends the loop of every client. */
function results(request: ApiRequest, jobs: JobStore): ApiResponse {
  const { session, query } = request;
  const job = jobOf(request, jobs);
  if (job.state !== 'JobComplete') throw new OrgError('INVALIDJOBSTATE', `The job is ${job.state}: it has no results.`);
  const from = readLocator(query.get('locator'));
  const size = Math.min(PAGE, positive(query.get('maxRecords')) ?? PAGE);
  const rows = session.org.store
    .prepare('SELECT cells FROM _bulk_rows WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?')
    .all(job.id, from, size)
    .map((row) => JSON.parse(String(row['cells'])) as string[]);
  const next = from + rows.length;
  const locator = next >= job.numberRecordsProcessed ? 'null' : Buffer.from(String(next)).toString('base64url');
  return csv(toCsv(job.columns, rows, job), {
    'Sforce-Locator': locator,
    'Sforce-NumberOfRecords': String(rows.length),
  });
}

function readLocator(locator: string | null): number {
  if (locator === null || locator === '') return 0;
  const place = Number(Buffer.from(locator, 'base64url').toString('utf8'));
  if (Number.isSafeInteger(place) && place > 0) return place;
  throw new OrgError('INVALID_QUERY_LOCATOR', `Invalid locator: ${locator}`);
}

function positive(text: string | null): number | undefined {
  if (text === null) return undefined;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new OrgError('INVALID_ARGUMENT', `Expected maxRecords to be a positive number, got ${text}`);
}

function abort(request: ApiRequest, jobs: JobStore): ApiResponse {
  const job = jobOf(request, jobs);
  throw new OrgError('INVALIDJOBSTATE', `The job is ${job.state} and cannot be aborted.`);
}

function remove(request: ApiRequest, jobs: JobStore): ApiResponse {
  jobs.delete(jobOf(request, jobs).id);
  return { status: 204 };
}

function list({ session }: ApiRequest, jobs: JobStore): ApiResponse {
  const own = jobs.all().filter((job): job is QueryJob => job.kind === 'query' && maySee(session, job));
  return { status: 200, body: { done: true, records: own.map(queryJobInfo), nextRecordsUrl: null } };
}
