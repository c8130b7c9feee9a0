import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

const DATA = '/services/data/v66.0';
const post = <T>(path: string, body: unknown): Promise<T> =>
  test.connection.request<T>({ method: 'POST', url: `${DATA}/composite${path}`, body: JSON.stringify(body) });
const total = async (soql: string): Promise<number> => (await test.connection.query(soql)).totalSize;

interface Part {
  readonly body: unknown;
  readonly httpHeaders: Record<string, string>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}
interface Composite {
  readonly compositeResponse: Part[];
}

const account = (referenceId: string, Name?: string): object => ({
  method: 'POST',
  url: `${DATA}/sobjects/Account`,
  referenceId,
  body: { Name },
});
const contact = (referenceId: string, AccountId: string, LastName: string): object => ({
  method: 'POST',
  url: `${DATA}/sobjects/Contact`,
  referenceId,
  body: { LastName, AccountId },
});

describe('a composite request', () => {
  it('hands results from one part to the next', async () => {
    const { compositeResponse } = await post<Composite>('', {
      compositeRequest: [
        account('parent', 'Parent'),
        contact('child', '@{parent.id}', 'Child'),
        { method: 'GET', url: `${DATA}/sobjects/Contact/@{child.id}?fields=LastName,AccountId`, referenceId: 'read' },
        {
          method: 'GET',
          url: `${DATA}/query?q=SELECT+Id+FROM+Contact+WHERE+AccountId='@{read.AccountId}'`,
          referenceId: 'list',
        },
        {
          method: 'PATCH',
          url: `${DATA}/sobjects/Contact/@{list.records[0].Id}`,
          referenceId: 'change',
          body: { FirstName: '@{read.LastName} 😀' },
        },
      ],
    });
    expect(compositeResponse.map(({ referenceId, httpStatusCode }) => [referenceId, httpStatusCode])).toEqual([
      ['parent', 201],
      ['child', 201],
      ['read', 200],
      ['list', 200],
      ['change', 204],
    ]);
    expect(compositeResponse[0]?.httpHeaders['Location']).toMatch(/^\/services\/data\/v66\.0\/sobjects\/Account\/001/);
    expect(compositeResponse[4]?.body).toBeNull();
    expect(await total("SELECT Id FROM Contact WHERE FirstName = 'Child 😀'")).toBe(1);
  });

  it('undoes everything when all or none was asked', async () => {
    const { compositeResponse } = await post<Composite>('', {
      allOrNone: true,
      compositeRequest: [account('first', 'Undone'), account('second'), account('third', 'Undone')],
    });
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 400]);
    expect(compositeResponse[0]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
    expect(compositeResponse[1]?.body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING' }]);
    expect(await total("SELECT Id FROM Account WHERE Name = 'Undone'")).toBe(0);
  });

  it('keeps what worked when it was not, and halts what depends on a failure', async () => {
    const { compositeResponse } = await post<Composite>('', {
      compositeRequest: [account('bad'), contact('orphan', '@{bad.id}', 'Orphan'), account('good', 'Stays')],
    });
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 201]);
    expect(compositeResponse[1]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
    expect(await total("SELECT Id FROM Contact WHERE LastName = 'Orphan'")).toBe(0);
    expect(await total("SELECT Id FROM Account WHERE Name = 'Stays'")).toBe(1);
  });

  it.each([
    ['26 parts', Array.from({ length: 26 }, (_, index) => account(`r${index}`, 'x')), 'LIMIT_EXCEEDED'],
    ['a doubled reference', [account('same', 'x'), account('same', 'x')], 'INVALID_INPUT'],
    ['no reference', [{ method: 'GET', url: `${DATA}/limits` }], 'INVALID_INPUT'],
    ['an unknown method', [{ method: 'BREW', url: `${DATA}/limits`, referenceId: 'a' }], 'INVALID_INPUT'],
    ['no list', { a: 1 }, 'JSON_PARSER_ERROR'],
  ])('is refused with %s', async (_, compositeRequest, errorCode) => {
    await expect(post('', { compositeRequest })).rejects.toMatchObject({ errorCode });
  });

  it('may not contain itself', async () => {
    const inner = { method: 'POST', url: `${DATA}/composite`, referenceId: 'inner', body: { compositeRequest: [] } };
    await expect(post('', { compositeRequest: [inner] })).rejects.toMatchObject({ errorCode: 'INVALID_INPUT' });
  });
});

describe('a graph', () => {
  it('is a transaction of its own beside the others, in the order of its references', async () => {
    const { graphs } = await post<{ graphs: { graphId: string; isSuccessful: boolean; graphResponse: Composite }[] }>(
      '/graph',
      {
        graphs: [
          {
            graphId: 'good',
            compositeRequest: [contact('child', '@{parent.id}', 'Graph'), account('parent', 'Graph')],
          },
          { graphId: 'bad', compositeRequest: [account('parent', 'Graph'), contact('child', '@{parent.id}', '')] },
        ],
      },
    );
    expect(graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
      ['good', true],
      ['bad', false],
    ]);
    expect(await total("SELECT Id FROM Account WHERE Name = 'Graph'")).toBe(1);
    expect(await total("SELECT Id FROM Contact WHERE LastName = 'Graph' AND Account.Name = 'Graph'")).toBe(1);
  });

  it('is refused with a circle, with other resources and over 500 nodes', async () => {
    const graph = (compositeRequest: object[]): Promise<unknown> =>
      post('/graph', { graphs: [{ graphId: 'g', compositeRequest }] });
    await expect(graph([account('a', '@{b.id}'), account('b', '@{a.id}')])).rejects.toThrow('circle');
    await expect(graph([{ method: 'GET', url: `${DATA}/query?q=x`, referenceId: 'q' }])).rejects.toMatchObject({
      errorCode: 'INVALID_INPUT',
    });
    await expect(graph(Array.from({ length: 501 }, (_, index) => account(`r${index}`, 'x')))).rejects.toMatchObject({
      errorCode: 'LIMIT_EXCEEDED',
    });
  });
});

describe('a batch', () => {
  const part = (Name?: string): object => ({ method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name } });

  it('runs its parts one by one', async () => {
    const answer = await post('/batch', {
      batchRequests: [part('Batch'), part(), { method: 'GET', url: '/services/data/v66.0/limits' }],
    });
    expect(answer).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 201 }, { statusCode: 400 }, { statusCode: 200 }],
    });
  });

  it('stops at the first error when asked to', async () => {
    const answer = await post('/batch', { haltOnError: true, batchRequests: [part(), part('Never')] });
    expect(answer).toMatchObject({ results: [{ statusCode: 400 }, { statusCode: 412 }] });
    expect(await total("SELECT Id FROM Account WHERE Name = 'Never'")).toBe(0);
  });
});

describe('a tree', () => {
  const node = (type: string, referenceId: string, fields: object): object => ({
    attributes: { type, referenceId },
    ...fields,
  });

  it('creates parents with their children', async () => {
    const answer = await post('/tree/Account', {
      records: [
        node('Account', 'a', {
          Name: 'Tree',
          Contacts: {
            records: [node('Contact', 'c1', { LastName: 'Leaf 1' }), node('Contact', 'c2', { LastName: 'Leaf 2' })],
          },
        }),
      ],
    });
    expect(answer).toMatchObject({
      hasErrors: false,
      results: [{ referenceId: 'a' }, { referenceId: 'c1' }, { referenceId: 'c2' }],
    });
    expect(await total("SELECT Id FROM Contact WHERE Account.Name = 'Tree'")).toBe(2);
  });

  it('creates nothing when a leaf is wrong', async () => {
    const records = [node('Account', 'a', { Name: 'Felled', Contacts: { records: [node('Contact', 'c', {})] } })];
    await expect(post('/tree/Account', { records })).rejects.toThrow();
    expect(await total("SELECT Id FROM Account WHERE Name = 'Felled'")).toBe(0);
  });
});
