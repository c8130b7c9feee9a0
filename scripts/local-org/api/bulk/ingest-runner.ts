import { setImmediate as nextTurn } from 'node:timers/promises';
import { openSession } from '../../access/open-session.ts';
import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { save } from '../../save/save.ts';
import type { SaveError, SaveOperation, SaveResult } from '../../save/contract.ts';
import type { DailyUsage } from '../daily-usage.ts';
import { rowLock } from '../faults/apply-faults.ts';
import type { FaultList } from '../faults/fault-list.ts';
import { type IngestJob, type JobStore, touch } from './job.ts';
import { splitUpload } from './split-upload.ts';
import { BadUpload } from './parse-upload.ts';
import { readColumns, rowFromCells } from './row-from-cells.ts';

/** The platform saves the rows of a job in transactions of this size. */
const BATCH = 200;
/** A day's batches are counted by so many rows, however they are saved. */
const COUNTED_BATCH = 10_000;

export interface IngestRunner {
  /** Resolves when the job is at its end. */
  run(jobId: string): Promise<void>;
  /** Takes up what a former process left; a batch that it did not commit is done again from its start. */
  resume(): void;
  /** Ends after the batch that is running. */
  stop(): Promise<void>;
}

/** One job after another, one batch after another, other requests in between. */
export function createIngestRunner(org: Org, jobs: JobStore, faults: FaultList, usage: DailyUsage): IngestRunner {
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();
  const run = (jobId: string): Promise<void> => {
    queue = queue.then(() => work(jobId)).catch((error: unknown) => failJob(org, jobs, jobId, error));
    return queue;
  };
  const work = async (jobId: string): Promise<void> => {
    await nextTurn();
    const job = jobs.get(jobId);
    if (stopped || job?.kind !== 'ingest') return;
    if (job.state === 'UploadComplete') {
      const rows = await splitUpload(org, jobs, job);
      usage.count('DailyBulkApiBatches', Math.ceil(rows / COUNTED_BATCH));
    }
    while (!stopped && saveBatch(org, jobs, faults, jobId)) await nextTurn();
  };
  return {
    run,
    resume() {
      for (const { id, kind, state } of jobs.all()) {
        if (kind === 'ingest' && (state === 'UploadComplete' || state === 'InProgress')) void run(id);
      }
    },
    async stop() {
      stopped = true;
      await queue;
    },
  };
}

/** The rows, what became of them and the job's progress are one transaction: no batch is ever half done or done twice. */
function saveBatch(org: Org, jobs: JobStore, faults: FaultList, jobId: string): boolean {
  const job = jobs.get(jobId);
  if (job?.kind !== 'ingest' || job.state !== 'InProgress') return false;
  const { store } = org;
  const started = performance.now();
  const rows = store
    .prepare('SELECT line, cells FROM _bulk_rows WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?')
    .all(jobId, job.numberRecordsProcessed, BATCH)
    .map((row) => ({ line: Number(row['line']), cells: JSON.parse(String(row['cells'])) as string[] }));
  store.transaction(() => {
    const results = rows.length === 0 ? [] : saveRows(org, job, rows, faults);
    const update = store.prepare(
      'UPDATE _bulk_rows SET saved_id = ?, created = ?, error = ? WHERE job_id = ? AND line = ?',
    );
    for (const [index, { line }] of rows.entries()) {
      const { id, success, created, errors } = results[index] as SaveResult;
      update.run(id, created ? 1 : 0, success ? null : errors.map(errorText).join(';'), jobId, line);
      job.numberRecordsFailed += success ? 0 : 1;
    }
    job.numberRecordsProcessed += rows.length;
    job.totalProcessingTime += Math.round(performance.now() - started);
    touch({ org }, job, rows.length < BATCH ? 'JobComplete' : 'InProgress');
    jobs.put(job);
  });
  return job.state === 'InProgress';
}

function saveRows(
  org: Org,
  job: IngestJob,
  rows: readonly { cells: string[] }[],
  faults: FaultList,
): readonly SaveResult[] {
  // A batch meets the faults of its job's address.
  const path = `/services/data/v${job.apiVersion}/jobs/ingest/${job.id}`;
  const session = { ...openSession(org, job.createdById), rowsLocked: rowLock(faults, 'BATCH', path) };
  const schema = org.schema();
  const type = schema.object(job.object);
  if (type === undefined) throw new OrgError('INVALIDJOB', `The object ${job.object} does not exist any more.`);
  const columns = readColumns(schema, type, job.columns);
  const requests = rows.map(({ cells }) => ({
    object: type.name,
    row: rowFromCells(columns, cells),
    externalIdField: job.externalIdFieldName,
  }));
  const operation: SaveOperation = job.operation === 'hardDelete' ? 'delete' : job.operation;
  try {
    return org.store.transaction(() => save(session, operation, requests, { allOrNone: false }));
  } catch (error) {
    // A batch over a limit fails as a whole, each row with the reason; the next batch starts afresh.
    if (!(error instanceof OrgError)) throw error;
    const failure: SaveError = { statusCode: error.code, message: error.message, fields: error.fields };
    return rows.map(() => ({ id: null, success: false, created: false, errors: [failure] }));
  }
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --` */
function errorText({ statusCode, message, fields }: SaveError): string {
  return `${statusCode}:${message}:${fields.length === 0 ? '' : `${fields.join(', ')} `}--`;
}

function failJob(org: Org, jobs: JobStore, jobId: string, error: unknown): void {
  const job = jobs.get(jobId);
  if (job?.kind !== 'ingest') return;
  job.errorMessage = error instanceof Error ? error.message : String(error);
  if (!(error instanceof BadUpload || error instanceof OrgError))
    process.stderr.write(`Bulk job ${jobId}: ${String(error)}\n`);
  touch({ org }, job, 'Failed');
  jobs.put(job);
}
