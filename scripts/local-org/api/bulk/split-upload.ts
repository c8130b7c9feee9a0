import type { Org } from '../../org.ts';
import { type IngestJob, type JobStore, touch } from './job.ts';
import { BadUpload, parseUpload } from './parse-upload.ts';
import { readColumns } from './row-from-cells.ts';

const CHUNK = 1_000;

/** Turns the uploaded file into rows and says how many there are. Killed in between, it starts over: rows count only when the job says InProgress. */
export async function splitUpload(org: Org, jobs: JobStore, job: IngestJob): Promise<number> {
  const { store } = org;
  store.prepare('DELETE FROM _bulk_rows WHERE job_id = ?').run(job.id);
  const upload = store.prepare('SELECT data FROM _bulk_uploads WHERE job_id = ?').get(job.id);
  const data = upload?.['data'];
  // A file without a line is a job without a row, as for clients that upload whatever they were given.
  if (!(data instanceof Uint8Array)) throw new BadUpload('InvalidBatch : The job has no data.');
  let header: string[] | undefined;
  let line = 0;
  let chunk: string[][] = [];
  const flush = (): void => {
    insertRows(org, job.id, line, chunk);
    line += chunk.length;
    chunk = [];
  };
  for await (const cells of parseUpload(Buffer.from(data.buffer, data.byteOffset, data.byteLength), job)) {
    if (header === undefined) {
      header = cells;
      checkHeader(org, job, header);
      continue;
    }
    chunk.push(cells);
    if (chunk.length === CHUNK) flush();
  }
  flush();
  begin(org, jobs, job, header ?? []);
  return line;
}

/** From here on the rows are what counts; an abort that came meanwhile stands. */
function begin(org: Org, jobs: JobStore, job: IngestJob, header: readonly string[]): void {
  const current = jobs.get(job.id);
  if (current?.kind !== 'ingest' || current.state !== 'UploadComplete') return;
  org.store.transaction(() => {
    current.columns = header;
    touch({ org }, current, 'InProgress');
    jobs.put(current);
    org.store.prepare('DELETE FROM _bulk_uploads WHERE job_id = ?').run(job.id);
  });
}

function checkHeader(org: Org, job: IngestJob, header: readonly string[]): void {
  const schema = org.schema();
  const type = schema.object(job.object);
  if (type === undefined) throw new BadUpload(`InvalidJob : The object ${job.object} does not exist.`);
  readColumns(schema, type, header);
  const double = header.find(
    (name, index) => header.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index,
  );
  if (double !== undefined) throw new BadUpload(`InvalidBatch : Field name appears twice : ${double}`);
}

function insertRows({ store }: Org, jobId: string, from: number, rows: readonly string[][]): void {
  store.transaction(() => {
    const insert = store.prepare('INSERT INTO _bulk_rows (job_id, line, cells) VALUES (?, ?, ?)');
    for (const [index, cells] of rows.entries()) insert.run(jobId, from + index + 1, JSON.stringify(cells));
  });
}
