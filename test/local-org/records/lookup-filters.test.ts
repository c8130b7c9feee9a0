import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const item = (name: string, inside: string): string =>
  `<filterItems><field>${name}</field><operation>equals</operation>${inside}</filterItems>`;
const filter = (optional: boolean, inside: string): string =>
  `<lookupFilter><active>true</active>${inside}<isOptional>${String(optional)}</isOptional></lookupFilter>`;
const lookup = (name: string, more: string, target = 'Contact'): string =>
  field(
    name,
    'Lookup',
    `${more}<referenceTo>${target}</referenceTo><relationshipName>${name.replace('__c', '')}s</relationshipName>`,
  );

const contract = customObject(
  'Contract',
  [
    lookup('Client__c', '', 'Account'),
    lookup(
      'Payer__c',
      filter(
        false,
        `<booleanFilter>1 AND (2 OR 3)</booleanFilter><errorMessage>Choose a contact of the client.</errorMessage>` +
          item('Contact.AccountId', '<valueField>$Source.Client__c</valueField>') +
          item('Contact.Department', '<value>Finance</value>') +
          item('$User.Department', '<value>Sales</value>'),
      ),
    ),
    lookup('Signer__c', filter(false, item('Contact.Account.Type', '<value>Customer</value>'))),
    lookup('Guide__c', filter(true, item('Contact.Department', '<value>Finance</value>'))),
  ].join(''),
);

let test: TestOrg;
let ids: Record<'client' | 'other' | 'finance' | 'stranger' | 'warehouse', string>;
beforeAll(async () => {
  test = await startTestOrg();
  const { connection, org } = test;
  await deploy(connection, ['CustomObject: Contract__c'], { 'objects/Contract__c.object': contract });
  const fields = ['Client__c', 'Payer__c', 'Signer__c', 'Guide__c'].map((name) => `Contract__c.${name}`);
  await grant(connection, org.username, ['Contract__c'], fields);
  const create = async (object: string, row: object): Promise<string> => {
    const { id } = await connection.sobject(object).create(row);
    return id as string;
  };
  const client = await create('Account', { Name: 'Client', Type: 'Customer' });
  const other = await create('Account', { Name: 'Other', Type: 'Partner' });
  ids = {
    client,
    other,
    finance: await create('Contact', { LastName: 'Fang', AccountId: client, Department: 'Finance' }),
    stranger: await create('Contact', { LastName: 'Sun', AccountId: other, Department: 'Finance' }),
    warehouse: await create('Contact', { LastName: 'Wu', AccountId: client, Department: 'Warehouse' }),
  };
});
afterAll(() => test.close());

const refused = (message: string, name: string) => ({
  errorCode: 'FIELD_FILTER_VALIDATION_EXCEPTION',
  message,
  data: expect.objectContaining({ fields: [name] }) as unknown,
});

describe('a required lookup filter', () => {
  it('lets through what matches, against a value, a field of the record and its parent', async () => {
    const { connection } = test;
    const row = { Name: 'Good', Client__c: ids.client, Payer__c: ids.finance, Signer__c: ids.finance };
    expect(await connection.sobject('Contract__c').create(row)).toMatchObject({ success: true });
  });

  it('refuses with the words of the company, or of the platform where there are none', async () => {
    const contracts = test.connection.sobject('Contract__c');
    const own = refused('Choose a contact of the client.', 'Payer__c');
    await expect(contracts.create({ Name: 'x', Client__c: ids.client, Payer__c: ids.stranger })).rejects.toMatchObject(
      own,
    );
    await expect(contracts.create({ Name: 'x', Client__c: ids.client, Payer__c: ids.warehouse })).rejects.toMatchObject(
      own,
    );
    await expect(contracts.create({ Name: 'x', Signer__c: ids.stranger })).rejects.toMatchObject(
      refused('Value does not exist or does not match filter criteria.', 'Signer__c'),
    );
  });

  it('is asked again when the record changes what it compares with', async () => {
    const contracts = test.connection.sobject('Contract__c');
    const { id } = await contracts.create({ Name: 'Moved', Client__c: ids.client, Payer__c: ids.finance });
    await expect(contracts.update({ Id: id as string, Client__c: ids.other })).rejects.toMatchObject(
      refused('Choose a contact of the client.', 'Payer__c'),
    );
  });

  it('refuses a change of the record that is looked up', async () => {
    const contracts = test.connection.sobject('Contract__c');
    await contracts.create({ Name: 'Held', Client__c: ids.client, Payer__c: ids.finance });
    const contacts = test.connection.sobject('Contact');
    await expect(contacts.update({ Id: ids.finance, Department: 'Law' })).rejects.toMatchObject(
      refused('Choose a contact of the client.', 'Payer__c'),
    );
    expect(await contacts.retrieve(ids.finance)).toMatchObject({ Department: 'Finance' });
    expect(await contacts.update({ Id: ids.warehouse, Department: 'Law' })).toMatchObject({ success: true });
  });

  it('tells capitals from small letters and says nothing to a blank', async () => {
    const { connection } = test;
    const { id } = await connection
      .sobject('Contact')
      .create({ LastName: 'Li', AccountId: ids.client, Department: 'FINANCE' });
    const contracts = connection.sobject('Contract__c');
    await expect(contracts.create({ Name: 'x', Client__c: ids.client, Payer__c: id })).rejects.toMatchObject(
      refused('Choose a contact of the client.', 'Payer__c'),
    );
    expect(await contracts.create({ Name: 'Blank' })).toMatchObject({ success: true });
  });
});

describe('an optional lookup filter', () => {
  it('guides the pages and refuses nothing', async () => {
    const row = { Name: 'Free', Guide__c: ids.warehouse };
    expect(await test.connection.sobject('Contract__c').create(row)).toMatchObject({ success: true });
    const info = await test.connection.request<{ fields: Record<string, { filteredLookupInfo: unknown }> }>(
      '/services/data/v66.0/ui-api/object-info/Contract__c',
    );
    expect(info.fields['Guide__c']?.filteredLookupInfo).toEqual({
      controllingFields: [],
      dependent: false,
      optionalFilter: true,
    });
    expect(info.fields['Payer__c']?.filteredLookupInfo).toEqual({
      controllingFields: ['Client__c'],
      dependent: true,
      optionalFilter: false,
    });
  });
});
