import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AuthInfo, Connection } from '@salesforce/core';
import { ComponentSet, type DeployResult, type MetadataApiDeployOptions } from '@salesforce/source-deploy-retrieve';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { file } from './local-package.ts';

let test: TestOrg;
let source: string;
let connection: Connection;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
};
const permission = (inside: string): string => file('CustomPermission', inside);

beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'rest-deploy-'));
  write(
    'customPermissions/Visit_Customers.customPermission-meta.xml',
    permission('<isLicensed>false</isLicensed><label>拜访客户 🚗</label>'),
  );
  test = await startTestOrg();
  const { accessToken, url: instanceUrl } = test.org;
  const authInfo = await AuthInfo.create({
    username: accessToken,
    accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl },
  });
  connection = await Connection.create({ authInfo });
});
afterAll(async () => {
  await test.close();
  rmSync(source, { recursive: true, force: true });
});

async function deploy(folder: string, options: Partial<MetadataApiDeployOptions['apiOptions']> = {}) {
  const components = ComponentSet.fromSource(join(source, folder));
  const deployment = await components.deploy({
    usernameOrConnection: connection,
    apiOptions: { ...options, rest: true },
  });
  return { deployment, result: await deployment.pollStatus({ frequency: { milliseconds: 20 } as never }) };
}

const rowsOf = ({ response }: DeployResult): unknown[] =>
  [response.details.componentSuccesses ?? []].flat().map(({ fullName, componentType }) => [componentType, fullName]);
const permissions = async (): Promise<unknown[]> =>
  (await test.connection.query("SELECT MasterLabel FROM CustomPermission WHERE DeveloperName = 'Visit_Customers'"))
    .records;

const raw = (path: string, method = 'GET', body?: unknown, token = test.org.accessToken): Promise<Response> =>
  fetch(`${test.org.url}/services/data/v66.0/metadata/deployRequest${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

describe('a deploy over REST by source-deploy-retrieve', () => {
  it('validates, changes nothing, and deploys quickly what was validated, once more as a deploy of its own', async () => {
    const { deployment, result } = await deploy('customPermissions', { checkOnly: true });
    expect(result.response).toMatchObject({ status: 'Succeeded', checkOnly: true });
    expect(await permissions()).toEqual([]);
    const id = await deployment.deployRecentValidation(true);
    expect(id).toMatch(/^0Af/);
    expect(id).not.toBe(deployment.id);
    expect(await permissions()).toMatchObject([{ MasterLabel: '拜访客户 🚗' }]);
  });

  it('reports every component', async () => {
    const { result } = await deploy('customPermissions');
    expect(result.response.status).toBe('Succeeded');
    expect(rowsOf(result)).toContainEqual(['CustomPermission', 'Visit_Customers']);
    const answer = (await (await raw(`/${result.response.id}`)).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      id: result.response.id,
      deployResult: { status: 'Succeeded', done: true },
      deployOptions: { checkOnly: false, rollbackOnError: true },
    });
    expect(answer['deployResult']).not.toHaveProperty('details');
  });

  it('fails with the file, the line and the reason', async () => {
    write(
      'wrong/customPermissions/Wrong.customPermission-meta.xml',
      permission('<label>x</label>\n<nothing>1</nothing>'),
    );
    const { result } = await deploy('wrong');
    expect(result.response.status).toBe('Failed');
    expect([result.response.details.componentFailures].flat()[0]).toMatchObject({
      fullName: 'Wrong',
      problemType: 'Error',
      problem: expect.stringContaining('nothing') as string,
      lineNumber: expect.any(Number) as number,
    });
  });

  it('cannot be cancelled, for it is over when it is answered', async () => {
    const { result } = await deploy('customPermissions');
    const answer = await raw(`/${result.response.id}`, 'PATCH', { deployResult: { status: 'Canceling' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('already finished');
    expect((await raw(`/${result.response.id}`, 'PATCH', { deployResult: { status: 'Succeeded' } })).status).toBe(400);
  });
});

describe('the REST port of the Metadata API', () => {
  it.each([{}, { validatedDeployRequestId: '' }, { validatedDeployRequestId: 7 }, []])(
    'refuses %j as nothing to deploy',
    async (body) => {
      expect((await raw('', 'POST', body)).status).toBe(400);
    },
  );

  it('refuses a quick deploy of what was no validation', async () => {
    const { result } = await deploy('customPermissions');
    const answer = await raw('', 'POST', { validatedDeployRequestId: result.response.id });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('is no validation that succeeded');
  });

  it.each([
    ['no file', { entity_content: '{"deployOptions":{}}' }],
    ['no options', { file: 'x' }],
    ['options that are no JSON', { file: 'x', entity_content: '{' }],
    ['options that are no object', { file: 'x', entity_content: '{"deployOptions":[1]}' }],
  ])('refuses a multipart body with %s', async (_, fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const answer = await fetch(`${test.org.url}/services/data/v66.0/metadata/deployRequest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${test.org.accessToken}` },
      body,
    });
    expect(answer.status).toBe(400);
  });

  it('is closed to who may not change metadata', async () => {
    const username = await createUser(test.connection, 'reader@example.com', { profile: 'Standard User' });
    const { accessToken } = await test.connectAs(username);
    for (const [path, method] of [
      ['', 'POST'],
      ['/0AfLO0000000000AAA', 'GET'],
      ['/0AfLO0000000000AAA', 'PATCH'],
    ] as const)
      expect((await raw(path, method, method === 'GET' ? undefined : {}, accessToken ?? '')).status).toBe(403);
  });
});
