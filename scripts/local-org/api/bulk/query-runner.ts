import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { openSession } from '../../access/open-session.ts';
import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { QueryRecord, QueryResult } from '../../soql/contract.ts';
import { runQuery } from '../../soql/run.ts';
import type { DailyUsage } from '../daily-usage.ts';
import { type JobStore, type QueryJob, touch } from './job.ts';

export interface QueryRunner {
  /** Takes the job up soon, unless it is asked for or aborted before. */
  schedule(jobId: string): void;
  /** Takes the job up now; resolves when it is at its end. */
  run(jobId: string): Promise<void>;
  /** Takes up what a former process left. */
  resume(): void;
  stop(): Promise<void>;
}

/** A client that wants to abort a job has this long, if nobody asks for it. */
const WAIT_MS = 250;
const CHUNK = 2_000;
const MEGABYTE = 1_000_000;

/** One job after another. A job reads its rows at one moment; other requests go in between while they are kept. */
export function createQueryRunner(org: Org, jobs: JobStore, usage: DailyUsage): QueryRunner {
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();
  const runs = new Map<string, Promise<void>>();
  const work = async (jobId: string): Promise<void> => {
    await nextTurn();
    const job = unfinished(jobs, jobId);
    if (stopped || job === undefined) return;
    touch({ org }, job, 'InProgress');
    jobs.put(job);
    await nextTurn();
    const result = ask(org, job);
    let bytes = 0;
    org.store.prepare('DELETE FROM _bulk_rows WHERE job_id = ?').run(jobId);
    for (let from = 0; from < result.records.length; from += CHUNK) {
      if (stopped || unfinished(jobs, jobId) === undefined) return;
      bytes += keepRows(org, jobId, from, result);
      await nextTurn();
    }
    if (complete(org, jobs, jobId, result.records.length))
      usage.count('DailyBulkV2QueryFileStorageMB', bytes / MEGABYTE);
  };
  const run = (jobId: string): Promise<void> => {
    let running = runs.get(jobId);
    if (running === undefined) {
      running = queue = queue.then(() => work(jobId)).catch((error: unknown) => fail(org, jobs, jobId, error));
      runs.set(jobId, running);
      void running.then(() => runs.delete(jobId));
    }
    return running;
  };
  return {
    run,
    schedule(jobId) {
      void delay(WAIT_MS, undefined, { ref: false }).then(() => (stopped ? undefined : run(jobId)));
    },
    resume() {
      for (const { id } of jobs.all()) if (unfinished(jobs, id) !== undefined) void run(id);
    },
    async stop() {
      stopped = true;
      await queue;
    },
  };
}

/** Undefined for a job that is over, aborted or deleted. */
function unfinished(jobs: JobStore, jobId: string): QueryJob | undefined {
  const job = jobs.get(jobId);
  return job?.kind === 'query' && (job.state === 'UploadComplete' || job.state === 'InProgress') ? job : undefined;
}

function ask(org: Org, { createdById, query, apiVersion, operation }: QueryJob): QueryResult {
  const session = openSession(org, createdById);
  return runQuery(session, query, { urlBase: `/services/data/v${apiVersion}`, all: operation === 'queryAll' });
}

/** Answers how many characters the rows take. */
function keepRows({ store }: Org, jobId: string, from: number, { records, columns }: QueryResult): number {
  const paths = columns.map(({ name, type }) => ({ path: name.split('.'), datetime: type === 'datetime' }));
  return store.transaction(() => {
    const insert = store.prepare('INSERT INTO _bulk_rows (job_id, line, cells) VALUES (?, ?, ?)');
    let size = 0;
    for (const [index, record] of records.slice(from, from + CHUNK).entries()) {
      const cells = JSON.stringify(paths.map(({ path, datetime }) => cell(record, path, datetime)));
      insert.run(jobId, from + index + 1, cells);
      size += cells.length;
    }
    return size;
  });
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

/** False when an abort came while the last rows were kept. */
function complete(org: Org, jobs: JobStore, jobId: string, count: number): boolean {
  const job = unfinished(jobs, jobId);
  if (job === undefined) return false;
  job.numberRecordsProcessed = count;
  touch({ org }, job, 'JobComplete');
  jobs.put(job);
  return true;
}

function fail(org: Org, jobs: JobStore, jobId: string, error: unknown): void {
  const job = unfinished(jobs, jobId);
  if (job === undefined) return;
  job.errorMessage = error instanceof Error ? error.message : String(error);
  if (!(error instanceof OrgError)) process.stderr.write(`Bulk job ${jobId}: ${String(error)}\n`);
  touch({ org }, job, 'Failed');
  jobs.put(job);
}
