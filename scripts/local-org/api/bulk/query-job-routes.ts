import { setTimeout as delay } from 'node:timers/promises';
import { OrgError } from '../../errors.ts';
import { describeQuery } from '../../soql/run.ts';
import type { DailyUsage } from '../daily-usage.ts';
import { platformTime } from '../platform-time.ts';
import { requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { readFormat, toCsv } from './csv-format.ts';
import { csv } from './ingest-results.ts';
import type { BulkJobs } from './bulk-jobs.ts';
import { type JobStore, maySee, type QueryJob, requireJob, touch } from './job.ts';
import { queryJobInfo } from './job-info.ts';

const BASE = '/services/data/:version/jobs/query';
const PAGE = 50_000;
const PATIENCE_MS = 500;

export function queryJobRoutes(bulk: BulkJobs, usage: DailyUsage): readonly Route[] {
  const { jobs } = bulk;
  return [
    {
      method: 'POST',
      pattern: BASE,
      feature: 'Bulk API 2.0 query: create',
      handle: (request) => create(request, bulk, usage),
    },
    { method: 'GET', pattern: BASE, feature: 'Bulk API 2.0 query: list', handle: (request) => list(request, jobs) },
    {
      method: 'GET',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 query: info',
      handle: async (request) => ({ status: 200, body: queryJobInfo(await taken(request, bulk)) }),
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
      handle: (request) => results(request, bulk),
    },
  ];
}

function jobOf({ session, params }: ApiRequest, jobs: JobStore): QueryJob {
  return requireJob(jobs, session, params['id'] ?? '', 'query');
}

/** A query that cannot run is refused here; the rows are read when the job is taken up. */
function create(request: ApiRequest, { jobs, queries }: BulkJobs, usage: DailyUsage): ApiResponse {
  const { session, urlBase, apiVersion } = request;
  const json = requireJsonObject(request.json());
  const { query, operation } = json;
  if (operation !== 'query' && operation !== 'queryAll')
    throw new OrgError('INVALIDJOB', `InvalidJob : Unknown operation ${String(operation)}`);
  if (typeof query !== 'string') throw new OrgError('INVALIDJOB', 'InvalidJob : Expected a text in query');
  const format = readFormat(json);
  const { columns, objectName, nested, clause } = describeQuery(session, query, {
    urlBase,
    all: operation === 'queryAll',
  });
  // COUNT() has no columns.
  if (columns.some(({ aggregate }) => aggregate) || (columns.length === 0 && clause === undefined))
    throw new OrgError('API_ERROR', 'Aggregate queries are not supported in Bulk Query');
  if (columns.some(({ type }) => type === 'address' || type === 'location'))
    throw new OrgError('FUNCTIONALITY_NOT_ENABLED', 'Selecting compound data not supported in Bulk Query');
  if (clause !== undefined) throw new OrgError('API_ERROR', `${clause} is not supported in Bulk Query`);
  if (nested) throw new OrgError('API_ERROR', 'Compound and child results are not supported in Bulk Query');
  usage.check('DailyBulkV2QueryJobs');
  const now = platformTime(session.org.now());
  const job: QueryJob = {
    kind: 'query',
    id: session.org.store.newId('750'),
    operation,
    query,
    object: objectName,
    ...format,
    createdById: session.user.id,
    createdDate: now,
    systemModstamp: now,
    state: 'UploadComplete',
    apiVersion,
    columns: columns.map(({ name }) => name),
    numberRecordsProcessed: 0,
  };
  jobs.put(job);
  usage.count('DailyBulkV2QueryJobs');
  queries.schedule(job.id);
  return { status: 200, body: queryJobInfo(job) };
}

/** Who asks for a job sets it going: most are over before the answer. */
async function taken(request: ApiRequest, { jobs, queries }: BulkJobs): Promise<QueryJob> {
  const { id, state } = jobOf(request, jobs);
  if (state === 'UploadComplete' || state === 'InProgress')
    await Promise.race([queries.run(id), delay(PATIENCE_MS, undefined, { ref: false })]);
  return jobOf(request, jobs);
}

/** The locator is the place where the next page starts; `null` as a word ends the loop of every client. */
async function results(request: ApiRequest, bulk: BulkJobs): Promise<ApiResponse> {
  const { session, query } = request;
  const job = await taken(request, bulk);
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
  const { state } = requireJsonObject(request.json());
  if (state !== 'Aborted' || (job.state !== 'UploadComplete' && job.state !== 'InProgress'))
    throw new OrgError('INVALIDJOBSTATE', `The job is ${job.state} and cannot become ${String(state)}.`);
  touch(request.session, job, 'Aborted');
  jobs.put(job);
  return { status: 200, body: queryJobInfo(job) };
}

function remove(request: ApiRequest, jobs: JobStore): ApiResponse {
  const job = jobOf(request, jobs);
  if (job.state === 'UploadComplete' || job.state === 'InProgress')
    throw new OrgError('INVALIDJOBSTATE', `A job that is ${job.state} cannot be deleted.`);
  jobs.delete(job.id);
  return { status: 204 };
}

function list({ session }: ApiRequest, jobs: JobStore): ApiResponse {
  const own = jobs.all().filter((job): job is QueryJob => job.kind === 'query' && maySee(session, job));
  return { status: 200, body: { done: true, records: own.map(queryJobInfo), nextRecordsUrl: null } };
}
