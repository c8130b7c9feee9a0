import type { Record } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';
import { customObject, deploy, field, grant } from './records/deployed-org.ts';

/** A Tuesday, 16:00 in Shanghai and 00:00 in Los Angeles. */
const NOW = Date.parse('2026-03-03T08:00:00.000Z');
const lookup = (name: string, to: string, children: string): string =>
  field(name, 'Lookup', `<referenceTo>${to}</referenceTo><relationshipName>${children}</relationshipName>`);
const values = (...names: string[]): string =>
  `<valueSet><valueSetDefinition><sorted>false</sorted>${names
    .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name} label</label></value>`)
    .join('')}</valueSetDefinition></valueSet>`;
/** L1 → L2 → … → L6, each the parent of the next. */
const LEVELS = [1, 2, 3, 4, 5, 6];

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg({ now: () => NOW });
  const { connection } = test;
  const yard = customObject(
    'Yard',
    field('Code__c', 'Text', '<externalId>true</externalId><length>20</length><unique>true</unique>') +
      field('Cost__c', 'Currency', '<precision>12</precision><scale>2</scale>') +
      field('Day__c', 'Date') +
      field('Phase__c', 'Picklist', values('Build', 'Run')) +
      field('Tags__c', 'MultiselectPicklist', `${values('Roof', 'Water', 'Wind')}<visibleLines>3</visibleLines>`) +
      field('Text__c', 'LongTextArea', '<length>3000</length><visibleLines>3</visibleLines>') +
      field('Place__c', 'Location', '<displayLocationInDecimal>true</displayLocationInDecimal><scale>6</scale>') +
      field(
        'Far__c',
        'Number',
        `<formula>IF(ISBLANK(Place__c), -1, DISTANCE(Place__c, GEOLOCATION(39.904211, 116.407395), &quot;km&quot;))</formula><precision>18</precision><scale>1</scale>`,
      ) +
      lookup('Account__c', 'Account', 'Yards'),
  );
  const level = (number: number): string =>
    customObject(`L${number}`, number === 1 ? '' : lookup('Up__c', `L${number - 1}__c`, 'Downs'));
  const names = ['Yard__c', ...LEVELS.map((number) => `L${number}__c`)];
  await deploy(
    connection,
    names.map((name) => `CustomObject: ${name}`),
    {
      'objects/Yard__c.object': yard,
      ...Object.fromEntries(LEVELS.map((number) => [`objects/L${number}__c.object`, level(number)])),
    },
  );
  const own = ['Code__c', 'Cost__c', 'Day__c', 'Phase__c', 'Tags__c', 'Text__c', 'Place__c', 'Far__c', 'Account__c'];
  const fields = [...own.map((name) => `Yard__c.${name}`), ...LEVELS.slice(1).map((number) => `L${number}__c.Up__c`)];
  const { username } = await connection.identity();
  await grant(connection, username, names, fields);
  const make = async (object: string, row: object): Promise<string> => {
    const result = await connection.sobject(object).create(row);
    if (!result.success) throw new Error(JSON.stringify(result.errors));
    return result.id;
  };
  const Account__c = await make('Account', {
    Name: 'Ångström & Söhne',
    BillingCity: 'Visby',
    BillingStreet: 'Strandgatan 1',
  });
  const rows = [
    {
      Name: 'North',
      Code__c: 'N1',
      Cost__c: 10,
      Day__c: '2026-03-01',
      Phase__c: 'Run',
      Tags__c: 'Roof;Water',
      Place__Latitude__s: 31.230391,
      Place__Longitude__s: 121.473702,
      Account__c,
    },
    {
      Name: 'south',
      Code__c: 'S1',
      Cost__c: 20.5,
      Day__c: '2026-03-02',
      Phase__c: 'Build',
      Tags__c: 'Wind',
      Place__Latitude__s: 39.904211,
      Place__Longitude__s: 116.407395,
      Account__c,
    },
    { Name: 'ÖST_100%', Day__c: '2025-12-31' },
  ];
  for (const row of rows) await make('Yard__c', row);
  let Up__c: string | undefined;
  for (const number of LEVELS)
    Up__c = await make(`L${number}__c`, { Name: `level ${number}`, ...(Up__c && { Up__c }) });
}, 60_000);
afterAll(() => test.close());

const names = async (rest: string): Promise<unknown[]> =>
  (await test.connection.query<Record>(`SELECT Name FROM Yard__c ${rest}`)).records.map((row): unknown => row['Name']);
const first = async (soql: string): Promise<Record | undefined> =>
  (await test.connection.query<Record>(soql)).records[0];

describe('a condition', () => {
  it.each([
    ["Name = 'NORTH'", ['North']],
    ["Name = 'öst_100%'", ['ÖST_100%']],
    ["Name LIKE 'öst\\_100\\%'", ['ÖST_100%']],
    ["Name LIKE '%\\_%'", ['ÖST_100%']],
    ["Name LIKE '_o%'", ['North', 'south']],
    ["Name IN ('south', 'öST_100%')", ['south', 'ÖST_100%']],
    ["Account__r.Name = 'ångström & söhne'", ['North', 'south']],
    ["Tags__c INCLUDES ('Roof;Water', 'Wind')", ['North', 'south']],
    ["Tags__c INCLUDES ('Water;Wind')", []],
    ["Tags__c EXCLUDES ('Wind')", ['North', 'ÖST_100%']],
    ["toLabel(Phase__c) = 'Run label'", ['North']],
    ['Cost__c > USD15', ['south']],
    ['Cost__c = NULL', ['ÖST_100%']],
    ["NOT (Cost__c > 5 AND Name = 'North')", ['south', 'ÖST_100%']],
    ["(Cost__c > 5 OR Name = 'x') AND (NOT Name LIKE 'n%')", ['south']],
    ['Day__c = LAST_WEEK', []],
    ['Day__c = THIS_WEEK', ['North', 'south']],
    ['Day__c < THIS_YEAR', ['ÖST_100%']],
    ['Day__c = N_DAYS_AGO:1', ['south']],
    ['CALENDAR_YEAR(Day__c) = 2025', ['ÖST_100%']],
    ['DAY_ONLY(convertTimezone(CreatedDate)) = TODAY', ['North', 'south', 'ÖST_100%']],
    ["Id > '000000000000000AAA' AND Code__c != null", ['North', 'south']],
    ["DISTANCE(Place__c, GEOLOCATION(31.2, 121.4), 'km') < 100", ['North']],
    ["DISTANCE(Place__c, GEOLOCATION(31.2, 121.4), 'mi') > 600", ['south']],
    ['Place__Latitude__s > 31.5', ['south']],
    ['Far__c > 1000 AND Far__c < 1100', ['North']],
    ['Far__c = -1', ['ÖST_100%']],
    ["Account__c IN (SELECT Id FROM Account WHERE Name LIKE 'å%')", ['North', 'south']],
    ['Account__c NOT IN (SELECT Id FROM Account)', ['ÖST_100%']],
  ])('%s', async (where, expected) => {
    expect(await names(`WHERE ${where} ORDER BY CreatedDate, Id`)).toEqual(expected);
  });

  it('sees days and weeks as the user does', async () => {
    const username = await createUser(test.connection, 'week@example.com', {
      fields: { TimeZoneSidKey: 'America/Los_Angeles', LocaleSidKey: 'de_DE' },
    });
    const reader = await test.connectAs(username);
    const { username: admin } = await test.connection.identity();
    const count = async (literal: string): Promise<number> =>
      (await reader.query(`SELECT Id FROM User WHERE Username = '${admin}' AND CreatedDate = ${literal}`)).totalSize;
    // Monday begins the week there; in Los Angeles it is just past midnight.
    expect([await count('TODAY'), await count('THIS_WEEK'), await count('YESTERDAY')]).toEqual([1, 1, 0]);
  });
});

describe('a result', () => {
  it('reaches five levels up and four down', async () => {
    const top = await first('SELECT Up__r.Up__r.Up__r.Up__r.Up__r.Name FROM L6__c');
    expect(top).toMatchObject({ Up__r: { Up__r: { Up__r: { Up__r: { Up__r: { Name: 'level 1' } } } } } });
    const down = (count: number): string => (count === 0 ? 'Name' : `Name, (SELECT ${down(count - 1)} FROM Downs__r)`);
    let row: unknown = await first(`SELECT ${down(4)} FROM L1__c`);
    for (const number of LEVELS.slice(0, 4)) {
      expect(row).toMatchObject({ Name: `level ${number}`, Downs__r: { totalSize: 1, done: true } });
      row = (row as { Downs__r: { records: unknown[] } }).Downs__r.records[0];
    }
    expect(row).toMatchObject({ Name: 'level 5' });
    await expect(first(`SELECT ${down(5)} FROM L1__c`)).rejects.toMatchObject({ errorCode: 'MALFORMED_QUERY' });
  });

  it('gives an address or a geolocation as one, orders by its distance, and is written by its parts', async () => {
    const { connection } = test;
    const far = "DISTANCE(Place__c, GEOLOCATION(31.230391, 121.473702), 'km')";
    const soql = `SELECT Name, Place__c, Account__r.BillingAddress, ${far} far FROM Yard__c ORDER BY ${far} DESC NULLS LAST`;
    const { records } = await connection.query<Record>(soql);
    const address = { city: 'Visby', country: null, geocodeAccuracy: null, latitude: null, longitude: null };
    const BillingAddress = { ...address, postalCode: null, state: null, street: 'Strandgatan 1' };
    expect(records).toMatchObject([
      { Name: 'south', Place__c: { latitude: 39.904211, longitude: 116.407395 }, Account__r: { BillingAddress } },
      { Name: 'North', Place__c: { latitude: 31.230391, longitude: 121.473702 }, far: 0 },
      { Name: 'ÖST_100%', Place__c: null, far: null, Account__r: null },
    ]);
    // Shanghai to Beijing.
    expect(records[0]?.['far']).toBeCloseTo(1067.3, 0);
    const parent = records[1]?.['Account__r'] as { BillingAddress: object };
    expect(Object.keys(parent.BillingAddress)).toEqual([
      'city',
      'country',
      'geocodeAccuracy',
      'latitude',
      'longitude',
      'postalCode',
      'state',
      'street',
    ]);
    const { fields } = await connection.describe('Yard__c');
    const described = Object.fromEntries(fields.map((each) => [each.name, each]));
    expect(described['Place__c']).toMatchObject({ type: 'location', soapType: 'urn:location', createable: false });
    expect(described['Place__c']).toMatchObject({ queryByDistance: true, sortable: false });
    expect(described['Place__Latitude__s']).toMatchObject({ type: 'double', scale: 6, compoundFieldName: 'Place__c' });
    const whole = connection.sobject('Yard__c').create({ Name: 'whole', Place__c: { latitude: 1, longitude: 2 } });
    await expect(whole).rejects.toMatchObject({ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' });
    const off = connection.sobject('Yard__c').create({ Name: 'off', Place__Latitude__s: 91, Place__Longitude__s: 2 });
    await expect(off).rejects.toMatchObject({ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' });
    await expect(connection.bulk2.query('SELECT Place__c FROM Yard__c')).rejects.toThrow('compound data not supported');
  });

  it('counts, groups and totals', async () => {
    const { connection } = test;
    expect((await connection.query('SELECT COUNT() FROM Yard__c')).totalSize).toBe(3);
    const soql = `SELECT Phase__c p, COUNT(Id) n, SUM(Cost__c) s, GROUPING(Phase__c) g FROM Yard__c WHERE Cost__c != null
      GROUP BY ROLLUP(Phase__c) ORDER BY SUM(Cost__c) DESC`;
    expect((await connection.query(soql)).records).toMatchObject([
      { p: null, n: 2, s: 30.5, g: 1 },
      { p: 'Build', n: 1, s: 20.5, g: 0 },
      { p: 'Run', n: 1, s: 10, g: 0 },
    ]);
    const ordered = `SELECT Phase__c, GROUPING(Phase__c) g, COUNT(Id) n FROM Yard__c WHERE Cost__c != null
      GROUP BY ROLLUP(Phase__c) ORDER BY GROUPING(Phase__c) DESC, Phase__c DESC`;
    expect((await connection.query<{ g: number; n: number }>(ordered)).records.map(({ g, n }) => [g, n])).toEqual([
      [1, 2],
      [0, 1],
      [0, 1],
    ]);
    const having = 'SELECT Phase__c FROM Yard__c GROUP BY Phase__c HAVING COUNT(Id) = 1 AND SUM(Cost__c) > 15';
    expect(await first(having)).toMatchObject({ Phase__c: 'Build' });
    expect(await first('SELECT COUNT_DISTINCT(Account__c) d, COUNT(Account__c) c FROM Yard__c')).toMatchObject({
      d: 1,
      c: 2,
    });
  });

  it('puts blanks and pages where they are asked for', async () => {
    expect(await names('ORDER BY Cost__c DESC NULLS LAST LIMIT 2')).toEqual(['south', 'North']);
    expect(await names('ORDER BY Cost__c NULLS FIRST OFFSET 1')).toEqual(['North', 'south']);
  });
});

describe('refused', () => {
  it.each([
    ["Name = 'a' OR Name = 'b' AND Name = 'c'", 'MALFORMED_QUERY', "unexpected token: 'AND'"],
    ['Name = Code__c', 'MALFORMED_QUERY', "unexpected token: 'Code__c'"],
    ["Text__c = 'a'", 'INVALID_FIELD', 'can not be filtered'],
    ["Id IN (SELECT Id FROM Yard__c WHERE Name = 'a')", 'MALFORMED_QUERY', 'same object type'],
    ["Name = 'a' OR Account__c IN (SELECT Id FROM Account)", 'MALFORMED_QUERY', "'OR' operator"],
    ['Account__c IN (SELECT Id FROM Contact)', 'MALFORMED_QUERY', 'matching types'],
    [
      'Account__c IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM Case))',
      'MALFORMED_QUERY',
      'Nesting',
    ],
    [Array(3).fill('Account__c IN (SELECT Id FROM Account)').join(' AND '), 'MALFORMED_QUERY', 'Maximum 2 semi join'],
    ["Name = 'it's'", 'MALFORMED_QUERY', 'no viable alternative'],
    ["Name = '' OR 1 = 1", 'MALFORMED_QUERY', "unexpected token: '1'"],
    ["Name = 'x'; DELETE FROM Yard__c", 'MALFORMED_QUERY', "';'"],
    ["Name = 'x' UNION SELECT Id FROM User", 'MALFORMED_QUERY', "unexpected token: 'UNION'"],
    ['Name = "x"', 'MALFORMED_QUERY', "character '\"'"],
    [`${'('.repeat(2_000)}Name = 'x'${')'.repeat(2_000)}`, 'QUERY_TOO_COMPLICATED', 'too complicated'],
  ])('WHERE %s', async (where, errorCode, message) => {
    const refusal = expect(test.connection.query(`SELECT Id FROM Yard__c WHERE ${where}`)).rejects;
    await refusal.toMatchObject({ errorCode, message: expect.stringContaining(message) as string });
  });

  it.each([
    ['SELECT Id, Nope__c FROM Yard__c', 'INVALID_FIELD', '           ^\nERROR at Row:1:Column:12\nNo such column'],
    ['SELECT Id FROM Yard__c LIMIT -1', 'MALFORMED_QUERY', "Column:30\nunexpected token: '-1'"],
    ['SELECT Id FROM Yard__c OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', '2000'],
    ['SELECT * FROM Yard__c', 'MALFORMED_QUERY', "'*'"],
    ['SELECT Id, FIELDS(STANDARD) FROM Yard__c', 'INVALID_FIELD', 'duplicate field selected: Id'],
    ['SELECT FIELDS(CUSTOM) FROM Yard__c LIMIT 201', 'MALFORMED_QUERY', 'LIMIT of at most 200'],
    ['SELECT Name n FROM Yard__c', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    ['SELECT COUNT(), Id FROM Yard__c', 'MALFORMED_QUERY', 'COUNT()'],
    ['SELECT SUM(Cost__c) FROM Yard__c LIMIT 5', 'MALFORMED_QUERY', 'cannot also use LIMIT'],
    ['SELECT Cost__c FROM Yard__c GROUP BY Cost__c', 'INVALID_FIELD', 'can not be grouped'],
    [
      'SELECT Phase__c FROM Yard__c GROUP BY Phase__c ORDER BY Name',
      'MALFORMED_QUERY',
      'must be grouped or aggregated',
    ],
    ['SELECT Phase__c, COUNT(Phase__c) FROM Yard__c GROUP BY Phase__c', 'MALFORMED_QUERY', 'should not be aggregated'],
    ['SELECT Id FROM Case', 'NOT_SUPPORTED_BY_LOCAL_ORG', 'object Case'],
    ['SELECT CALENDAR_YEAR(Day__c) FROM Yard__c', 'MALFORMED_QUERY', 'must be grouped or aggregated'],
    ['SELECT toLabel(Name) FROM Yard__c', 'INVALID_FIELD', 'toLabel'],
    ['SELECT Id FROM Yard__c ORDER BY Name FOR UPDATE', 'MALFORMED_QUERY', 'FOR UPDATE'],
    ['SELECT Id FROM Yard__c USING SCOPE team', 'NOT_SUPPORTED_BY_LOCAL_ORG', 'USING SCOPE team'],
    ['SELECT Id FROM Yard__c WITH SYSTEM_MODE', 'NOT_SUPPORTED_BY_LOCAL_ORG', 'WITH SYSTEM_MODE'],
    ['SELECT Id FROM Yard__c UPDATE VIEWSTAT', 'NOT_SUPPORTED_BY_LOCAL_ORG', 'UPDATE VIEWSTAT'],
    ['FIND {x} IN ALL FIELDS', 'MALFORMED_QUERY', "character '{'"],
  ])('%s', async (soql, errorCode, message) => {
    await expect(test.connection.query(soql)).rejects.toMatchObject({
      errorCode,
      message: expect.stringContaining(message) as string,
    });
  });

  it('a search, by name', async () => {
    await expect(test.connection.search('FIND {x} IN ALL FIELDS RETURNING Account(Id)')).rejects.toMatchObject({
      errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG',
    });
  });
});
