import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from 'jsforce';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
  org = await startTestOrg();
  ({ connection } = org);
});
afterAll(() => org.close());
afterEach(() => control('DELETE'));

interface Fault {
  id: string;
  kind: string;
  left: number;
  hits: number;
}

async function control<T>(method: string, body?: object, path = '', token = org.org.accessToken): Promise<T> {
  const answer = await fetch(`${org.org.url}/services/local-org/faults${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
const order = (fault: object): Promise<Fault> => control('POST', fault);
const list = async (): Promise<Fault[]> => (await control<{ faults: Fault[] }>('GET')).faults;

const named = async (name: string): Promise<number> =>
  (await connection.query(`SELECT Id FROM Account WHERE Name = '${name}'`)).totalSize;
/** Asked without jsforce, which tries some failures again by itself. */
const create = (name: string): Promise<Response> =>
  fetch(`${org.org.url}/services/data/v66.0/sobjects/Account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ Name: name }),
  });

describe('a row lock', () => {
  it('refuses one save and lets the next through', async () => {
    const { id } = await connection.sobject('Account').create({ Name: 'Locked' });
    await order({ kind: 'row-lock' });
    await expect(connection.sobject('Account').update({ Id: String(id), Name: 'Changed' })).rejects.toMatchObject({
      errorCode: 'UNABLE_TO_LOCK_ROW',
      message: `unable to obtain exclusive access to this record or 1 records: ${String(id)}`,
    });
    await connection.sobject('Account').update({ Id: String(id), Name: 'Changed' });
    expect(await named('Changed')).toBe(1);
  });

  it('refuses every record of a collection and of a part of a composite, and reads do not use it up', async () => {
    await order({ kind: 'row-lock', count: 2 });
    expect(await named('Nobody')).toBe(0);
    const results = await connection.sobject('Account').create([{ Name: 'a' }, { Name: 'b' }]);
    const locked = { success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }] };
    expect(results).toMatchObject([locked, locked]);
    const { compositeResponse } = await connection.requestPost<{ compositeResponse: { httpStatusCode: number }[] }>(
      '/composite',
      {
        compositeRequest: [1, 2].map((part) => ({
          method: 'POST',
          url: '/services/data/v66.0/sobjects/Account',
          referenceId: `part${part}`,
          body: { Name: `part ${part}` },
        })),
      },
    );
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 201]);
  });

  it('refuses one batch of a Bulk job', async () => {
    await order({ kind: 'row-lock', method: 'BATCH' });
    const rows = Array.from({ length: 300 }, (_, index) => ({ Name: `Bulk ${index}` }));
    const { successfulResults, failedResults } = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: rows,
      pollInterval: 20,
    });
    expect([successfulResults.length, failedResults.length]).toEqual([100, 200]);
    expect(failedResults[0]?.sf__Error).toMatch(/^UNABLE_TO_LOCK_ROW:/);
  });
});

describe('an answer of a bad day', () => {
  it.each([
    ['session-expiry', 401, 'INVALID_SESSION_ID'],
    ['request-limit', 403, 'REQUEST_LIMIT_EXCEEDED'],
    ['unavailable', 503, 'SERVER_UNAVAILABLE'],
  ])('%s comes as %i %s, and nothing is saved', async (kind, status, errorCode) => {
    await order({ kind, method: 'POST' });
    const answer = await create(kind);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject([{ errorCode }]);
    expect(await named(kind)).toBe(0);
  });

  it('is what jsforce tries again by itself', async () => {
    const { id } = await order({ kind: 'unavailable', method: 'GET', path: '/query$' });
    expect(await named('Nobody')).toBe(0);
    expect((await list()).find((fault) => fault.id === id)).toMatchObject({ left: 0, hits: 1 });
  });

  it('may come late', async () => {
    await order({ kind: 'slow-answer', milliseconds: 300 });
    const started = performance.now();
    await named('Nobody');
    expect(performance.now() - started).toBeGreaterThan(290);
  });
});

describe('a connection that is cut', () => {
  it('before the commit leaves nothing', async () => {
    await order({ kind: 'cut-before-commit', method: 'POST' });
    await expect(create('Before')).rejects.toThrow('fetch failed');
    expect(await named('Before')).toBe(0);
  });

  it('after the commit leaves what was saved', async () => {
    await order({ kind: 'cut-after-commit', method: 'POST' });
    await expect(create('After')).rejects.toThrow('fetch failed');
    expect(await named('After')).toBe(1);
  });
});

describe('a jump of the clock', () => {
  it('happens before the request', async () => {
    await order({ kind: 'clock-jump', seconds: -3_600, method: 'POST' });
    await create('Jumped');
    const { records } = await connection.query("SELECT CreatedDate FROM Account WHERE Name = 'Jumped'");
    const age = Date.now() - Date.parse(String(records[0]?.['CreatedDate']));
    expect(Math.round(age / 60_000)).toBe(60);
  });
});

describe('the orders', () => {
  it('hit what they name, so often, after so many, and are listed and taken back', async () => {
    const skipping = await order({
      kind: 'unavailable',
      method: 'post',
      path: '/sobjects/Account$',
      skip: 1,
      count: 2,
    });
    const other = await order({ kind: 'unavailable', path: '/sobjects/Contact' });
    const statuses: number[] = [];
    for (let time = 0; time < 4; time++) statuses.push((await create('Some')).status);
    expect(statuses).toEqual([201, 503, 503, 201]);
    expect(await list()).toMatchObject([
      { id: skipping.id, kind: 'unavailable', method: 'POST', left: 0, hits: 2 },
      { id: other.id, left: 1, hits: 0 },
    ]);
    await control('DELETE', undefined, `/${other.id}`);
    expect((await list()).map(({ id }) => id)).toEqual([skipping.id]);
    await control('DELETE');
    expect(await list()).toEqual([]);
  });

  it.each([
    [{ kind: 'earthquake' }, 'kind'],
    [{ kind: 'slow-answer' }, 'Expected milliseconds'],
    [{ kind: 'clock-jump' }, 'Expected seconds'],
    [{ kind: 'unavailable', path: '(' }, 'Expected a regular expression'],
    [{ kind: 'unavailable', often: 3 }, 'often'],
    [{ kind: 'unavailable', count: 0 }, 'count'],
  ])('are refused when they are wrong: %j', async (fault, says) => {
    const [error] = await control<{ errorCode: string; message: string }[]>('POST', fault);
    expect(error?.errorCode).toBe('INVALID_FAULT');
    expect(error?.message).toContain(says);
  });

  it('are for the administrator alone, and never hit the control of the org', async () => {
    const reader = await org.connectAs(
      await createUser(connection, 'reader@faults.example', { profile: 'Minimum Access - Salesforce' }),
    );
    const refused = await control('POST', { kind: 'unavailable' }, '', String(reader.accessToken));
    expect(refused).toMatchObject([{ errorCode: 'INSUFFICIENT_ACCESS' }]);
    await order({ kind: 'unavailable', count: 9 });
    expect(await list()).toMatchObject([{ hits: 0 }]);
  });
});
