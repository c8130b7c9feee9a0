import type { QueryResult, Record } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
const COUNT = 450;

beforeAll(async () => {
  test = await startTestOrg();
  const { connection } = test;
  const records = Array.from({ length: COUNT }, (_, index) => ({
    Name: `Account ${String(index).padStart(3, '0')}`,
    AnnualRevenue: index,
  }));
  const results = await connection.sobject('Account').create(records, { allowRecursive: true });
  expect(results.every(({ success }) => success)).toBe(true);
});
afterAll(() => test.close());

const SOQL = 'SELECT Id, Name FROM Account ORDER BY Name';
const options = { headers: { 'Sforce-Query-Options': 'batchSize=200' } };

/** jsforce makes addresses absolute; a restarted server has another port. */
const pathOf = (url: string | undefined): string => new URL(url ?? '', test.org.url).pathname;
const more = (url: string | undefined): Promise<QueryResult<Record>> =>
  test.connection.request<QueryResult<Record>>({ method: 'GET', url: pathOf(url), ...options });

describe('a query', () => {
  it('comes in pages that follow each other', async () => {
    const { connection } = test;
    const first = await connection.query(SOQL, options);
    expect(first).toMatchObject({ totalSize: COUNT, done: false });
    expect(pathOf(first.nextRecordsUrl)).toMatch(/^\/services\/data\/v66\.0\/query\/01g\w{15}-200$/);
    const second = await more(first.nextRecordsUrl);
    expect(second.nextRecordsUrl).toMatch(/-400$/);
    const third = await more(second.nextRecordsUrl);
    expect(third).toMatchObject({ totalSize: COUNT, done: true });
    expect(third.nextRecordsUrl).toBeUndefined();
    const names = [first, second, third].flatMap(({ records }) => records.map((record): unknown => record['Name']));
    expect(names).toEqual(Array.from({ length: COUNT }, (_, index) => `Account ${String(index).padStart(3, '0')}`));
  });

  it('fetches all pages for a client that asks for them', async () => {
    const result = await test.connection.query(SOQL, { ...options, autoFetch: true, maxFetch: 1_000 });
    expect(result.records).toHaveLength(COUNT);
  });

  it('keeps its cursor while records change and the server restarts', async () => {
    const first = await test.connection.query(SOQL, options);
    await test.connection.sobject('Account').create({ Name: 'Account 000 late' });
    test = await test.restart();
    const second = await more(first.nextRecordsUrl);
    expect(second.records[0]).toMatchObject({ Name: 'Account 200' });
  });

  it.each(['01g000000000000AAA-200', 'nothing', "01g000000000000AAA-200'"])(
    'refuses the locator %s',
    async (locator) => {
      const answer = test.connection.queryMore(`/services/data/v66.0/query/${encodeURIComponent(locator)}`);
      await expect(answer).rejects.toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' });
    },
  );

  it('does not give one user’s pages to another', async () => {
    const { connection } = test;
    const username = await createUser(connection, 'second.admin@example.com');
    const { nextRecordsUrl } = await connection.query(SOQL, options);
    const other = await test.connectAs(username);
    await expect(other.request(pathOf(nextRecordsUrl))).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    });
  });

  it('describes its columns by their canonical names', async () => {
    const q = encodeURIComponent('select id, owner.name, annualrevenue from account');
    const metadata = await test.connection.request(`/services/data/v66.0/query?q=${q}&columns=true`);
    expect(metadata).toMatchObject({
      entityName: 'Account',
      keyPrefix: '001',
      idSelected: true,
      columnMetadata: [
        { columnName: 'Id', textType: true },
        { columnName: 'Owner', joinColumns: [{ columnName: 'Name' }] },
        { columnName: 'AnnualRevenue', numberType: true },
      ],
    });
  });

  it('leaves deleted records to queryAll', async () => {
    const { connection } = test;
    const { id } = await connection.sobject('Account').create({ Name: 'Gone' });
    await connection.sobject('Account').destroy(id as string);
    const soql = `SELECT Id, IsDeleted FROM Account WHERE Id = '${id}'`;
    expect((await connection.query(soql)).totalSize).toBe(0);
    const all = await connection.query(soql, { scanAll: true });
    expect(all.records).toMatchObject([{ Id: id, IsDeleted: true }]);
  });

  it.each([
    ['SELECT Id FROM', 'MALFORMED_QUERY'],
    ['SELECT Nothing FROM Account', 'INVALID_FIELD'],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
    ["SELECT Id FROM Account WHERE Name = 'a' OR Name = 'b' AND Name = 'c'", 'MALFORMED_QUERY'],
  ])('is refused: %s', async (soql, errorCode) => {
    await expect(test.connection.query(soql)).rejects.toMatchObject({ errorCode });
  });
});
