import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo } from '../../support/command-line.ts';
import { startOrgProcess, type OrgProcess } from '../../support/org-process.ts';
import { stageValue } from './fixture-playbooks.ts';
import { copyOfGateOrg } from './gate-org-snapshot.ts';

/** An org in a process of its own, killed while it writes two hundred opportunities with everything that hangs on them. */
let dir: string;
let server: OrgProcess;
/** How long the request takes when nobody kills it. */
let whole: number;

async function collection(
  method: 'POST' | 'PATCH',
  records: readonly object[],
): Promise<{ id: string; success: boolean }[]> {
  const answer = await fetch(`${server.url}/services/data/v66.0/composite/sobjects`, {
    method,
    headers: { Authorization: `Bearer ${server.accessToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      allOrNone: true,
      records: records.map((record) => ({ attributes: { type: 'Opportunity' }, ...record })),
    }),
  });
  return (await answer.json()) as { id: string; success: boolean }[];
}

const rowsNamed = (name: string) =>
  Array.from({ length: 200 }, () => ({
    Name: name,
    StageName: stageValue('S1'),
    CloseDate: '2026-12-31',
    MF_Deal_Type__c: 'HQ_Solution',
  }));

/** Sends, kills while the answer is awaited, and opens the same folder again; true when the kill came before the answer. */
async function killed(send: () => Promise<unknown>, after: number): Promise<boolean> {
  const answered = send().then(
    () => true,
    () => false,
  );
  await new Promise((resolve) => setTimeout(resolve, after));
  const exit = once(server.child, 'exit');
  server.child.kill('SIGKILL');
  await exit;
  const early = !(await answered);
  server = await startOrgProcess(dir);
  return early;
}

async function count(object: string, where: string): Promise<number> {
  return (await connectTo(server).query(`SELECT Id FROM ${object} WHERE ${where} LIMIT 2000`)).totalSize;
}

beforeAll(async () => {
  dir = await copyOfGateOrg('fixture', () => Date.parse('2026-03-02T04:00:00Z'));
  server = await startOrgProcess(dir);
  const started = performance.now();
  const made = await collection('POST', rowsNamed('Whole'));
  whole = performance.now() - started;
  expect(made.filter((one) => !one.success)).toEqual([]);
}, 120_000);
afterAll(async () => {
  await server?.end('SIGTERM');
  await rm(dir, { recursive: true, force: true });
});

describe('an org that is killed in the middle of a save of two hundred opportunities', { timeout: 120_000 }, () => {
  it.each([0.2, 0.5, 0.8])('at %d of its time has all of them with deals, gates and checks, or none', async (part) => {
    const name = `Killed ${part}`;
    const early = await killed(() => collection('POST', rowsNamed(name)), whole * part);
    const opportunities = await count('Opportunity', `Name = '${name}'`);
    expect([0, 200]).toContain(opportunities);
    if (!early) expect(opportunities).toBe(200);
    expect(await count('MF_Deal__c', `Opportunity__r.Name = '${name}'`)).toBe(opportunities);
    expect(await count('MF_Gate__c', `Deal__r.Opportunity__r.Name = '${name}'`)).toBe(opportunities * 9);
    expect(await count('MF_Check__c', `Gate__r.Deal__r.Opportunity__r.Name = '${name}'`)).toBe(opportunities * 3);
    expect(
      await count('Opportunity', `Name = '${name}' AND MF_Deal__r.Current_Gate_Stage__c <> '${stageValue('S1')}'`),
    ).toBe(0);
  });

  it('goes on afterwards as if nothing had been', async () => {
    const made = await collection('POST', rowsNamed('After'));
    expect(made.every((one) => one.success)).toBe(true);
    expect(await count('MF_Check__c', "Gate__r.Deal__r.Opportunity__r.Name = 'After'")).toBe(600);
    const moved = await collection(
      'PATCH',
      made.map(({ id }) => ({ id, StageName: stageValue('S2') })),
    );
    expect(
      moved.every((one) => !one.success),
      'and its gates hold',
    ).toBe(true);
  });
});
