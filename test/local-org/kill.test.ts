import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOrg } from '../../scripts/local-org/open-org.ts';
import { type OrgProcess, startOrgProcess } from '../support/org-process.ts';
import { zipOf } from '../support/zip-of.ts';
import { file, manifest } from './metadata/local-package.ts';

/** `LOCAL_ORG_KILLS=200` for a long run by hand. */
const kills = Number(process.env['LOCAL_ORG_KILLS'] ?? 5);
const MINUTE = 60_000;
/** Guards against a reopening that grows without measure; the benchmark of rows holds it to two seconds on a quiet machine. */
const REOPEN_MS = 20_000;

let dir: string;
let running: OrgProcess;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kill-'));
});
afterEach(async () => {
  if (running.child.exitCode === null && running.child.signalCode === null) await running.end('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

const send = (path: string, init: { method?: string; body?: BodyInit } = {}): Promise<Response> =>
  fetch(`${running.url}/services/data/v66.0${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${running.accessToken}`,
      ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
  });

async function rowsOf<T>(soql: string): Promise<T[]> {
  const answer = await send(`/query?q=${encodeURIComponent(soql)}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { records: T[] }).records;
}

/** Opens the folder that a killed process left, and says how long that took; loading the code is not part of it. */
async function reopen(): Promise<number> {
  const started = performance.now();
  const org = openOrg({ dir, now: Date.now });
  const took = performance.now() - started;
  org.store.close();
  running = await startOrgProcess(dir);
  return took;
}

/** Kills the process at a random moment of the work, all of which must end by the loss of its connection. */
async function killDuring(work: readonly (() => Promise<void>)[], withinMs: number): Promise<void> {
  const ends = work.map((each) => expect(each()).rejects.toThrow(/fetch failed|terminated|other side closed/));
  await delay(Math.random() * withinMs);
  await running.end('SIGKILL');
  await Promise.all(ends);
}

const PER_BATCH = 200;
const batches = new Set<string>();
const objects = new Set<string>();
let sent = 0;

async function writeBatches(): Promise<void> {
  for (;;) {
    const batch = `batch ${sent++}`;
    const records = Array.from({ length: PER_BATCH }, (_, index) => ({
      attributes: { type: 'Account' },
      Name: `${batch} · ${index} 记录 🧾`,
      Site: batch,
    }));
    const body = JSON.stringify({ allOrNone: true, records });
    const answer = await send('/composite/sobjects', { method: 'POST', body });
    const results = (await answer.json()) as { success: boolean }[];
    if (!results.every(({ success }) => success)) throw new Error(`${batch} was refused`);
    batches.add(batch);
  }
}

async function deployObjects(): Promise<void> {
  for (;;) {
    const name = `Visit${sent++}__c`;
    const status = await deployObject(name);
    if (status !== 'Succeeded') throw new Error(`Expected the deploy of ${name} to succeed, got ${status}`);
    objects.add(name);
  }
}

async function expectNothingLost(): Promise<void> {
  const kept = await rowsOf<{ Site: string; n: number }>('SELECT Site, COUNT(Id) n FROM Account GROUP BY Site');
  expect(kept.filter(({ n }) => n !== PER_BATCH)).toEqual([]);
  const keptBatches = kept.map(({ Site }) => Site);
  expect([...batches].filter((batch) => !keptBatches.includes(batch))).toEqual([]);
  const described = await describedObjects();
  expect([...objects].filter((name) => !described.includes(name))).toEqual([]);
  for (const name of described.slice(-3)) await expectWhole(name);
}

describe('a local org that is killed at random moments', () => {
  it(
    `loses no record, half-does no collection and no deploy, ${kills} times`,
    { timeout: MINUTE + kills * 30_000 },
    async () => {
      const took: number[] = [];
      running = await startOrgProcess(dir);
      for (let round = 0; round < kills; round++) {
        await killDuring([writeBatches, deployObjects], 900);
        took.push(await reopen());
        await expectNothingLost();
      }
      console.info(
        `${kills} kills: ${batches.size} collections and ${objects.size} deploys answered, slowest reopening ${Math.round(Math.max(...took))} ms`,
      );
      expect(batches.size + objects.size).toBeGreaterThan(0);
      expect(Math.max(...took)).toBeLessThan(REOPEN_MS);
    },
  );
});

const FIELDS = 12;

async function deployObject(name: string): Promise<string> {
  const fields = Array.from(
    { length: FIELDS },
    (_, index) =>
      `<fields><fullName>F${index}__c</fullName><label>F${index}</label><length>80</length><required>true</required><type>Text</type></fields>`,
  );
  const object = file(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus>${fields.join('')}<label>${name}</label>
     <nameField><label>Name</label><type>Text</type></nameField><pluralLabel>${name}</pluralLabel>
     <sharingModel>ReadWrite</sharingModel>`,
  );
  const zip = await zipOf({
    'package.xml': manifest([`CustomObject: ${name}`, `CustomPermission: ${name.slice(0, -3)}`]),
    [`objects/${name}.object`]: object,
    [`customPermissions/${name.slice(0, -3)}.customPermission`]: file(
      'CustomPermission',
      `<isLicensed>false</isLicensed><label>${name}</label>`,
    ),
  });
  const body = new FormData();
  body.append('entity_content', JSON.stringify({ deployOptions: { rollbackOnError: true } }));
  body.append('file', new Blob([new Uint8Array(zip)]), 'package.zip');
  const answer = (await (await send('/metadata/deployRequest', { method: 'POST', body })).json()) as {
    deployResult: { status: string };
  };
  return answer.deployResult.status;
}

async function describedObjects(): Promise<string[]> {
  const { sobjects } = (await (await send('/sobjects')).json()) as { sobjects: { name: string }[] };
  return sobjects.map(({ name }) => name).filter((name) => /^Visit\d+__c$/.test(name));
}

/** Its fields, the other component of its package and its table are there together, and rows can be written. */
async function expectWhole(name: string): Promise<void> {
  const { fields } = (await (await send(`/sobjects/${name}/describe`)).json()) as { fields: { name: string }[] };
  expect(
    fields.filter((field) => field.name.endsWith('__c')),
    name,
  ).toHaveLength(FIELDS);
  const permission = `SELECT Id FROM CustomPermission WHERE DeveloperName = '${name.slice(0, -3)}'`;
  expect(await rowsOf(permission), name).toHaveLength(1);
  const row = Object.fromEntries(Array.from({ length: FIELDS }, (_, index) => [`F${index}__c`, '四 🧾']));
  const answer = await send(`/sobjects/${name}`, { method: 'POST', body: JSON.stringify({ Name: 'x', ...row }) });
  expect(answer.status, await answer.text()).toBe(201);
}
