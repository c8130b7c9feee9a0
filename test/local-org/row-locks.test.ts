import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
let id: string;
beforeAll(async () => {
  test = await startTestOrg();
  const { id: created } = await test.connection.sobject('Account').create({ Name: 'Contended', NumberOfEmployees: 0 });
  id = created ?? '';
});
afterAll(() => test.close());

const lockingQueries = (soql: string) => test.connection.query(soql);

describe('a query FOR UPDATE', () => {
  it('answers its rows', async () => {
    const { records } = await lockingQueries(`SELECT Name FROM Account WHERE Id = '${id}' LIMIT 1 FOR UPDATE`);
    expect(records).toMatchObject([{ Name: 'Contended' }]);
  });

  it.each([
    'SELECT Id FROM Account ORDER BY Name FOR UPDATE',
    'SELECT COUNT() FROM Account FOR UPDATE',
    'SELECT Name, COUNT(Id) FROM Account GROUP BY Name FOR UPDATE',
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact FOR UPDATE)',
    'SELECT Id, (SELECT Id FROM Contacts FOR UPDATE) FROM Account',
    'SELECT Id FROM Account FOR UPDATE LIMIT 1',
  ])('cannot be ordered, counted, grouped or nested: %s', async (soql) => {
    await expect(lockingQueries(soql)).rejects.toMatchObject({ errorCode: 'MALFORMED_QUERY' });
  });
});

describe('requests that want one record at the same time', () => {
  it('take turns: each sees what the one before it saved, and none is refused', async () => {
    const raise = (step: number) =>
      test.connection.requestPost<{ compositeResponse: { httpStatusCode: number }[] }>(
        '/services/data/v66.0/composite',
        {
          allOrNone: true,
          compositeRequest: [
            {
              method: 'GET',
              url: `/services/data/v66.0/query?q=${encodeURIComponent(`SELECT Id, Name FROM Account WHERE Id = '${id}' FOR UPDATE`)}`,
              referenceId: 'held',
            },
            {
              method: 'PATCH',
              url: `/services/data/v66.0/sobjects/Account/${id}`,
              body: { Description: '@{held.records[0].Name}', Name: `@{held.records[0].Name}.${step}` },
              referenceId: 'saved',
            },
          ],
        },
      );
    const steps = Array.from({ length: 20 }, (_, index) => index);
    const answers = await Promise.all(steps.map(raise));
    expect(answers.flatMap((each) => each.compositeResponse.map((part) => part.httpStatusCode))).toEqual(
      steps.flatMap(() => [200, 204]),
    );
    const { Name } = await test.connection.sobject('Account').retrieve(id);
    expect(
      String(Name)
        .split('.')
        .slice(1)
        .map(Number)
        .sort((one, other) => one - other),
    ).toEqual(steps);
  });

  it('meet a lock only where a fault was ordered, and then once', async () => {
    await test.connection.requestPost('/services/local-org/faults', { kind: 'row-lock', method: 'PATCH' });
    const change = () => test.connection.sobject('Account').update({ Id: id, Name: 'Held' });
    await expect(change()).rejects.toMatchObject({ errorCode: 'UNABLE_TO_LOCK_ROW' });
    await expect(change()).resolves.toMatchObject({ success: true });
  });
});
