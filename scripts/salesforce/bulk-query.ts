import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@salesforce/core';
import { parse } from 'csv-parse';
import { MidfieldError } from '../model/errors.ts';

interface QueryJob {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string;
}

/**
 * Rows of a query through the Bulk API 2.0, page after page as they come, so that a hundred thousand never stand in memory.
 * Values are texts, a blank is an empty one; a parent's field is named as it was asked for.
 */
export async function* bulkQuery(
  connection: Connection,
  query: string,
  signal?: AbortSignal,
): AsyncGenerator<Record<string, string>, void> {
  const base = `${connection.baseUrl()}/jobs/query`;
  const job = await ended(connection, base, await create(connection, base, query), signal);
  for (let locator: string | null = ''; locator !== null;) {
    signal?.throwIfAborted();
    const response: Response = await fetch(`${base}/${job.id}/results${locator === '' ? '' : `?locator=${locator}`}`, {
      headers: { Authorization: `Bearer ${connection.accessToken ?? ''}`, Accept: 'text/csv' },
      ...(signal ? { signal } : {}),
    });
    if (!response.ok || !response.body) throw new MidfieldError('OrgRejected', [await response.text()]);
    const rows = Readable.fromWeb(response.body as never).pipe(parse({ columns: true, bom: true }));
    yield* rows as AsyncIterable<Record<string, string>>;
    const next: string | null = response.headers.get('sforce-locator');
    locator = next === 'null' ? null : next;
  }
}

function create(connection: Connection, base: string, query: string): Promise<QueryJob> {
  return connection.request<QueryJob>({
    method: 'POST',
    url: base,
    body: JSON.stringify({ operation: 'query', query }),
    headers: { 'Content-Type': 'application/json' },
  });
}

async function ended(connection: Connection, base: string, job: QueryJob, signal?: AbortSignal): Promise<QueryJob> {
  let now = job;
  for (let wait = 50; now.state !== 'JobComplete'; wait = Math.min(wait * 2, 2_000)) {
    if (now.state === 'Failed' || now.state === 'Aborted')
      throw new MidfieldError('OrgRejected', [now.errorMessage ?? `The query job ${now.id} ended as ${now.state}.`]);
    await pause(wait, undefined, signal ? { signal } : {});
    now = await connection.request<QueryJob>(`${base}/${job.id}`);
  }
  return now;
}
