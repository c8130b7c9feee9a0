import type { Connection } from 'jsforce';
import { createUser, startTestOrg, type TestOrg } from '../local-org.ts';
import { zipOf } from '../zip-of.ts';
import { uiPackage } from './ui-package.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Person {
  readonly connection: Connection;
  readonly id: string;
  /** `path` stands below the version: `/ui-api/records`. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  graphql(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export interface UiOrg {
  readonly test: TestOrg;
  readonly admin: Person;
  /** Speaks Chinese, sees all of a project but its secret. */
  readonly wang: Person;
  /** Sees no projects at all. */
  readonly guest: Person;
  close(): Promise<void>;
}

/** A local org with the test app deployed and three people in it. */
export async function startUiOrg(options: { now?: () => number } = {}): Promise<UiOrg> {
  const test = await startTestOrg(options);
  const { connection } = test;
  const zip = await zipOf(uiPackage);
  const result = await connection.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (!result.success) throw new Error(JSON.stringify(result.details?.componentFailures));
  const { userId } = await connection.identity().then((identity) => ({ userId: identity.user_id }));
  await assign(connection, 'Project_Secrets', userId);
  await createUser(connection, 'wang@example.com', { profile: 'Standard User', language: 'zh_CN' });
  await createUser(connection, 'guest@example.com', { profile: 'Standard User' });
  await assign(connection, 'Project_Member', await userIdOf(connection, 'wang@example.com'));
  return {
    test,
    admin: person(test, connection, userId),
    wang: person(test, await test.connectAs('wang@example.com'), await userIdOf(connection, 'wang@example.com')),
    guest: person(test, await test.connectAs('guest@example.com'), await userIdOf(connection, 'guest@example.com')),
    close: () => test.close(),
  };
}

async function userIdOf(connection: Connection, username: string): Promise<string> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`);
  return records[0]?.Id ?? '';
}

async function assign(connection: Connection, name: string, AssigneeId: string): Promise<void> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  await connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId: records[0]?.Id ?? '' });
}

function person(test: TestOrg, connection: Connection, id: string): Person {
  const call: Person['call'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${test.org.url}/services/data/v66.0${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${connection.accessToken ?? ''}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
  return { connection, id, call, graphql: (query, variables) => call('POST', '/graphql', { query, variables }) };
}
