import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const sizes = (precision: number, scale: number): string =>
  `<precision>${precision}</precision><scale>${scale}</scale>`;

const sample = customObject(
  'Sample',
  field('Amount__c', 'Currency', sizes(10, 2)) +
    field('Share__c', 'Percent', sizes(5, 1)) +
    field('Weight__c', 'Number', sizes(8, 1)) +
    field('Pieces__c', 'Number', `<defaultValue>2 * 3</defaultValue>${sizes(4, 0)}`) +
    field('Short__c', 'Text', '<defaultValue>"a" &amp; "b"</defaultValue><length>5</length>') +
    field('Story__c', 'LongTextArea', '<length>300</length><visibleLines>3</visibleLines>') +
    field('Day__c', 'Date', '<defaultValue>TODAY() + 1</defaultValue>') +
    field('Moment__c', 'DateTime') +
    field('Hour__c', 'Time') +
    field('Open__c', 'Checkbox', '<defaultValue>true</defaultValue>') +
    field('Mail__c', 'Email') +
    field(
      'Number__c',
      'AutoNumber',
      '<displayFormat>S-{YYYY}-{000}</displayFormat><startingNumber>7</startingNumber>',
    ) +
    field('Plate__c', 'Text', '<caseSensitive>false</caseSensitive><length>10</length><unique>true</unique>') +
    field(
      'Code__c',
      'Text',
      '<caseSensitive>true</caseSensitive><externalId>true</externalId><length>10</length><unique>true</unique>',
    ) +
    field('Serial__c', 'Number', `<externalId>true</externalId>${sizes(8, 0)}<unique>true</unique>`),
);
const NAMES = ['Amount', 'Share', 'Weight', 'Pieces', 'Short', 'Story', 'Day', 'Moment', 'Hour', 'Open', 'Mail'];
const KEYS = ['Number', 'Plate', 'Code', 'Serial'];

let test: TestOrg;
beforeAll(async () => {
  // Three in the morning in Shanghai, still the day before in Greenwich.
  test = await startTestOrg({ now: () => Date.parse('2026-03-01T19:00:00Z') });
  await deploy(test.connection, ['CustomObject: Sample__c'], { 'objects/Sample__c.object': sample });
  const fields = [...NAMES, ...KEYS].map((name) => `Sample__c.${name}__c`);
  await grant(test.connection, test.org.username, ['Sample__c'], fields);
});
afterAll(() => test.close());

const samples = () => test.connection.sobject('Sample__c');
const create = async (row: object): Promise<string> => {
  const { id } = await samples().create({ Name: 'S', ...row });
  return id as string;
};
const stored = async (row: object) => samples().retrieve(await create(row));
const error = (errorCode: string, message: string, name: string) => ({
  errorCode,
  message,
  data: expect.objectContaining({ fields: [name] }) as unknown,
});

describe('a number', () => {
  it.each([
    [{ Weight__c: 12.34 }, { Weight__c: 12.3 }],
    [{ Weight__c: 12.35 }, { Weight__c: 12.4 }],
    [{ Weight__c: -12.35 }, { Weight__c: -12.4 }],
    [{ Amount__c: 1.005 }, { Amount__c: 1.01 }],
    [{ Amount__c: '1234.5' }, { Amount__c: 1234.5 }],
    [{ Share__c: 33.333 }, { Share__c: 33.3 }],
    [{ Pieces__c: 2.5 }, { Pieces__c: 3 }],
    [{ Weight__c: '' }, { Weight__c: null }],
    [{ Weight__c: 9999999.94 }, { Weight__c: 9999999.9 }],
  ])('given as %j is kept as %j', async (row, kept) => {
    expect(await stored(row)).toMatchObject(kept);
  });

  it.each([
    ['Weight', 10_000_000],
    ['Amount', -100_000_000],
    ['Pieces', 10_000],
  ])('of %s with more whole digits than its field has is refused: %d', async (name, value) => {
    const words = `${name}: value outside of valid range on numeric field: ${value}`;
    await expect(create({ [`${name}__c`]: value })).rejects.toMatchObject(
      error('NUMBER_OUTSIDE_VALID_RANGE', words, `${name}__c`),
    );
  });
});

describe('a text', () => {
  it('is held to its length and freed of the blanks around it', async () => {
    expect(await stored({ Short__c: '  日本語文字  ' })).toMatchObject({ Short__c: '日本語文字' });
    expect(await stored({ Short__c: ' \uFEFF\u3000' })).toMatchObject({ Short__c: '\uFEFF' });
    expect(await stored({ Short__c: '   ' })).toMatchObject({ Short__c: null });
    await expect(create({ Short__c: '123456' })).rejects.toMatchObject(
      error('STRING_TOO_LONG', 'Short: data value too large: 123456 (max length=5)', 'Short__c'),
    );
    const long = 'x'.repeat(301);
    await expect(create({ Story__c: long })).rejects.toMatchObject(
      error('STRING_TOO_LONG', `Story: data value too large: ${long} (max length=300)`, 'Story__c'),
    );
  });

  it.each([
    [{ Short__c: 12 }, 'string from VALUE_NUMBER_INT value 12'],
    [{ Story__c: 1.5 }, 'textarea from VALUE_NUMBER_FLOAT value 1.5'],
    [{ Mail__c: true }, 'email from VALUE_TRUE value true'],
    [{ Open__c: 1 }, 'boolean from VALUE_NUMBER_INT value 1'],
  ])('is not made of another kind of JSON value: %j', async (row, words) => {
    const refused = { errorCode: 'JSON_PARSER_ERROR', message: expect.stringContaining(words) as string };
    await expect(create(row)).rejects.toMatchObject(refused);
  });

  it('of a mail address looks like one', async () => {
    await expect(create({ Mail__c: 'nobody' })).rejects.toMatchObject(
      error('INVALID_EMAIL_ADDRESS', 'Mail: invalid email address: nobody', 'Mail__c'),
    );
  });
});

describe('a moment', () => {
  it('is kept in Greenwich time, to the second, and a day as it is', async () => {
    const row = { Moment__c: '2026-05-01T08:30:15.789+08:00', Day__c: '2026-05-01', Hour__c: '08:30' };
    expect(await stored(row)).toMatchObject({
      Moment__c: '2026-05-01T00:30:15.000+0000',
      Day__c: '2026-05-01',
      Hour__c: '08:30:00.000Z',
    });
  });

  it.each([{ Day__c: '2026-02-30' }, { Day__c: '1.5.2026' }, { Moment__c: 'noon' }, { Hour__c: '25:00' }])(
    'that there is not is refused: %j',
    async (row) => {
      await expect(create(row)).rejects.toMatchObject({ errorCode: 'JSON_PARSER_ERROR' });
    },
  );
});

describe('a default', () => {
  it('stands where the request says nothing, worked out in the day of the person', async () => {
    expect(await stored({})).toMatchObject({ Pieces__c: 6, Short__c: 'ab', Day__c: '2026-03-03', Open__c: true });
    const username = await createUser(test.connection, 'paris@records.test', {
      fields: { TimeZoneSidKey: 'Europe/Paris' },
    });
    const { records } = await test.connection.query<{ Id: string }>(
      `SELECT Id FROM User WHERE Username = '${username}'`,
    );
    const sets = await test.connection.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'All'");
    await test.connection
      .sobject('PermissionSetAssignment')
      .create({ AssigneeId: records[0]?.Id, PermissionSetId: sets.records[0]?.Id });
    const paris = await test.connectAs(username);
    const { id } = await paris.sobject('Sample__c').create({ Name: 'P' });
    expect(await paris.sobject('Sample__c').retrieve(id as string)).toMatchObject({ Day__c: '2026-03-02' });
  });

  it('gives way to what the request says, a blank included', async () => {
    expect(await stored({ Pieces__c: null, Short__c: 'x', Open__c: false })).toMatchObject({
      Pieces__c: null,
      Short__c: 'x',
      Open__c: false,
    });
  });
});

describe('an auto number', () => {
  it('counts on from its start, is given by nobody and not spent by a refused record', async () => {
    const number = async (id: string) => String((await samples().retrieve(id))['Number__c']);
    const first = await number(await create({}));
    expect(first).toMatch(/^S-2026-\d{3}$/);
    await expect(create({ Mail__c: 'nobody' })).rejects.toThrow();
    await expect(create({ Number__c: 'S-1' })).rejects.toMatchObject({ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' });
    const next = `S-2026-${String(Number(first.slice(-3)) + 1).padStart(3, '0')}`;
    expect(await number(await create({}))).toBe(next);
  });
});

describe('a unique field', () => {
  it('tells capitals apart only where it says so, and blanks never collide', async () => {
    const id = await create({ Plate__c: 'ab 1', Code__c: 'K', Serial__c: 1 });
    await expect(create({ Plate__c: 'AB 1' })).rejects.toMatchObject(
      error('DUPLICATE_VALUE', `duplicate value found: Plate__c duplicates value on record with id: ${id}`, 'Plate__c'),
    );
    await expect(create({ Serial__c: '1.0' })).rejects.toMatchObject({ errorCode: 'DUPLICATE_VALUE' });
    await expect(create({ Code__c: 'K' })).rejects.toMatchObject({ errorCode: 'DUPLICATE_VALUE' });
    await create({ Code__c: 'k' });
    await create({});
    await create({});
  });

  it('holds within one request, and lets go what is deleted', async () => {
    const results = await samples().create(
      [
        { Name: 'A', Plate__c: 'same' },
        { Name: 'B', Plate__c: 'SAME' },
      ],
      { allOrNone: false },
    );
    expect([results].flat().map((one) => one.success)).toEqual([true, false]);
    await samples().destroy([results].flat()[0]?.id as string);
    await create({ Plate__c: 'same' });
  });

  it('is a key for upserts by the letters that it knows', async () => {
    const upsert = (Code__c: string, more: object) => samples().upsert({ Code__c, ...more }, 'Code__c');
    expect(await upsert('up', { Name: 'First' })).toMatchObject({ success: true, created: true });
    expect(await upsert('up', { Name: 'Second' })).toMatchObject({ success: true, created: false });
    expect(await upsert('UP', { Name: 'Third' })).toMatchObject({ success: true, created: true });
    const { records } = await test.connection.query<{ Name: string }>(
      "SELECT Name FROM Sample__c WHERE Code__c IN ('up', 'UP') ORDER BY Name",
    );
    expect(records.map((one) => one.Name)).toEqual(['Second', 'Third']);
  });
});
