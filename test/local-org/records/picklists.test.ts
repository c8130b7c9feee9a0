import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const value = (name: string, isDefault = false): string =>
  `<value><fullName>${name}</fullName><default>${String(isDefault)}</default><label>${name}</label></value>`;
const valueSet = (values: string, { restricted = true, before = '', after = '' } = {}): string =>
  `<valueSet>${before}<restricted>${String(restricted)}</restricted><valueSetDefinition><sorted>false</sorted>${values}</valueSetDefinition>${after}</valueSet>`;
const settings = (name: string, ...controlling: string[]): string =>
  `<valueSettings>${controlling.map((one) => `<controllingFieldValue>${one}</controllingFieldValue>`).join('')}<valueName>${name}</valueName></valueSettings>`;
const dependent = (on: string, after: string) => ({
  before: `<controllingField>${on}</controllingField>`,
  after,
});

const city = customObject(
  'City',
  field('Country__c', 'Picklist', valueSet(value('China', true) + value('Japan'))) +
    field(
      'Province__c',
      'Picklist',
      valueSet(
        value('Hubei') + value('Kansai') + value('Sea'),
        dependent(
          'Country__c',
          settings('Hubei', 'China') + settings('Kansai', 'Japan') + settings('Sea', 'China', 'Japan'),
        ),
      ),
    ) +
    field('Is_Port__c', 'Checkbox', '<defaultValue>false</defaultValue>') +
    field('Harbour__c', 'Picklist', valueSet(value('Deep'), dependent('Is_Port__c', settings('Deep', 'checked')))) +
    field('Nick__c', 'Picklist', valueSet(value('Steel'), { restricted: false })) +
    field('Tags__c', 'MultiselectPicklist', `${valueSet(value('Old') + value('New'))}<visibleLines>3</visibleLines>`) +
    `<recordTypes><fullName>Inland</fullName><active>true</active><label>Inland</label><picklistValues><picklist>Country__c</picklist><values><fullName>China</fullName><default>true</default></values></picklistValues></recordTypes>` +
    '<recordTypes><fullName>Coast</fullName><active>true</active><label>Coast</label></recordTypes>',
);

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
  await deploy(test.connection, ['CustomObject: City__c'], { 'objects/City__c.object': city });
  const fields = ['Country__c', 'Province__c', 'Is_Port__c', 'Harbour__c', 'Nick__c', 'Tags__c'];
  await grant(
    test.connection,
    test.org.username,
    ['City__c'],
    fields.map((name) => `City__c.${name}`),
    ['City__c.Inland', 'City__c.Coast'],
  );
});
afterAll(() => test.close());

const create = (row: object) => test.connection.sobject('City__c').create({ Name: 'City', ...row });
const stored = async (row: object) => {
  const { id } = await create(row);
  return test.connection.sobject('City__c').retrieve(id as string);
};
const outside = (label: string, one: string) => ({
  errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  message: `${label}: bad value for restricted picklist field: ${one}`,
});

describe('a picklist', () => {
  it('takes any value unless it is restricted, and keeps the known ones in their own letters', async () => {
    expect(await stored({ Nick__c: 'River', Country__c: 'japan', Tags__c: 'new;OLD' })).toMatchObject({
      Nick__c: 'River',
      Country__c: 'Japan',
      Tags__c: 'New;Old',
    });
    await expect(create({ Country__c: 'Mars' })).rejects.toMatchObject(outside('Country', 'Mars'));
    await expect(create({ Tags__c: 'Old;Odd' })).rejects.toMatchObject(outside('Tags', 'Odd'));
  });

  it('begins with its default', async () => {
    expect(await stored({})).toMatchObject({ Country__c: 'China', Province__c: null });
    expect(await stored({ Country__c: null })).toMatchObject({ Country__c: null });
  });

  it('is held by a record type to the values that it names', async () => {
    const { records } = await test.connection.query<{ Id: string }>(
      "SELECT Id FROM RecordType WHERE SobjectType = 'City__c' AND DeveloperName = 'Inland'",
    );
    const RecordTypeId = records[0]?.Id;
    expect(await stored({ RecordTypeId })).toMatchObject({ Country__c: 'China' });
    await expect(create({ RecordTypeId, Country__c: 'Japan' })).rejects.toMatchObject(outside('Country', 'Japan'));
  });
});

describe('a dependent picklist', () => {
  it('is a matter of the pages: the API takes a value of the list under any controlling value', async () => {
    expect(await stored({ Country__c: 'China', Province__c: 'Kansai' })).toMatchObject({ Province__c: 'Kansai' });
    await expect(create({ Country__c: 'China', Province__c: 'Mars' })).rejects.toMatchObject(
      outside('Province', 'Mars'),
    );
  });

  it('says in describe under which values it holds, one bit each', async () => {
    const { fields } = await test.connection.sobject('City__c').describe();
    const validFor = (name: string) => {
      const values = fields.find((one) => one.name === name)?.picklistValues as { value: string; validFor: string }[];
      return Object.fromEntries(values.map((one) => [one.value, [...Buffer.from(one.validFor, 'base64')]]));
    };
    expect(fields.find((one) => one.name === 'Province__c')).toMatchObject({
      dependentPicklist: true,
      controllerName: 'Country__c',
    });
    expect(validFor('Province__c')).toEqual({ Hubei: [0b1000_0000], Kansai: [0b0100_0000], Sea: [0b1100_0000] });
    expect(validFor('Harbour__c')).toEqual({ Deep: [0b0100_0000] });
  });

  it('says in the UI API under which values it holds, by their places', async () => {
    const { picklistFieldValues } = await test.connection.request<{
      picklistFieldValues: Record<
        string,
        { controllerValues: object; values: { value: string; validFor: number[] }[] }
      >;
    }>('/services/data/v66.0/ui-api/object-info/City__c/picklist-values/012000000000000AAA');
    const places = (name: string) =>
      Object.fromEntries((picklistFieldValues[name]?.values ?? []).map(({ value: one, validFor }) => [one, validFor]));
    expect(picklistFieldValues['Province__c']?.controllerValues).toEqual({ China: 0, Japan: 1 });
    expect(places('Province__c')).toEqual({ Hubei: [0], Kansai: [1], Sea: [0, 1] });
    expect(picklistFieldValues['Harbour__c']?.controllerValues).toEqual({ false: 0, true: 1 });
    expect(places('Harbour__c')).toEqual({ Deep: [1] });
  });
});
