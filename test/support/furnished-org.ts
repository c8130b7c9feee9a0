import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from 'jsforce';
import { type OrgProcess, startOrgProcess } from './org-process.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

export interface FurnishedOrg {
  readonly process: OrgProcess;
  readonly admin: Connection;
  /** `zhou.hang` → the username in this org. */
  usernameOf(key: string): string;
  close(): Promise<void>;
}

/** A local org with the package, the playbooks and the demo company, furnished by the commands that a person types. */
export async function openFurnishedOrg(): Promise<FurnishedOrg> {
  const dir = await mkdtemp(join(tmpdir(), 'furnished-org-'));
  const server = await startOrgProcess(join(dir, 'org'), '--country', 'CN');
  const admin = new Connection({ instanceUrl: server.url, accessToken: server.accessToken, version: '66.0' });
  const environment = { ...process.env, HOME: dir, SF_DISABLE_TELEMETRY: 'true', SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' };
  const node = async (...args: string[]) => {
    await run(process.execPath, args, { cwd: root, env: environment, maxBuffer: 64 * 1024 * 1024 });
  };
  const credentials = { instanceUrl: server.url, accessToken: server.accessToken, alias: 'furnished' };
  const authorize = `const { authorize } = await import('./scripts/salesforce/authorize.ts'); await authorize(${JSON.stringify(credentials)})`;
  const midfield = (...words: string[]) => node('scripts/midfield.ts', ...words, '--target-org', 'furnished');
  await node('--input-type=module', '-e', authorize);
  await midfield('install');
  await midfield('playbook', 'load');
  await midfield('seed', 'demo', '--users', 'personas');
  const { records } = await admin.query<{ Username: string }>(
    "SELECT Username FROM User WHERE Username LIKE 'zhou.hang@%'",
  );
  const suffix = records[0]?.Username.split('@')[1] ?? '';
  return {
    process: server,
    admin,
    usernameOf: (key) => `${key}@${suffix}`,
    async close() {
      await server.end('SIGTERM');
      await rm(dir, { recursive: true, force: true });
    },
  };
}
