import type { Session } from '../../org.ts';
import type { SaveOperation } from '../../save/contract.ts';
import type { Store } from '../../store/store.ts';
import { notFound } from '../error-body.ts';
import { platformTime } from '../platform-time.ts';
import type { ColumnDelimiter, LineEnding } from './csv-format.ts';

/**
 * Open → UploadComplete → InProgress → JobComplete, or Failed when the file itself is wrong. An open job or a waiting
 * one can be Aborted. A query job starts at UploadComplete: its query is the upload.
 */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

interface BaseJob {
  readonly id: string;
  readonly createdById: string;
  readonly createdDate: string;
  readonly apiVersion: string;
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
  readonly object: string;
  state: JobState;
  systemModstamp: string;
  numberRecordsProcessed: number;
}

export interface IngestJob extends BaseJob {
  readonly kind: 'ingest';
  readonly operation: SaveOperation | 'hardDelete';
  readonly externalIdFieldName?: string;
  /** The header line of the upload. */
  columns: readonly string[];
  numberRecordsFailed: number;
  errorMessage?: string;
  totalProcessingTime: number;
}

export interface QueryJob extends BaseJob {
  readonly kind: 'query';
  readonly operation: 'query' | 'queryAll';
  readonly query: string;
  readonly columns: readonly string[];
  errorMessage?: string;
}

export type Job = IngestJob | QueryJob;

/** The store's own tables: an upload, its rows with what became of each, and the rows of a query. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS _bulk_uploads (job_id TEXT PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS _bulk_rows (job_id TEXT, line INTEGER, cells TEXT NOT NULL, saved_id TEXT, created INTEGER, error TEXT,
    PRIMARY KEY (job_id, line)) WITHOUT ROWID;
`;

export interface JobStore {
  get(id: string): Job | undefined;
  put(job: Job): void;
  delete(id: string): void;
  all(): Job[];
}

export function openJobStore(store: Store): JobStore {
  store.db.exec(TABLES);
  const documents = store.documents('bulk-job');
  return {
    get: (id) => documents.get(id) as Job | undefined,
    put: (job) => documents.put(job.id, job),
    delete(id) {
      store.transaction(() => {
        documents.delete(id);
        store.prepare('DELETE FROM _bulk_uploads WHERE job_id = ?').run(id);
        store.prepare('DELETE FROM _bulk_rows WHERE job_id = ?').run(id);
      });
    },
    all: () => documents.entries().map(([, job]) => job as Job),
  };
}

/** A job belongs to its creator; administrators see all. */
export function requireJob<K extends Job['kind']>(
  jobs: JobStore,
  session: Session,
  id: string,
  kind: K,
): Extract<Job, { kind: K }> {
  const job = jobs.get(id);
  if (job === undefined || job.kind !== kind || !maySee(session, job)) throw notFound();
  return job as Extract<Job, { kind: K }>;
}

export function maySee(session: Session, job: Job): boolean {
  return job.createdById === session.user.id || session.access.hasSystemPermission('ModifyAllData');
}

export function touch(session: { org: { now(): number } }, job: Job, state: JobState): void {
  job.state = state;
  job.systemModstamp = platformTime(session.org.now());
}
