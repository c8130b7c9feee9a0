/**
 * What an org with many rows costs: start, memory, single requests, and how all of it grows from 10,000 to 1,000,000 rows; and
 * rows per second through collections and Bulk against the same rows inserted by hand-written SQL.
 * Run it alone: `npm run bench -- rows`; MOST=100000 makes it shorter.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openOrg } from '../../scripts/local-org/open-org.ts';
import { idFromNumber } from '../../scripts/local-org/store/ids.ts';

const MOST = Number(process.env['MOST'] ?? 1_000_000);
const SIZES = [0, 10_000, 100_000, 1_000_000].filter((size) => size <= MOST);
const MAIN = new URL('../../scripts/local-org/main.ts', import.meta.url).pathname;
/** A start with rows against one of the empty org, as whole processes: most of it is the loading of the code. */
const MOST_START = 2;
/** Opening the folder alone, which is what grows with what it holds. */
const MOST_OPEN_MS = 2_000;
/** A single request may cost this much more with a hundred times the rows. */
const MOST_GROWTH = 2;
/** Rows through an API against hand-written SQL into the same table. */
const MOST_OVERHEAD = 20;

interface Running {
  readonly url: string;
  readonly accessToken: string;
  readonly startMs: number;
  readonly memoryMb: number;
  stop(): Promise<void>;
}

async function start(dir: string): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, '--port', '0', '--dir', dir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return {
    ...(JSON.parse(line) as { url: string; accessToken: string }),
    startMs: performance.now() - started,
    memoryMb: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Rows as they are stored, written below the save: filling an org is not what is measured. */
function fill(dir: string, from: number, to: number): number {
  const org = openOrg({ dir, now: Date.now });
  const { db } = org.store;
  const owner = String(db.prepare('SELECT "Id" AS id FROM "User" LIMIT 1').get()?.['id']);
  const started = performance.now();
  const insert = db.prepare(
    `INSERT INTO "Account" ("Id", "Name", "Site", "OwnerId", "CreatedById", "LastModifiedById", "CreatedDate", "LastModifiedDate", "SystemModstamp")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const stamp = '2026-01-01T00:00:00.000Z';
  org.store.transaction(() => {
    for (let number = from; number < to; number++) {
      // Far from the numbers that the org itself gives.
      const id = idFromNumber('001', 10_000_000_000 + number);
      insert.run(id, `Account ${number}`, `site ${number % 100}`, owner, owner, owner, stamp, stamp, stamp);
    }
  });
  const took = performance.now() - started;
  org.store.close();
  return (to - from) / took;
}

function openAlone(dir: string): number {
  const started = performance.now();
  const org = openOrg({ dir, now: Date.now });
  const took = performance.now() - started;
  org.store.close();
  return took;
}

const send = ({ url, accessToken }: Running, method: string, path: string, body?: unknown, type = 'application/json') =>
  fetch(`${url}/services/data/v66.0${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

const CRUD = 400;

/** Create, read, change, find and delete one record at a time; requests per second. */
async function crud(org: Running): Promise<number> {
  const round = async (count: number): Promise<void> => {
    for (let number = 0; number < count; number++) {
      const made = (await (await send(org, 'POST', '/sobjects/Account', { Name: `Single ${number}` })).json()) as {
        id: string;
      };
      await (await send(org, 'GET', `/sobjects/Account/${made.id}`)).arrayBuffer();
      await (await send(org, 'PATCH', `/sobjects/Account/${made.id}`, { Site: 'x' })).arrayBuffer();
      const soql = encodeURIComponent(`SELECT Id, Site FROM Account WHERE Name = 'Single ${number}'`);
      await (await send(org, 'GET', `/query?q=${soql}`)).arrayBuffer();
      await (await send(org, 'DELETE', `/sobjects/Account/${made.id}`)).arrayBuffer();
    }
  };
  await round(20);
  const started = performance.now();
  await round(CRUD / 5);
  return (CRUD / (performance.now() - started)) * 1000;
}

const ROWS = 10_000;

/** Rows per millisecond. */
async function collections(org: Running): Promise<number> {
  const started = performance.now();
  for (let done = 0; done < ROWS; done += 200) {
    const records = Array.from({ length: 200 }, (_, index) => ({
      attributes: { type: 'Account' },
      Name: `c ${done + index}`,
      Site: 'c',
    }));
    const results = (await (await send(org, 'POST', '/composite/sobjects', { records })).json()) as {
      success: boolean;
    }[];
    if (!results.every(({ success }) => success)) throw new Error('Expected every row to be saved');
  }
  return ROWS / (performance.now() - started);
}

async function bulk(org: Running): Promise<number> {
  const csv = `Name,Site\n${Array.from({ length: ROWS }, (_, index) => `b ${index},b`).join('\n')}\n`;
  const started = performance.now();
  const { id } = (await (
    await send(org, 'POST', '/jobs/ingest', { object: 'Account', operation: 'insert' })
  ).json()) as { id: string };
  await send(org, 'PUT', `/jobs/ingest/${id}/batches`, csv, 'text/csv');
  await send(org, 'PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
  for (;;) {
    const job = (await (await send(org, 'GET', `/jobs/ingest/${id}`)).json()) as {
      state: string;
      numberRecordsFailed: number;
    };
    if (job.state === 'JobComplete' && job.numberRecordsFailed === 0) return ROWS / (performance.now() - started);
    if (job.state === 'Failed' || job.numberRecordsFailed > 0)
      throw new Error(`Expected the job to succeed: ${JSON.stringify(job)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function report(name: string, figure: string, ratio: number, bound: number): void {
  process.stdout.write(`${name}: ${figure}, ratio ${ratio.toFixed(2)} (bound ${String(bound)})\n`);
  if (!(ratio <= bound)) process.exitCode = 1;
}

const dir = mkdtempSync(join(tmpdir(), 'rows-bench-'));
try {
  await (await start(dir)).stop();
  let rows = 0;
  let first: number | undefined;
  let empty: number | undefined;
  let byHand = 0;
  for (const size of SIZES) {
    if (size > rows) byHand = fill(dir, rows, size);
    rows = size;
    const openMs = openAlone(dir);
    const org = await start(dir);
    try {
      const perSecond = await crud(org);
      first ??= perSecond;
      const label = `with ${size.toLocaleString('en')} rows`;
      empty ??= org.startMs;
      report(
        `start ${label}`,
        `${org.startMs.toFixed(0)} ms, ${org.memoryMb.toFixed(0)} MB`,
        org.startMs / empty,
        MOST_START,
      );
      report(`opening ${label}`, `${openMs.toFixed(0)} ms`, openMs / MOST_OPEN_MS, 1);
      report(`single requests ${label}`, `${perSecond.toFixed(0)}/s`, first / perSecond, MOST_GROWTH);
      if (size !== SIZES.at(-1)) continue;
      for (const [name, measure] of [
        ['collections', collections],
        ['Bulk', bulk],
      ] as const) {
        const rate = await measure(org);
        report(
          `${name} ${label}`,
          `${(rate * 1000).toFixed(0)} rows/s, ${(byHand * 1000).toFixed(0)} by SQL`,
          byHand / rate,
          MOST_OVERHEAD,
        );
      }
    } finally {
      await org.stop();
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
