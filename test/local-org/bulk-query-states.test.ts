import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../scripts/local-org/api/start-server.ts';
import type { RunningOrg } from '../../scripts/local-org/api/server.ts';

let dir: string;
let org: RunningOrg;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bulk-query-'));
  org = await startServer({ dir, port: 0 });
});
afterAll(async () => {
  await org.close();
  await rm(dir, { recursive: true, force: true });
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: never; text: string }> {
  const answer = await fetch(`${org.url}/services/data/v66.0${path}`, {
    method,
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: (text.startsWith('"') || text === '' ? {} : JSON.parse(text)) as never, text };
}
const insert = (name: string) => ask('POST', '/sobjects/Account', { Name: name });
const create = async (query = 'SELECT Name FROM Account ORDER BY Name'): Promise<{ id: string; state: string }> =>
  (await ask('POST', '/jobs/query', { operation: 'query', query })).json;
const info = async (id: string): Promise<{ state: string; numberRecordsProcessed: number }> =>
  (await ask('GET', `/jobs/query/${id}`)).json;
const results = async (id: string): Promise<string> => (await ask('GET', `/jobs/query/${id}/results`)).text;

describe('a bulk query job', () => {
  it('is waiting when it was made and reads what is there when it is taken up', async () => {
    await insert('Before');
    const job = await create();
    expect(job).toMatchObject({ state: 'UploadComplete', numberRecordsProcessed: 0 });
    await insert('Between');
    expect(await info(job.id)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2 });
    await insert('Later');
    expect(await results(job.id)).toBe('"Name"\n"Before"\n"Between"\n');
    expect(await results(job.id)).toBe('"Name"\n"Before"\n"Between"\n');
  });

  it('is taken up without being asked for', async () => {
    const { id } = await create();
    await delay(400);
    await insert('Too late');
    expect(await results(id)).not.toContain('Too late');
  });

  it('can be aborted while it waits, and then has no results for ever', async () => {
    const { id } = await create();
    expect((await ask('DELETE', `/jobs/query/${id}`)).status).toBe(400);
    expect((await ask('PATCH', `/jobs/query/${id}`, { state: 'JobComplete' })).status).toBe(400);
    expect((await ask('PATCH', `/jobs/query/${id}`, { state: 'Aborted' })).json).toMatchObject({ state: 'Aborted' });
    await delay(400);
    expect(await info(id)).toMatchObject({ state: 'Aborted', numberRecordsProcessed: 0 });
    expect((await ask('GET', `/jobs/query/${id}/results`)).json).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
    expect((await ask('PATCH', `/jobs/query/${id}`, { state: 'Aborted' })).status).toBe(400);
    expect((await ask('DELETE', `/jobs/query/${id}`)).status).toBe(204);
  });

  it('is refused when its rows would hold others', async () => {
    const nested = await ask('POST', '/jobs/query', {
      operation: 'query',
      query: 'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
    });
    expect(nested.json).toMatchObject([{ errorCode: 'API_ERROR' }]);
    for (const query of [
      'SELECT COUNT() FROM Account',
      'SELECT Name FROM Account GROUP BY Name',
      'SELECT Id FROM Account LIMIT 1 OFFSET 1',
      'SELECT TYPEOF What WHEN Account THEN Name END FROM Task',
    ])
      expect((await ask('POST', '/jobs/query', { operation: 'query', query })).json).toMatchObject([
        { errorCode: 'API_ERROR' },
      ]);
  });

  it('is taken up by the next process when the last one ended before', async () => {
    const { id } = await create();
    await org.close();
    org = await startServer({ dir, port: 0 });
    expect(await info(id)).toMatchObject({ state: 'JobComplete' });
    expect(await results(id)).toContain('"Before"');
  });
});

describe('the day', () => {
  const limits = async (): Promise<Record<string, { Max: number; Remaining: number }>> =>
    (await ask('GET', '/limits')).json;

  it('counts query jobs, their megabytes and the batches of loads, across a restart', async () => {
    const before = await limits();
    await info((await create()).id);
    const { id } = (await ask('POST', '/jobs/ingest', { object: 'Account', operation: 'insert' })).json as {
      id: string;
    };
    await fetch(`${org.url}/services/data/v66.0/jobs/ingest/${id}/batches`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'text/csv' },
      body: `Name\n${'Row\n'.repeat(3)}`,
    });
    await ask('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    const after = await limits();
    const used = (name: string): number => (before[name]?.Remaining ?? 0) - (after[name]?.Remaining ?? 0);
    expect(used('DailyBulkV2QueryJobs')).toBe(1);
    expect(used('DailyBulkApiBatches')).toBe(1);
    expect(after['DailyBulkV2QueryFileStorageMB']).toEqual({ Max: 976_562, Remaining: 976_561 });
    await org.close();
    org = await startServer({ dir, port: 0 });
    const again = await limits();
    expect(again['DailyBulkV2QueryJobs']).toEqual(after['DailyBulkV2QueryJobs']);
    expect(again['DailyApiRequests']?.Remaining).toBe((after['DailyApiRequests']?.Remaining ?? 0) - 1);
  });
});
