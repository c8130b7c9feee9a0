import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { copyFurnishedOrg } from './furnished-snapshot.ts';
import { type OrgProcess, startOrgProcess } from './org-process.ts';

export interface FurnishedOrg {
  readonly process: OrgProcess;
  readonly admin: Connection;
  /** `zhou.hang` → the username in this org. */
  usernameOf(key: string): string;
  close(): Promise<void>;
}

/** A local org of its own with the package, the playbooks and the demo company. */
export async function openFurnishedOrg(): Promise<FurnishedOrg> {
  const dir = await mkdtemp(join(tmpdir(), 'furnished-org-'));
  await copyFurnishedOrg(join(dir, 'org'));
  const server = await startOrgProcess(join(dir, 'org'));
  const admin = new Connection({ instanceUrl: server.url, accessToken: server.accessToken, version: '66.0' });
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
