import type { Connection } from '@salesforce/core';
import type { OrgRecord, WriteOptions, WriteResult } from './org-port.ts';
import { backOff, isPassing } from './retry.ts';

/** Records in one collection request; the platform's own limit. */
const requestSize = 200;
const maximumAttempts = 6;

export interface WriteRequest extends WriteOptions {
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  readonly externalIdField?: string;
  readonly rows: readonly OrgRecord[];
}

/** Writes rows in requests of 200. A failing row never stops the others; rows that met a lock are tried again. */
export async function writeRows(connection: Connection, request: WriteRequest): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  for (let start = 0; start < request.rows.length; start += requestSize) {
    request.signal?.throwIfAborted();
    results.push(...(await writeChunk(connection, request, request.rows.slice(start, start + requestSize))));
    request.onProgress?.(results.length);
  }
  return results;
}

async function writeChunk(
  connection: Connection,
  request: WriteRequest,
  rows: readonly OrgRecord[],
): Promise<WriteResult[]> {
  const results: RawResult[] = new Array<RawResult>(rows.length);
  let pending = rows.map((_row, index) => index);
  for (let attempt = 1; pending.length > 0; attempt++) {
    const answers = await send(
      connection,
      request,
      pending.map((index) => rows[index] ?? {}),
    );
    pending.forEach((index, position) => (results[index] = answers[position] ?? { success: false, errors: [] }));
    pending = pending.filter((index) =>
      results[index]?.errors?.some((error) => isPassing(error.statusCode ?? error.errorCode)),
    );
    if (attempt === maximumAttempts) break;
    if (pending.length > 0) await backOff(attempt, request.signal);
  }
  return results.map(toResult);
}

interface RawResult {
  readonly id?: string | null;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors?: readonly {
    statusCode?: string;
    errorCode?: string;
    message?: string;
    fields?: readonly string[];
  }[];
}

async function send(connection: Connection, request: WriteRequest, rows: OrgRecord[]): Promise<RawResult[]> {
  const object = connection.sobject(request.object);
  const options = { allOrNone: false, allowRecursive: false };
  if (request.operation === 'insert') return await object.create(rows, options);
  if (request.operation === 'update') return await object.update(rows as never[], options);
  if (request.operation === 'delete')
    return await object.destroy(
      rows.map((row) => String(row['Id'])),
      options,
    );
  return await object.upsert(rows, request.externalIdField ?? 'Id', options);
}

function toResult(raw: RawResult): WriteResult {
  const errors = (raw.errors ?? []).map((error) => {
    const fields = error.fields?.length ? ` (${error.fields.join(', ')})` : '';
    return `${error.statusCode ?? error.errorCode ?? 'ERROR'}: ${error.message ?? ''}${fields}`;
  });
  return { id: raw.id ?? null, success: raw.success, created: raw.created ?? false, errors };
}
