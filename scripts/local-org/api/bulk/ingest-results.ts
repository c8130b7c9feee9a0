import type { Session } from '../../org.ts';
import type { ApiResponse } from '../route.ts';
import { toCsv } from './csv-format.ts';
import type { IngestJob } from './job.ts';

interface ResultRow {
  readonly cells: readonly string[];
  readonly id: string | null;
  readonly created: boolean;
  readonly error: string | null;
}

/** In the order of the upload. */
export function successfulResults(session: Session, job: IngestJob): ApiResponse {
  const rows = read(session, job, 'saved_id IS NOT NULL AND error IS NULL');
  const cells = rows.map((row) => [row.id, String(row.created), ...row.cells]);
  return csv(toCsv(['sf__Id', 'sf__Created', ...job.columns], cells, job));
}

export function failedResults(session: Session, job: IngestJob): ApiResponse {
  const idColumn = job.columns.findIndex((name) => name.toLowerCase() === 'id');
  const rows = read(session, job, 'error IS NOT NULL');
  const cells = rows.map((row) => [row.cells[idColumn] ?? row.id ?? '', row.error, ...row.cells]);
  return csv(toCsv(['sf__Id', 'sf__Error', ...job.columns], cells, job));
}

export function unprocessedRecords(session: Session, job: IngestJob): ApiResponse {
  const rows = read(session, job, 'saved_id IS NULL AND error IS NULL');
  return csv(
    toCsv(
      job.columns,
      rows.map(({ cells }) => cells),
      job,
    ),
  );
}

function read({ org }: Session, job: IngestJob, condition: string): ResultRow[] {
  const rows = org.store
    .prepare(`SELECT * FROM _bulk_rows WHERE job_id = ? AND ${condition} ORDER BY line`)
    .all(job.id);
  return rows.map((row) => ({
    cells: JSON.parse(String(row['cells'])) as string[],
    id: row['saved_id'] === null ? null : String(row['saved_id']),
    created: row['created'] === 1,
    error: row['error'] === null ? null : String(row['error']),
  }));
}

export function csv(body: string, headers: Record<string, string> = {}): ApiResponse {
  return { status: 200, headers: { 'Content-Type': 'text/csv', ...headers }, body };
}
