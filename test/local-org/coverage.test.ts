import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoverageEntry } from '../../scripts/local-org/api/coverage.ts';
import { createRouter } from '../../scripts/local-org/api/router.ts';
import type { Route } from '../../scripts/local-org/api/route.ts';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { coreExamples, jobExamples, recordExamples, type RouteExample, toolingExamples } from './route-examples.ts';
import { uiExamples } from './ui-route-examples.ts';

const examples = [...coreExamples, ...recordExamples, ...jobExamples, ...toolingExamples, ...uiExamples];

let test: TestOrg;
let coverage: CoverageEntry[];
const ids: Record<string, string> = {};

beforeAll(async () => {
  test = await startTestOrg();
  const { connection, org } = test;
  const accounts = await connection.sobject('Account').create(Array.from({ length: 6 }, () => ({ Name: 'Example' })));
  const names = ['account', 'doomed', 'doomed2', 'doomed3', 'doomed4', 'parent'];
  for (const [index, name] of names.entries()) ids[name] = accounts[index]?.id as string;
  const { user_id, organization_id } = await connection.identity();
  const [entity] = (
    await connection.tooling.query("SELECT Id FROM EntityDefinition WHERE QualifiedApiName = 'Account'")
  ).records;
  const contact = await connection.sobject('Contact').create({ LastName: 'Example', AccountId: ids['parent'] });
  Object.assign(ids, {
    user: user_id,
    organization: organization_id,
    username: org.username,
    token: org.accessToken,
    entity: entity?.Id,
    contact: contact.id,
    start: new Date(Date.now() - 60_000).toISOString(),
    end: new Date(Date.now() + 60_000).toISOString(),
  });
  coverage = await connection.request<CoverageEntry[]>('/services/local-org/coverage');
});
afterAll(() => test.close());

const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);

async function send({ route, path, body, type = 'application/json' }: RouteExample): Promise<Response> {
  const headers = {
    authorization: `Bearer ${test.org.accessToken}`,
    ...(body === undefined ? {} : { 'content-type': type }),
  };
  const text = body === undefined ? undefined : fill(typeof body === 'string' ? body : JSON.stringify(body));
  return fetch(test.org.url + fill(path), { method: route.split(' ')[0], headers, body: text });
}

describe('the coverage of the local org', () => {
  it('has an example for every route and no other', () => {
    const routes = coverage.map(({ method, pattern }) => `${method} ${pattern}`);
    expect(examples.map(({ route }) => route).sort()).toEqual(routes.sort());
  });

  it('names every feature once', () => {
    const features = coverage.map(({ feature }) => feature);
    expect(features.filter((feature, index) => features.indexOf(feature) !== index)).toEqual([]);
  });

  it.each(examples)('$route answers $status', async (given) => {
    const router = createRouter(
      coverage.map((entry) => ({ ...entry, handle: () => ({ status: 0 }) }) as unknown as Route),
    );
    const [method = '', pattern] = given.route.split(' ');
    const match = router.find(method, new URL(fill(given.path), test.org.url).pathname);
    expect(match).toMatchObject({ kind: 'route', route: { pattern } });
    const answer = await send(given);
    const text = await answer.text();
    expect(answer.status, text).toBe(given.status);
    if (given.route === 'POST /services/data/:version/jobs/ingest')
      ids['ingest'] = (JSON.parse(text) as { id: string }).id;
    if (given.route === 'POST /services/data/:version/jobs/query')
      ids['extract'] = (JSON.parse(text) as { id: string }).id;
  });
});
