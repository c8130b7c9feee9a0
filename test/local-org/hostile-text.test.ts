import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
const textFields = new Map<string, { name: string; length: number }[]>();
const objects = ['Account', 'Contact', 'Lead', 'Opportunity'];
const others: Record<string, object> = { Opportunity: { StageName: 'Prospecting', CloseDate: '2026-12-01' } };

beforeAll(async () => {
  test = await startTestOrg();
  for (const object of objects) {
    const { fields } = await test.connection.sobject(object).describe();
    const texts = fields.filter(
      ({ type, createable }) => createable && ['string', 'textarea', 'phone', 'url'].includes(type),
    );
    textFields.set(
      object,
      texts.map(({ name, length }) => ({ name, length })),
    );
  }
});
afterAll(() => test.close());

const texts = [
  `O'Brien "Q" \\ \`x\``,
  `'; DROP TABLE "A"--`,
  `x' OR 'a'='a`,
  '中文，测试',
  '😀👩🏽‍🚀🧾',
  '𠮷野家 𝔘𝔫𝔦',
  'مرحبا שלום',
  '%_*?[a]{b}$1',
  '<b>&amp;</b>',
  '=1+1,"a";b',
  '@{parent} {!x} ${y}',
];

/** A record with the text in every text field, cut to what the field holds. */
const recordOf = (object: string, text: string): Record<string, string> => ({
  ...(others[object] as Record<string, string> | undefined),
  ...Object.fromEntries((textFields.get(object) ?? []).map(({ name, length }) => [name, cut(text, length)])),
});

/** Cut between characters, never inside of one. */
function cut(text: string, length: number): string {
  let kept = '';
  for (const character of text)
    if (kept.length + character.length <= length) kept += character;
    else break;
  return kept.trim();
}

async function expectStored(object: string, ids: readonly string[], expected: Record<string, string>): Promise<void> {
  const names = Object.keys(expected);
  const soql = `SELECT ${names.join(', ')} FROM ${object} WHERE Id IN (${ids.map((id) => `'${id}'`).join(', ')})`;
  const { records } = await test.connection.query<Record<string, unknown>>(soql);
  expect(records).toHaveLength(ids.length);
  for (const record of records) expect(record).toMatchObject(expected);
}

describe.each(objects)('every text field of %s', { timeout: 120_000 }, (object) => {
  it('keeps each text through REST', async () => {
    expect(textFields.get(object)?.length).toBeGreaterThan(1);
    for (const text of texts) {
      const record = recordOf(object, text);
      const { id } = await test.connection.sobject(object).create(record);
      await expectStored(object, [String(id)], record);
      await test.connection.sobject(object).update({ Id: String(id), ...recordOf(object, text) });
      await expectStored(object, [String(id)], record);
    }
  });

  it('keeps each text through collections', async () => {
    const results = await test.connection.sobject(object).create(texts.map((text) => recordOf(object, text)));
    for (const [index, { id }] of results.entries())
      await expectStored(object, [String(id)], recordOf(object, texts[index] ?? ''));
  });

  it('keeps each text through Bulk', async () => {
    const input = texts.map((text) => recordOf(object, text));
    const results = await test.connection.bulk2.loadAndWaitForResults({ object, operation: 'insert', input });
    expect(results.failedResults).toEqual([]);
    expect(results.successfulResults).toHaveLength(texts.length);
    const ids = results.successfulResults.map((row) => String((row as Record<string, unknown>)['sf__Id']));
    for (const [index, id] of ids.entries()) await expectStored(object, [id], recordOf(object, texts[index] ?? ''));
  });

  it('keeps each text through GraphQL, as a variable and inside of the document', async () => {
    for (const text of texts) {
      const record = recordOf(object, text);
      const literal = `{ ${Object.entries(record)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        .join(', ')} }`;
      const create = (input: string): string => `${object}Create(input: ${input}) { Record { Id } }`;
      const byVariable = await graphql(`mutation M($input: ${object}CreateInput!) { uiapi { ${create('$input')} } }`, {
        input: { [object]: record },
      });
      const inside = await graphql(`mutation { uiapi { ${create(`{ ${object}: ${literal} }`)} } }`);
      for (const { data, errors } of [byVariable, inside]) {
        expect(errors, text).toEqual([]);
        await expectStored(object, [data?.uiapi[`${object}Create`]?.Record.Id ?? ''], record);
      }
    }
  });
});

interface GraphqlAnswer {
  readonly data?: { readonly uiapi: Record<string, { readonly Record: { readonly Id: string } }> };
  readonly errors: unknown[];
}

function graphql(query: string, variables: object = {}): Promise<GraphqlAnswer> {
  return test.connection.request({
    method: 'POST',
    url: '/services/data/v66.0/graphql',
    body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json' },
  });
}

describe('SOQL with words that are none of its own', () => {
  const count = async (): Promise<number> => (await test.connection.query('SELECT Id FROM Account')).totalSize;
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

  it.each(texts)('finds exactly the record named %j when it is quoted', async (text) => {
    const Name = `${text} ${Math.random()}`;
    const { id } = await test.connection.sobject('Account').create({ Name });
    const { records } = await test.connection.query<{ Id: string }>(
      `SELECT Id FROM Account WHERE Name = ${quoted(Name)}`,
    );
    expect(records.map(({ Id }) => Id)).toEqual([id]);
  });

  it.each([
    `SELECT Id FROM Account; DROP TABLE "Account"`,
    `SELECT Id FROM Account WHERE Name = 'x'; DELETE FROM "Account"`,
    `SELECT Id FROM Account WHERE Name = 'x' UNION SELECT Username FROM User`,
    `SELECT Id FROM Account WHERE Name = 'x'' OR ''a'' = ''a'`,
    `SELECT Id, (SELECT sql FROM sqlite_schema) FROM Account`,
    `SELECT sql FROM sqlite_schema`,
    `SELECT Id" FROM "User`,
    `SELECT Id FROM Account ORDER BY Name; DROP TABLE "Account"`,
    `SELECT Id FROM Account WHERE Id IN (SELECT "Id" FROM "User")--`,
    `SELECT Id FROM Account LIMIT 1 -- x`,
    `SELECT load_extension('x') FROM Account`,
    `SELECT Id FROM _counters`,
    `SELECT Id FROM Account WHERE Name LIKE 'x' ESCAPE '\\'`,
  ])('is refused: %s', async (soql) => {
    const before = await count();
    const answer = await fetch(`${test.org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
      headers: { authorization: `Bearer ${test.org.accessToken}` },
    });
    expect([400, 501]).toContain(answer.status);
    expect(await answer.text()).not.toContain('SQLITE');
    expect(await count()).toBe(before);
  });

  it.each([
    '/sobjects/Account%22%3B%20DROP%20TABLE%20%22Account%22/describe',
    '/sobjects/sqlite_schema',
    '/sobjects/Account/x%27%20OR%201=1',
    '/sobjects/..%2f..%2ftokens.json',
    '/../../tokens.json',
  ])('is no way in through the path %s', async (path) => {
    const answer = await fetch(`${test.org.url}/services/data/v66.0${path}`, {
      headers: { authorization: `Bearer ${test.org.accessToken}` },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await count()).toBeGreaterThan(0);
  });
});
