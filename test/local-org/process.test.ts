import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OrgProcess, startOrgProcess } from '../support/org-process.ts';

let dir: string;
let running: OrgProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'org-process-'));
});
afterEach(async () => {
  if (running !== undefined && running.child.exitCode === null && running.child.signalCode === null)
    await running.end('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

const connect = ({ url, accessToken, apiVersion }: OrgProcess): Connection =>
  new Connection({ instanceUrl: url, accessToken, version: apiVersion });
const count = async (connection: Connection): Promise<number> =>
  (await connection.query('SELECT Id FROM Account')).totalSize;

describe('the process of a local org', () => {
  it('prints where it is and ends cleanly, its state readable by its owner only', async () => {
    running = await startOrgProcess(join(dir, 'state'));
    expect(running).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      accessToken: expect.stringMatching(/^00D\w{12,15}![.\w]*$/) as string,
      username: expect.stringContaining('@') as string,
      apiVersion: '66.0',
    });
    await connect(running).sobject('Account').create({ Name: 'Kept' });
    expect(await running.end('SIGTERM')).toBe(0);
    expect(statSync(join(dir, 'state')).mode & 0o077).toBe(0);
    const { accessToken } = running;
    running = await startOrgProcess(join(dir, 'state'));
    expect(running.accessToken).toBe(accessToken);
    expect(await count(connect(running))).toBe(1);
    expect(await running.end('SIGINT')).toBe(0);
  });

  it('refuses wrong arguments and a folder that is in use', async () => {
    const main = new URL('../../scripts/local-org/main.ts', import.meta.url).pathname;
    const run = (...options: string[]) => spawnSync(process.execPath, [main, ...options], { encoding: 'utf8' });
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('Expected --dir') as string });
    expect(run('--dir', dir, '--port', 'x').stderr).toContain('Expected a port from 0 to 65535, got x');
    running = await startOrgProcess(dir);
    expect(run('--dir', dir)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`in use by another process (pid ${running.child.pid})`) as string,
    });
  });

  it('loses nothing that it answered for when it is killed between requests', async () => {
    running = await startOrgProcess(dir);
    let answered = 0;
    const { url, accessToken } = running;
    const writing = (async () => {
      for (;;) {
        const answer = await fetch(`${url}/services/data/v66.0/composite/sobjects`, {
          method: 'POST',
          headers: { authorization: `Bearer ${accessToken}` },
          body: JSON.stringify({
            allOrNone: true,
            records: Array.from({ length: 7 }, () => ({ attributes: { type: 'Account' }, Name: 'x' })),
          }),
        }).catch(() => undefined);
        if (answer?.status !== 200) return;
        answered += 7;
      }
    })();
    // Not by the clock: a busy machine may answer its first request late.
    await vi.waitFor(() => expect(answered).toBeGreaterThan(70), { timeout: 30_000, interval: 20 });
    await running.end('SIGKILL');
    await writing;
    running = await startOrgProcess(dir);
    const kept = await count(connect(running));
    expect(kept).toBeGreaterThanOrEqual(answered);
    expect(kept % 7).toBe(0);
  });

  it('goes on with a bulk job where it was killed, no batch half done and none done twice', async () => {
    running = await startOrgProcess(dir);
    const job = connect(running).bulk2.createJob({ object: 'Account', operation: 'insert' });
    await job.open();
    const rows = 6_000;
    await job.uploadData(`Name\n${Array.from({ length: rows }, (_, index) => `Row ${index}`).join('\n')}\n`);
    await job.close();
    await running.end('SIGKILL');

    running = await startOrgProcess(dir);
    const resumed = connect(running).bulk2.job('ingest', { id: job.id });
    await resumed.poll(50, 20_000);
    expect(await resumed.check()).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: rows,
      numberRecordsFailed: 0,
    });
    const connection = connect(running);
    expect(await count(connection)).toBe(rows);
    const { records } = await connection.query<{ n: number }>('SELECT COUNT_DISTINCT(Name) n FROM Account');
    expect(records[0]?.n).toBe(rows);
  });
});
