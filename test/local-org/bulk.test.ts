import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

const JOBS = '/services/data/v66.0/jobs';
const names = (count: number): string =>
  `Name,AnnualRevenue\n${Array.from({ length: count }, (_, index) => `Bulk ${index} 中😀,${index}`).join('\n')}\n`;

/** jsforce hides headers and cannot send a raw file with another line ending. */
function raw(method: string, path: string, body?: string, contentType = 'application/json'): Promise<Response> {
  const headers = {
    authorization: `Bearer ${test.org.accessToken}`,
    ...(body === undefined ? {} : { 'content-type': contentType }),
  };
  return fetch(`${test.org.url}${JOBS}${path}`, { method, headers, body });
}

describe('a bulk ingest job', () => {
  it('inserts 1,001 rows in transactions of 200', async () => {
    const { connection } = test;
    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: names(1_001),
    });
    expect(results.successfulResults).toHaveLength(1_001);
    expect(results.successfulResults[0]).toMatchObject({
      sf__Created: 'true',
      Name: 'Bulk 0 中😀',
      AnnualRevenue: '0',
    });
    expect(results.failedResults).toEqual([]);
    expect(results.unprocessedRecords).toEqual([]);
    expect((await connection.query("SELECT Id FROM Account WHERE Name LIKE 'Bulk%'")).totalSize).toBe(1_001);
  });

  it('tells which rows failed and why, in the words that clients expect', async () => {
    const { connection } = test;
    const input = 'NAME,Website\nGood,a\n,b\nAlso good,c\n';
    const job = connection.bulk2.createJob({ object: 'Account', operation: 'insert' });
    await job.open();
    await job.uploadData(input);
    await job.close();
    await job.poll();
    expect(await job.check()).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 1,
      object: 'Account',
    });
    const { successfulResults, failedResults } = await job.getAllResults();
    expect(successfulResults).toMatchObject([{ NAME: 'Good' }, { NAME: 'Also good' }]);
    expect(failedResults).toMatchObject([
      { sf__Id: '', sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --', Website: 'b' },
    ]);
  });

  it('updates and deletes', async () => {
    const { connection } = test;
    const created = await connection.sobject('Account').create([
      { Name: 'Up 1', Website: 'x' },
      { Name: 'Up 2', Website: 'x' },
    ]);
    const ids = created.map(({ id }) => id as string);
    const update = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'update',
      input: `Id,Name,Website\n${ids[0]},Changed,#N/A\n${ids[1]},,y\n001lo0999999999AAA,Nobody,\n`,
    });
    expect(update.successfulResults).toHaveLength(2);
    expect(update.failedResults).toMatchObject([{ sf__Id: '001lo0999999999AAA' }]);
    const rows = await connection.sobject('Account').retrieve(ids);
    expect(rows).toMatchObject([
      { Name: 'Changed', Website: null },
      { Name: 'Up 2', Website: 'y' },
    ]);
    const removed = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'delete',
      input: `Id\n${ids.join('\n')}\n`,
    });
    expect(removed.successfulResults).toMatchObject(ids.map((id) => ({ sf__Id: id, sf__Created: 'false' })));
  });

  it('completes a job of no rows, which is what a client with nothing to load uploads', async () => {
    const { successfulResults, failedResults, unprocessedRecords } = await test.connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'update',
      input: [],
    });
    expect([successfulResults, failedResults, unprocessedRecords]).toEqual([[], [], []]);
  });

  it('fails as a whole on a column that does not exist', async () => {
    const { connection } = test;
    const load = connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: 'Name,Nothing\nWhole,y\n',
    });
    await expect(load).rejects.toThrow('InvalidBatch : Field name not found : Nothing');
    const refused = connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: 'Name,Jigsaw\nWhole,y\n',
    });
    await expect(refused).rejects.toThrow('The local org does not support field Account.Jigsaw');
    expect((await connection.query("SELECT Id FROM Account WHERE Name = 'Whole'")).totalSize).toBe(0);
  });

  it.each([
    [{ object: 'Nothing__c', operation: 'insert' }, 404],
    [{ object: 'Account', operation: 'explode' }, 400],
    [{ object: 'Account', operation: 'upsert', externalIdFieldName: 'Name' }, 400],
    [{ object: 'Account', operation: 'upsert' }, 400],
    [{ object: 'Account', operation: 'insert', columnDelimiter: 'SPACE' }, 400],
    [{ object: 'Account', operation: 'insert', assignmentRuleId: '01Q' }, 501],
  ])('refuses to open %o', async (body, status) => {
    expect((await raw('POST', '/ingest', JSON.stringify(body))).status).toBe(status);
  });

  it('takes its data with its description in one multipart request', async () => {
    const job = JSON.stringify({
      object: 'Account',
      operation: 'insert',
      columnDelimiter: 'SEMICOLON',
      lineEnding: 'CRLF',
    });
    const body =
      `--x\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name="job"\r\n\r\n${job}\r\n` +
      `--x\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name="content"; filename="content"\r\n\r\nName;Website\r\nMulti;a\r\n\r\n--x--\r\n`;
    const opened = await raw('POST', '/ingest', body, 'multipart/form-data; boundary=x');
    const { id, state } = (await opened.json()) as { id: string; state: string };
    expect(state).toBe('UploadComplete');
    const results = await raw('GET', `/ingest/${id}/successfulResults`);
    expect(await results.text()).toMatch(
      /^"sf__Id";"sf__Created";"Name";"Website"\r\n"001\w{15}";"true";"Multi";"a"\r\n$/,
    );
  });

  it('refuses a multipart request whose description is no JSON', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="job"\r\n\r\n{broken\r\n--x--\r\n';
    const answer = await raw('POST', '/ingest', body, 'multipart/form-data; boundary=x');
    expect(await answer.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
    expect(answer.status).toBe(400);
  });

  it('goes through its states and no others', async () => {
    const open = await raw('POST', '/ingest', JSON.stringify({ object: 'Account', operation: 'insert' }));
    const { id, contentUrl } = (await open.json()) as { id: string; contentUrl: string };
    expect(contentUrl).toBe(`services/data/v66.0/jobs/ingest/${id}/batches`);
    expect((await raw('DELETE', `/ingest/${id}`)).status).toBe(400);
    expect((await raw('PUT', `/ingest/${id}/batches`, 'Name\na\n', 'text/csv')).status).toBe(201);
    expect((await raw('PUT', `/ingest/${id}/batches`, 'Name\na\n', 'text/csv')).status).toBe(400);
    expect((await raw('PATCH', `/ingest/${id}`, '{"state":"Finished"}')).status).toBe(400);
    expect((await raw('PATCH', `/ingest/${id}`, '{"state":"Aborted"}')).status).toBe(200);
    expect((await raw('PATCH', `/ingest/${id}`, '{"state":"UploadComplete"}')).status).toBe(400);
    expect((await raw('DELETE', `/ingest/${id}`)).status).toBe(204);
    expect((await raw('GET', `/ingest/${id}`)).status).toBe(404);
  });
});

describe('a bulk query job', () => {
  it('gives its rows in pages and says when it is done', async () => {
    const { connection } = test;
    await connection.sobject('Account').create([{ Name: 'Q1' }, { Name: 'Q2 "quoted", 中' }, { Name: 'Q3' }]);
    const query =
      "SELECT Name, Owner.Username, IsDeleted, CreatedDate, Website FROM Account WHERE Name LIKE 'Q%' ORDER BY Name";
    const created = (await (await raw('POST', '/query', JSON.stringify({ operation: 'query', query }))).json()) as {
      id: string;
      state: string;
    };
    expect(created.state).toBe('UploadComplete');
    const first = await raw('GET', `/query/${created.id}/results?maxRecords=2`);
    expect(first.headers.get('sforce-numberofrecords')).toBe('2');
    const text = await first.text();
    expect(text.split('\n')[0]).toBe('"Name","Owner.Username","IsDeleted","CreatedDate","Website"');
    expect(text).toMatch(/"Q2 ""quoted"", 中","admin@[^"]+","false","\d{4}-\d\d-\d\dT[\d:.]+Z",""\n$/);
    const second = await raw('GET', `/query/${created.id}/results?locator=${first.headers.get('sforce-locator')}`);
    expect(second.headers.get('sforce-locator')).toBe('null');
    expect((await second.text()).split('\n')).toHaveLength(3);
  });

  it('ends for jsforce, too', async () => {
    const stream = await test.connection.bulk2.query("SELECT Id, Name FROM Account WHERE Name LIKE 'Q%'");
    expect(await stream.toArray()).toHaveLength(3);
  });

  it.each([
    ['SELECT Nothing FROM Account', 'INVALID_FIELD'],
    ['SELECT COUNT(Id) FROM Account', 'API_ERROR'],
    ['no query', 'MALFORMED_QUERY'],
  ])('is refused: %s', async (query, errorCode) => {
    const answer = await raw('POST', '/query', JSON.stringify({ operation: 'query', query }));
    expect(await answer.json()).toMatchObject([{ errorCode }]);
  });
});
