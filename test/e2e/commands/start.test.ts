import { createConnection } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, openCommandLine, type Started } from '../../support/command-line.ts';

let line: CommandLine;
beforeAll(() => (line = openCommandLine()));
afterAll(() => line.close());

const start = (...more: string[]): Started =>
  line.startScript('scripts/start.ts', '--dir', join(line.folder, 'kept'), '--port', '0', '--org-port', '0', ...more);

/** What the start printed: the addresses, and a door to its org as its administrator. */
async function running(started: Started) {
  await started.says('Ctrl-C stops it');
  const text = started.told();
  const url = (label: string) => new RegExp(`^ {2}${label} .*(http://\\S+)$`, 'm').exec(text)?.[1] ?? '';
  const tokens = readFileSync(join(line.folder, 'kept/org/tokens.json'), 'utf8');
  const accessToken = /00D\w+![\w.]+/.exec(tokens)?.[0];
  const connection = new Connection({ instanceUrl: url('Local org'), accessToken, version: '66.0' });
  return { text, pages: url('Pages'), org: url('Local org'), connection };
}

async function stop(started: Started): Promise<number | null> {
  started.child.kill('SIGINT');
  return (await started.ended).code;
}

const isFree = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port: Number(new URL(url).port), host: '127.0.0.1' });
    socket.once('connect', () => (socket.destroy(), resolve(false)));
    socket.once('error', () => resolve(true));
  });

it(
  'furnishes at the first start, keeps all at the second, tells what people deleted, and starts over when told to',
  { timeout: 600_000 },
  async () => {
    const first = start();
    const fresh = await running(first);
    expect(fresh.text).toMatch(/✓ check .*\n.*✓ deploy .*\n.*✓ flows .*\n.*✓ read back/);
    expect(fresh.text).toMatch(/✓ playbooks +\d+ created, 0 updated, 0 unchanged/);
    expect(fresh.text).toMatch(/110 User created[^]*240 Account created[^]*320 Opportunity created/);
    expect(fresh.text).toMatch(/sf target .* {2}--target-org midfield-local/);
    expect((await fetch(`${fresh.pages}/`)).status).toBe(200);
    const { records } = await fresh.connection.query<{ Id: string }>(
      "SELECT Id FROM Opportunity WHERE StageName = 'Closed Lost' LIMIT 2",
    );
    await fresh.connection.sobject('Opportunity').delete(records.map(({ Id }) => Id));
    expect(await stop(first)).toBe(0);
    expect(await Promise.all([isFree(fresh.pages), isFree(fresh.org)])).toEqual([true, true]);

    const second = start();
    const kept = await running(second);
    expect(kept.text).toContain('From last time: the package, 3 published playbooks, 318 demo deals.');
    expect(kept.text).not.toMatch(/✓ (check|deploy)|Warning/);
    expect(kept.text).toContain(
      'The demo had 320 deals; "npm run midfield -- seed demo --target-org midfield-local" brings back',
    );
    expect(await stop(second)).toBe(0);

    const reset = start('--reset');
    await reset.says('✓ preflight');
    expect(await stop(reset)).toBe(130);
  },
);
