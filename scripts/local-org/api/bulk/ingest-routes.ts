import { setTimeout as delay } from 'node:timers/promises';
import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { parseJson } from '../http/parse-json.ts';
import { readMultipart } from '../http/multipart.ts';
import { platformTime } from '../platform-time.ts';
import { objectType } from '../rest/object-type.ts';
import { type JsonObject, requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { readFormat } from './csv-format.ts';
import { type IngestJob, type JobStore, maySee, requireJob, touch } from './job.ts';
import { ingestJobInfo } from './job-info.ts';
import type { IngestRunner } from './ingest-runner.ts';
import { failedResults, successfulResults, unprocessedRecords } from './ingest-results.ts';

const BASE = '/services/data/:version/jobs/ingest';

export function ingestRoutes(jobs: JobStore, runner: IngestRunner): readonly Route[] {
  const results =
    (write: typeof failedResults) =>
    (request: ApiRequest): ApiResponse =>
      write(request.session, jobOf(request, jobs));
  return [
    {
      method: 'POST',
      pattern: BASE,
      feature: 'Bulk API 2.0 ingest: create',
      handle: (request) => create(request, jobs, runner),
    },
    { method: 'GET', pattern: BASE, feature: 'Bulk API 2.0 ingest: list', handle: (request) => list(request, jobs) },
    {
      method: 'GET',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 ingest: info',
      handle: (request) => ({ status: 200, body: ingestJobInfo(jobOf(request, jobs)) }),
    },
    {
      method: 'PUT',
      pattern: `${BASE}/:id/batches`,
      feature: 'Bulk API 2.0 ingest: upload',
      handle: (request) => upload(request, jobs),
    },
    {
      method: 'PATCH',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 ingest: close or abort',
      handle: (request) => changeState(request, jobs, runner),
    },
    {
      method: 'DELETE',
      pattern: `${BASE}/:id`,
      feature: 'Bulk API 2.0 ingest: delete',
      handle: (request) => remove(request, jobs),
    },
    {
      method: 'GET',
      pattern: `${BASE}/:id/successfulResults`,
      feature: 'Bulk API 2.0 ingest: successful results',
      handle: results(successfulResults),
    },
    {
      method: 'GET',
      pattern: `${BASE}/:id/failedResults`,
      feature: 'Bulk API 2.0 ingest: failed results',
      handle: results(failedResults),
    },
    {
      method: 'GET',
      pattern: `${BASE}/:id/unprocessedrecords`,
      feature: 'Bulk API 2.0 ingest: unprocessed records',
      handle: results(unprocessedRecords),
    },
  ];
}

const OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

function jobOf({ session, params }: ApiRequest, jobs: JobStore): IngestJob {
  return requireJob(jobs, session, params['id'] ?? '', 'ingest');
}

async function create(request: ApiRequest, jobs: JobStore, runner: IngestRunner): Promise<ApiResponse> {
  const { session, headers, body, apiVersion } = request;
  const parts = readMultipart(headers['content-type'], body);
  const json = parts === undefined ? request.json() : parseJson(parts.get('job') ?? Buffer.alloc(0));
  const job = newJob(session, requireJsonObject(json), apiVersion);
  const content = parts?.get('content');
  session.org.store.transaction(() => {
    if (content !== undefined) {
      keepUpload(session, job, content);
      touch(session, job, 'UploadComplete');
    }
    jobs.put(job);
  });
  const info = ingestJobInfo(job);
  if (content !== undefined) await startSoon(runner, job);
  return { status: 200, body: info };
}

function newJob(session: Session, json: JsonObject, apiVersion: string): IngestJob {
  const { object, operation, externalIdFieldName, assignmentRuleId } = json;
  if (typeof object !== 'string') throw new OrgError('INVALIDJOB', 'InvalidJob : Expected an object name in object');
  if (typeof operation !== 'string' || !OPERATIONS.includes(operation))
    throw new OrgError('INVALIDJOB', `InvalidJob : Unknown operation ${String(operation)}`);
  if (assignmentRuleId !== undefined) throw new NotSupportedError('Bulk API 2.0 assignmentRuleId');
  if (operation === 'hardDelete') throw new NotSupportedError('Bulk API 2.0 operation hardDelete');
  const type = objectType(session, object);
  const key = typeof externalIdFieldName === 'string' ? type.field(externalIdFieldName) : undefined;
  if (operation === 'upsert' && (externalIdFieldName ?? '') === '')
    throw new OrgError(
      'INVALIDJOB',
      `InvalidJob : External ID was blank for ${type.name}. An External ID must be specified for upsert.`,
    );
  if (operation === 'upsert' && !(key?.externalId === true || key?.type === 'id')) {
    throw new OrgError(
      'INVALIDJOB',
      `InvalidJob : External ID field ${String(externalIdFieldName)} is not an external id of ${type.name}`,
    );
  }
  const now = platformTime(session.org.now());
  return {
    kind: 'ingest',
    id: session.org.store.newId('750'),
    operation: operation as IngestJob['operation'],
    object: type.name,
    ...readFormat(json),
    externalIdFieldName: key?.name,
    createdById: session.user.id,
    createdDate: now,
    systemModstamp: now,
    state: 'Open',
    apiVersion,
    columns: [],
    numberRecordsProcessed: 0,
    numberRecordsFailed: 0,
    totalProcessingTime: 0,
  };
}

function upload(request: ApiRequest, jobs: JobStore): ApiResponse {
  const { session, body, headers } = request;
  const job = jobOf(request, jobs);
  if (job.state !== 'Open')
    throw new OrgError('INVALIDJOBSTATE', `Uploading data is only allowed when the job is Open, it is ${job.state}.`);
  if (!/^text\/csv\b/i.test(headers['content-type'] ?? ''))
    throw new OrgError('INVALIDBATCH', 'InvalidBatch : The Content-Type of an upload is text/csv.');
  keepUpload(session, job, body);
  return { status: 201 };
}

function keepUpload({ org }: Session, job: IngestJob, data: Buffer): void {
  const known = org.store.prepare('SELECT 1 FROM _bulk_uploads WHERE job_id = ?').get(job.id);
  if (known !== undefined) {
    throw new OrgError(
      'INVALIDBATCH',
      `InvalidBatch : Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  org.store.prepare('INSERT INTO _bulk_uploads VALUES (?, ?)').run(job.id, data);
}

async function changeState(request: ApiRequest, jobs: JobStore, runner: IngestRunner): Promise<ApiResponse> {
  const job = jobOf(request, jobs);
  const { state } = requireJsonObject(request.json());
  const allowed =
    state === 'UploadComplete' ? ['Open'] : state === 'Aborted' ? ['Open', 'UploadComplete', 'InProgress'] : [];
  if (!allowed.includes(job.state))
    throw new OrgError('INVALIDJOBSTATE', `The job is ${job.state} and cannot become ${String(state)}.`);
  touch(request.session, job, state as IngestJob['state']);
  jobs.put(job);
  const info = ingestJobInfo(job);
  if (job.state === 'UploadComplete') await startSoon(runner, job);
  return { status: 200, body: info };
}

/** Clients poll once a second or slower: a small job is done before they ask. */
async function startSoon(runner: IngestRunner, { id }: IngestJob): Promise<void> {
  await Promise.race([runner.run(id), delay(500, undefined, { ref: false })]);
}

function remove(request: ApiRequest, jobs: JobStore): ApiResponse {
  const job = jobOf(request, jobs);
  if (job.state === 'Open' || job.state === 'InProgress')
    throw new OrgError('INVALIDJOBSTATE', `A job that is ${job.state} cannot be deleted.`);
  jobs.delete(job.id);
  return { status: 204 };
}

function list({ session }: ApiRequest, jobs: JobStore): ApiResponse {
  const records = jobs.all().filter((job) => job.kind === 'ingest' && maySee(session, job));
  return {
    status: 200,
    body: { done: true, records: records.map((job) => ingestJobInfo(job as IngestJob)), nextRecordsUrl: null },
  };
}
