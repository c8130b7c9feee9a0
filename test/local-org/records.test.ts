import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

/** What could break quoting, escaping or counting anywhere between client and disk. */
const AWKWARD = [
  `O'Brien "quoted" \\ back`,
  '中场 😀 𠜎 𝒳',
  '<b>&amp;</b>',
  "'; DROP TABLE Account; --",
  '%_\t%',
  '\u202Eright to left',
  'a\u0000b',
];

describe('a record', () => {
  it('is created, read, changed and deleted', async () => {
    const { connection } = test;
    const created = await connection.sobject('Account').create({ Name: 'First' });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id as string;
    expect(id).toMatch(/^001\w{15}$/);
    await connection.sobject('Account').update({ Id: id, Name: 'Second', Website: 'https://example.com' });
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({
      attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${id}` },
      Id: id,
      Name: 'Second',
      Website: 'https://example.com',
      IsDeleted: false,
    });
    await connection.sobject('Account').destroy(id);
    await expect(connection.sobject('Account').retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
    await expect(connection.sobject('Account').update({ Id: id, Name: 'Third' })).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
  });

  it('is read by its short id and with chosen fields', async () => {
    const { connection } = test;
    const { id } = await connection.sobject('Account').create({ Name: 'Chosen' });
    const url = `/services/data/v66.0/sobjects/account/${id?.slice(0, 15)}?fields=name,Id`;
    const record = await connection.request<Record<string, unknown>>(url);
    expect(Object.keys(record)).toEqual(['attributes', 'Name', 'Id']);
    await expect(
      connection.request(`/services/data/v66.0/sobjects/Account/${id}?fields=Nothing`),
    ).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: "No such column 'Nothing' on sobject of type Account",
    });
  });

  it.each(AWKWARD)('keeps the text %j as it is', async (text) => {
    const { connection } = test;
    const { id } = await connection.sobject('Account').create({ Name: text, Description: text, BillingStreet: text });
    const record = await connection.sobject('Account').retrieve(id as string);
    expect(record).toMatchObject({ Name: text, Description: text, BillingStreet: text });
  });

  it('takes every value as text, as the CLI sends it', async () => {
    const { connection } = test;
    const row = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2027-01-31', Amount: '12.50' };
    const { id } = await connection.sobject('Opportunity').create(row);
    expect(await connection.sobject('Opportunity').retrieve(id as string)).toMatchObject({
      Amount: 12.5,
      CloseDate: '2027-01-31',
    });
  });

  it('is refused with the errors of its fields', async () => {
    const { connection } = test;
    await expect(connection.sobject('Account').create({ Website: 'x' })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
    });
    await expect(connection.sobject('Account').create({ Name: 'x', Nothing: 'y' })).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
  });

  it('is not found under a wrong object, a wrong id or a stranger', async () => {
    const { connection } = test;
    const get = (path: string): Promise<unknown> => connection.request(`/services/data/v66.0/sobjects/${path}`);
    const missing = { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };
    await expect(get('Nothing__c/001000000000001AAA')).rejects.toMatchObject(missing);
    await expect(get('Account/001LO0999999999')).rejects.toMatchObject(missing);
    await expect(get('Account/notanid')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    await expect(get("Account/001LO0000000001'OR'")).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it.each(['listviews', 'describe/layouts', 'quickActions/New', 'defaultValues'])(
    'is not looked for under the name of the resource %s',
    async (resource) => {
      const answer = test.connection.request(`/services/data/v66.0/sobjects/Account/${resource}`);
      await expect(answer).rejects.toMatchObject({
        errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG',
        message: `The local org does not support sobjects/Account/${resource.split('/New')[0]}.`,
      });
    },
  );

  it('is not overwritten when it changed since it was read', async () => {
    const { connection, org } = test;
    const { id } = await connection.sobject('Account').create({ Name: 'Locked' });
    const headers = {
      authorization: `Bearer ${org.accessToken}`,
      'If-Unmodified-Since': 'Wed, 01 Jan 2020 00:00:00 GMT',
    };
    const url = `${org.url}/services/data/v66.0/sobjects/Account/${id}`;
    const answer = await fetch(url, { method: 'PATCH', headers, body: '{"Name":"Late"}' });
    expect(answer.status).toBe(412);
    expect((await connection.sobject('Account').retrieve(id as string))['Name']).toBe('Locked');
  });
});
