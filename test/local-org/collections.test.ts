import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

const ROLLED_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
/** The answer says statusCode; jsforce types the other shape. */
const errorCodeOf = (errors: readonly object[]): unknown =>
  (errors[0] as { statusCode?: string } | undefined)?.statusCode;
const count = async (name: string): Promise<number> =>
  (await test.connection.query(`SELECT Id FROM Account WHERE Name = '${name}'`)).totalSize;

describe('a collection', () => {
  it('saves what can be saved and says what cannot, in the order of the request', async () => {
    const results = await test.connection.sobject('Account').create([{ Name: 'Some' }, {}, { Name: 'Some' }]);
    expect(results.map(({ success }) => success)).toEqual([true, false, true]);
    expect(results[1]).toMatchObject({
      errors: [
        { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] },
      ],
    });
    expect(await count('Some')).toBe(2);
  });

  it('saves nothing when one fails and all or none was asked', async () => {
    const results = await test.connection
      .sobject('Account')
      .create([{ Name: 'All' }, {}, { Name: 'All' }], { allOrNone: true });
    expect(results.map(({ errors }) => errorCodeOf(errors))).toEqual([
      ROLLED_BACK,
      'REQUIRED_FIELD_MISSING',
      ROLLED_BACK,
    ]);
    expect(await count('All')).toBe(0);
  });

  it('updates, reads and deletes', async () => {
    const sobject = test.connection.sobject('Account');
    const created = await sobject.create([{ Name: 'One' }, { Name: 'Two' }]);
    const ids = created.map(({ id }) => id as string);
    const updated = await sobject.update(ids.map((Id) => ({ Id, Name: 'Changed' })));
    expect(updated).toEqual(ids.map((id) => ({ id, success: true, errors: [] })));
    const read = await sobject.retrieve([...ids, '001lo0999999999AAA'], { fields: ['Id', 'Name'] });
    expect(read.map((record) => (record as { Name?: string } | null)?.Name ?? null)).toEqual([
      'Changed',
      'Changed',
      null,
    ]);
    expect(await sobject.destroy(ids)).toEqual(ids.map((id) => ({ id, success: true, errors: [] })));
    expect(await count('Changed')).toBe(0);
  });

  it('tells a malformed id beside what it rolled back', async () => {
    const { id } = await test.connection.sobject('Account').create({ Name: 'Kept' });
    const results = await test.connection.sobject('Account').destroy([id as string, 'nonsense'], { allOrNone: true });
    expect(results.map(({ errors }) => errorCodeOf(errors))).toEqual([ROLLED_BACK, 'MALFORMED_ID']);
    expect(await count('Kept')).toBe(1);
  });

  it('is at most 200 records', async () => {
    const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Account' }, Name: 'Many' }));
    const body = JSON.stringify({ records });
    const answer = test.connection.request({ method: 'POST', url: '/services/data/v66.0/composite/sobjects', body });
    await expect(answer).rejects.toMatchObject({ errorCode: 'EXCEEDED_ID_LIMIT' });
    expect(await count('Many')).toBe(0);
  });

  it('may mix objects, in at most ten chunks', async () => {
    const send = (records: object[]): Promise<{ success: boolean }[]> =>
      test.connection.request({
        method: 'POST',
        url: '/services/data/v66.0/composite/sobjects',
        body: JSON.stringify({ records }),
      });
    const pair = [
      { attributes: { type: 'Account' }, Name: 'Mixed' },
      { attributes: { type: 'Contact' }, LastName: 'Mixed' },
    ];
    expect((await send(pair)).map(({ success }) => success)).toEqual([true, true]);
    await expect(send(Array.from({ length: 6 }, () => pair).flat())).rejects.toThrow('more than 10 chunks');
  });

  it('counts 200 records as one transaction', async () => {
    const records = Array.from({ length: 200 }, () => ({ attributes: { type: 'Account' }, Name: 'Bulk' }));
    const answer = await fetch(`${test.org.url}/services/data/v66.0/composite/sobjects`, {
      method: 'POST',
      headers: { authorization: `Bearer ${test.org.accessToken}` },
      body: JSON.stringify({ records }),
    });
    expect(answer.headers.get('local-org-transaction')).toMatch(/^soql=0; dml=0; rows=0; query-rows=0$/);
    expect(await count('Bulk')).toBe(200);
  });
});
