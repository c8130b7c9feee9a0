import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { file } from '../metadata/local-package.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const number = '<precision>6</precision><scale>0</scale>';
const settings = (kind: string, fields: string): string =>
  file(
    'CustomObject',
    `<customSettingsType>${kind}</customSettingsType>${fields}<label>Limits</label><visibility>Public</visibility>`,
  );
const rule = (name: string, formula: string): string =>
  `<validationRules><fullName>${name}</fullName><active>true</active><errorConditionFormula>${formula}</errorConditionFormula><errorMessage>${name}</errorMessage></validationRules>`;

let test: TestOrg;
let orgId: string;
let me: { Id: string; ProfileId: string };
beforeAll(async () => {
  test = await startTestOrg();
  const { connection, org } = test;
  await deploy(connection, ['CustomObject: Limits__c', 'CustomObject: Cities__c', 'CustomObject: Stay__c'], {
    'objects/Limits__c.object': settings(
      'Hierarchy',
      field('Nights__c', 'Number', number) +
        field('Beds__c', 'Number', number) +
        field('Off__c', 'Checkbox', '<defaultValue>false</defaultValue>'),
    ),
    'objects/Cities__c.object': settings('List', field('Code__c', 'Text', '<length>10</length>')),
    'objects/Stay__c.object': customObject(
      'Stay',
      field('Nights__c', 'Number', number) +
        field('Allowed__c', 'Number', `<formula>$Setup.Limits__c.Nights__c</formula>${number}`) +
        rule('Too_Long', 'AND(NOT($Setup.Limits__c.Off__c), Nights__c &gt; $Setup.Limits__c.Nights__c)'),
    ),
  });
  const text = '<length>20</length>';
  const look = 'VLOOKUP($ObjectType.Town__c.Fields.Code__c, $ObjectType.Town__c.Fields.Name, Town_Name__c)';
  await deploy(connection, ['CustomObject: Town__c', 'CustomObject: Trip__c'], {
    'objects/Town__c.object': customObject('Town', field('Code__c', 'Text', text)),
    'objects/Trip__c.object': customObject(
      'Trip',
      field('Town_Name__c', 'Text', text) +
        field('Code__c', 'Text', text) +
        rule('Wrong_Code', `${look} &lt;&gt; Code__c`),
    ),
  });
  const fields = [
    'Stay__c.Nights__c',
    'Stay__c.Allowed__c',
    'Town__c.Code__c',
    'Trip__c.Code__c',
    'Trip__c.Town_Name__c',
  ];
  await grant(connection, org.username, ['Stay__c', 'Town__c', 'Trip__c'], fields);
  orgId = (await connection.query<{ Id: string }>('SELECT Id FROM Organization')).records[0]?.Id ?? '';
  const { records } = await connection.query<typeof me>(
    `SELECT Id, ProfileId FROM User WHERE Username = '${org.username}'`,
  );
  me = records[0] as typeof me;
});
afterAll(() => test.close());

const stay = async (Nights__c: number): Promise<string> => {
  const saved = await test.connection
    .sobject('Stay__c')
    .create({ Name: 'S', Nights__c })
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  return typeof saved === 'string' ? saved : 'saved';
};
const allowed = async (): Promise<unknown> =>
  (await test.connection.query<{ Allowed__c: number }>('SELECT Allowed__c FROM Stay__c LIMIT 1')).records[0]
    ?.Allowed__c;

describe('a custom setting of the kind hierarchy', () => {
  it('is read from the user, else the profile, else the organization, field by field', async () => {
    const limits = test.connection.sobject('Limits__c');
    expect(await stay(99)).toBe('saved');
    expect(await allowed()).toBe(0);
    await limits.create({ Nights__c: 3 });
    expect(await limits.find({}, ['SetupOwnerId', 'Nights__c', 'Off__c'])).toMatchObject([
      { SetupOwnerId: orgId, Nights__c: 3, Off__c: false },
    ]);
    expect(await stay(4)).toBe('Too_Long');
    expect(await allowed()).toBe(3);
    await limits.create({ SetupOwnerId: me.ProfileId, Nights__c: 5 });
    expect(await stay(5)).toBe('saved');
    const { id } = await limits.create({ SetupOwnerId: me.Id, Beds__c: 2 });
    expect(await allowed()).toBe(5);
    expect(await stay(6)).toBe('Too_Long');
    await limits.update({ Id: id as string, Off__c: true });
    expect(await stay(6)).toBe('saved');
  });

  it('has one row for each holder, and no other holders', async () => {
    const limits = test.connection.sobject('Limits__c');
    await expect(limits.create({ SetupOwnerId: me.Id })).rejects.toThrow(
      /duplicate value found: SetupOwnerId duplicates value on record with id: a/,
    );
    const { id } = await test.connection.sobject('Account').create({ Name: 'A' });
    await expect(limits.create({ SetupOwnerId: id as string })).rejects.toThrow('id value of incorrect type');
  });

  it('says in describe what it is and has neither owner nor shares', async () => {
    const { customSetting, fields } = await test.connection.sobject('Limits__c').describe();
    expect(customSetting).toBe(true);
    expect(fields.map(({ name }) => name)).toContain('SetupOwnerId');
    expect(fields.map(({ name }) => name)).not.toContain('OwnerId');
    expect((await test.connection.describeGlobal()).sobjects.map(({ name }) => name)).not.toContain('Limits__Share');
  });
});

describe('a custom setting of the kind list', () => {
  it('holds named rows and is closed to formulas', async () => {
    const cities = test.connection.sobject('Cities__c');
    await cities.create({ Name: 'Wuhan', Code__c: 'WUH' });
    expect(await cities.find({ Name: 'Wuhan' }, ['Code__c'])).toMatchObject([{ Code__c: 'WUH' }]);
    await expect(cities.create({ Code__c: 'X' })).rejects.toThrow('Required fields are missing: [Name]');
    const closed = { 'objects/Stay__c.object': customObject('Stay', rule('Closed', '$Setup.Cities__c.Code__c = "X"')) };
    await expect(deploy(test.connection, ['ValidationRule: Stay__c.Closed'], closed)).rejects.toThrow(
      'Field $Setup.Cities__c.Code__c does not exist. Check spelling.',
    );
  });
});

describe('VLOOKUP in a validation rule', () => {
  it('compares with the record of that name', async () => {
    const { connection } = test;
    await connection.sobject('Town__c').create({ Name: 'Wuhan', Code__c: 'WUH' });
    await connection.sobject('Town__c').create({ Name: 'Wuhan', Code__c: 'OTHER' });
    const trips = connection.sobject('Trip__c');
    await expect(trips.create({ Name: 'T', Town_Name__c: 'wuhan', Code__c: 'PEK' })).rejects.toThrow('Wrong_Code');
    await expect(trips.create({ Name: 'T', Town_Name__c: 'wuhan', Code__c: 'WUH' })).resolves.toMatchObject({
      success: true,
    });
  });
});
