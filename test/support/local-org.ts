import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { startServer } from '../../scripts/local-org/api/start-server.ts';
import type { RunningOrg } from '../../scripts/local-org/api/server.ts';

export interface TestOrg {
  readonly org: RunningOrg;
  readonly dir: string;
  /** As the built-in administrator. */
  readonly connection: Connection;
  /** As another user, who must exist and be active. */
  connectAs(username: string): Promise<Connection>;
  /** Stops the server and opens the same folder again. */
  restart(): Promise<TestOrg>;
  close(): Promise<void>;
}

/** A local org of its own in a temporary folder; close it when done. */
export async function startTestOrg(options: { now?: () => number; dir?: string } = {}): Promise<TestOrg> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'local-org-')));
  const org = await startServer({ dir, port: 0, now: options.now });
  const connection = connect(org, org.accessToken);
  return {
    org,
    dir,
    connection,
    async connectAs(username) {
      const { accessToken } = await connection.request<{ accessToken: string }>({
        method: 'POST',
        url: '/services/local-org/sessions',
        body: JSON.stringify({ username }),
        headers: { 'Content-Type': 'application/json' },
      });
      return connect(org, accessToken);
    },
    async restart() {
      await org.close();
      return startTestOrg({ ...options, dir });
    },
    async close() {
      await org.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function connect({ url, apiVersion }: RunningOrg, accessToken: string): Connection {
  return new Connection({ instanceUrl: url, accessToken, version: apiVersion, maxRequest: 20 });
}
