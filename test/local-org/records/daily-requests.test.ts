import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { startServer } from '../../../scripts/local-org/api/start-server.ts';

it('the requests of a day are counted, refused when they are used up, and come back a day later', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'local-org-'));
  let now = Date.parse('2026-03-02T08:00:00Z');
  const org = await startServer({ dir, port: 0, now: () => now, dailyRequests: 3 });
  try {
    const { url, accessToken, apiVersion } = org;
    const connection = new Connection({ instanceUrl: url, accessToken, version: apiVersion });
    await connection.query('SELECT Id FROM Account');
    expect(await connection.limits()).toMatchObject({ DailyApiRequests: { Max: 3, Remaining: 2 } });
    expect(connection.limitInfo).toMatchObject({ apiUsage: { used: 2, limit: 3 } });
    await connection.query('SELECT Id FROM Account');
    const headers = { authorization: `Bearer ${accessToken}` };
    const refused = await fetch(`${url}/services/data/v66.0/limits`, { headers });
    expect([refused.status, await refused.json()]).toEqual([
      403,
      [expect.objectContaining({ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' })],
    ]);
    now += 24 * 3_600_000;
    expect(await connection.limits()).toMatchObject({ DailyApiRequests: { Max: 3, Remaining: 3 } });
  } finally {
    await org.close();
    await rm(dir, { recursive: true, force: true });
  }
});
