import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { startServer } from '../../scripts/local-org/api/start-server.ts';
import type { HttpLimits, RunningOrg } from '../../scripts/local-org/api/server.ts';

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
export async function startTestOrg(
  options: { now?: () => number; dir?: string; limits?: Partial<HttpLimits> } = {},
): Promise<TestOrg> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'local-org-')));
  const org = await startServer({ dir, port: 0, now: options.now, limits: options.limits });
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
  const connection = new Connection({ instanceUrl: url, accessToken, version: apiVersion, maxRequest: 20 });
  // An org on the same machine is asked often: by itself the client waits a second before it asks again.
  connection.metadata.pollInterval = 20;
  connection.bulk2.pollInterval = 20;
  connection.bulk2.pollTimeout = 120_000;
  return connection;
}

/** Makes an active user with the profile of that name; gives the username back. */
export async function createUser(
  connection: Connection,
  username: string,
  options: { profile?: string; language?: string; fields?: Record<string, string | null> } = {},
): Promise<string> {
  const { profile = 'System Administrator', language = 'en_US', fields = {} } = options;
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
  const [found] = records;
  if (found === undefined) throw new Error(`Expected a profile named ${profile}`);
  const nickname = username.replace(/@.*/, '');
  await connection.sobject('User').create({
    Username: username,
    LastName: nickname,
    Email: username,
    Alias: nickname.slice(0, 8),
    CommunityNickname: nickname,
    ProfileId: found.Id,
    TimeZoneSidKey: 'Asia/Shanghai',
    LocaleSidKey: language,
    LanguageLocaleKey: language,
    EmailEncodingKey: 'UTF-8',
    ...fields,
  });
  return username;
}
