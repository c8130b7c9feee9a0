import { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';
import { zipOf } from '../support/zip-of.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

const META = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const invoice = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${META}>
  <label>Invoice</label><pluralLabel>Invoices</pluralLabel>
  <nameField><label>Invoice Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
  <fields><fullName>Limit__c</fullName><label>Limit</label><type>Currency</type><precision>16</precision><scale>2</scale></fields>
  <fields>
    <fullName>Total__c</fullName><label>Total</label><type>Summary</type><summaryOperation>sum</summaryOperation>
    <summaryForeignKey>Line__c.Invoice__c</summaryForeignKey><summarizedField>Line__c.Amount__c</summarizedField>
  </fields>
  <validationRules>
    <fullName>Within_Limit</fullName><active>true</active>
    <errorConditionFormula>Total__c &gt; Limit__c</errorConditionFormula>
    <errorDisplayField>Limit__c</errorDisplayField><errorMessage>总额 exceeds the limit</errorMessage>
  </validationRules>
</CustomObject>`;

const line = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${META}>
  <label>Line</label><pluralLabel>Lines</pluralLabel>
  <nameField><label>Line Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ControlledByParent</sharingModel>
  <fields>
    <fullName>Invoice__c</fullName><label>Invoice</label><type>MasterDetail</type><referenceTo>Invoice__c</referenceTo>
    <relationshipName>Lines</relationshipName><relationshipLabel>Lines</relationshipLabel><relationshipOrder>0</relationshipOrder>
    <reparentableMasterDetail>false</reparentableMasterDetail><writeRequiresMasterRead>false</writeRequiresMasterRead>
  </fields>
  <fields><fullName>Amount__c</fullName><label>Amount</label><type>Currency</type><precision>16</precision><scale>2</scale></fields>
  <fields>
    <fullName>Key__c</fullName><label>Key</label><type>Text</type><length>40</length>
    <externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive>
  </fields>
</CustomObject>`;

const permissions = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet ${META}>
  <label>Billing</label><hasActivationRequired>false</hasActivationRequired>
  ${['Invoice__c.Limit__c', 'Invoice__c.Total__c', 'Line__c.Amount__c', 'Line__c.Key__c']
    .map(
      (field) =>
        `<fieldPermissions><field>${field}</field><readable>true</readable><editable>${!field.endsWith('Total__c')}</editable></fieldPermissions>`,
    )
    .join('')}
  ${['Invoice__c', 'Line__c']
    .map(
      (
        object,
      ) => `<objectPermissions><object>${object}</object><allowCreate>true</allowCreate><allowDelete>true</allowDelete>
        <allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><viewAllRecords>false</viewAllRecords></objectPermissions>`,
    )
    .join('')}
</PermissionSet>`;

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<Package ${META}>
  <types><members>Invoice__c</members><members>Line__c</members><name>CustomObject</name></types>
  <types><members>Billing</members><name>PermissionSet</name></types>
  <version>66.0</version>
</Package>`;

async function deploy(connection: Connection): Promise<void> {
  const zip = await zipOf({
    'package.xml': manifest,
    'objects/Invoice__c.object': invoice,
    'objects/Line__c.object': line,
    'permissionsets/Billing.permissionset': permissions,
  });
  const result = await connection.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  expect(result.details?.componentFailures ?? [], JSON.stringify(result.details?.componentFailures)).toEqual([]);
  expect(result).toMatchObject({ success: true, status: 'Succeeded' });
}

async function assignBilling(connection: Connection): Promise<void> {
  const { records } = await connection.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Billing'");
  const { user_id } = await connection.identity();
  const assignment = { AssigneeId: user_id, PermissionSetId: records[0]?.Id };
  expect(await connection.sobject('PermissionSetAssignment').create(assignment)).toMatchObject({ success: true });
}

describe('a package from deploy to refusal', () => {
  let id: string;
  const total = async (): Promise<unknown> => (await test.connection.sobject('Invoice__c').retrieve(id))['Total__c'];

  it('is deployed through the Metadata API and granted', async () => {
    await deploy(test.connection);
    await assignBilling(test.connection);
  });

  it('rolls children up to their parent', async () => {
    id = (await test.connection.sobject('Invoice__c').create({ Name: 'I-1', Limit__c: 100 })).id as string;
    await test.connection.sobject('Line__c').create([
      { Name: 'a', Invoice__c: id, Amount__c: 40, Key__c: 'a' },
      { Name: 'b', Invoice__c: id, Amount__c: '59.5', Key__c: 'b' },
    ]);
    expect(await total()).toBe(99.5);
  });

  it('refuses a child whose parent’s rule fails, and leaves no trace', async () => {
    const create = test.connection.sobject('Line__c').create({ Name: 'c', Invoice__c: id, Amount__c: 1 });
    await expect(create).rejects.toMatchObject({ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
    await expect(create).rejects.toThrow('总额 exceeds the limit');
    expect(await total()).toBe(99.5);
    expect((await test.connection.query('SELECT Id FROM Line__c')).totalSize).toBe(2);
  });

  it('refuses it through every other door, too', async () => {
    const { connection } = test;
    const [collected] = await connection.sobject('Line__c').create([{ Name: 'c', Invoice__c: id, Amount__c: 1 }]);
    expect(collected?.errors).toMatchObject([{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }]);
    const patch = connection.sobject('Invoice__c').update({ Id: id, Limit__c: 50 });
    await expect(patch).rejects.toThrow('总额 exceeds the limit');
    const bulk = await connection.bulk2.loadAndWaitForResults({
      object: 'Line__c',
      operation: 'insert',
      input: `Name,Invoice__c,Amount__c\nc,${id},1\n`,
    });
    expect(bulk.failedResults[0]?.sf__Error).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    expect(await total()).toBe(99.5);
  });

  it('upserts by an external id', async () => {
    const { connection } = test;
    const url = (key: string): string => `/services/data/v66.0/sobjects/Line__c/Key__c/${encodeURIComponent(key)}`;
    const upsert = (key: string, body: object): Promise<{ created: boolean }> =>
      connection.request({ method: 'PATCH', url: url(key), body: JSON.stringify(body) });
    expect(await upsert('b', { Amount__c: 50 })).toMatchObject({ success: true, created: false });
    expect(await upsert('中/1', { Name: 'd', Invoice__c: id, Amount__c: 5 })).toMatchObject({
      success: true,
      created: true,
    });
    expect(await connection.request(url('中/1'))).toMatchObject({ Name: 'd', Amount__c: 5 });
    expect(await total()).toBe(95);
    const results = await connection.sobject('Line__c').upsert(
      [
        { Key__c: 'a', Amount__c: 1 },
        { Key__c: 'e', Name: 'e', Invoice__c: id, Amount__c: 1 },
      ],
      'Key__c',
    );
    expect(results).toMatchObject([
      { success: true, created: false },
      { success: true, created: true },
    ]);
    await connection.request({ method: 'DELETE', url: url('e') });
    await expect(connection.request(url('e'))).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    expect(await total()).toBe(56);
  });

  it('is still there after a restart, within a second', async () => {
    const before = performance.now();
    test = await test.restart();
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(await total()).toBe(56);
    const create = test.connection.sobject('Line__c').create({ Name: 'c', Invoice__c: id, Amount__c: 45 });
    await expect(create).rejects.toThrow('总额 exceeds the limit');
  });

  it('does not exist for somebody to whom nothing was granted', async () => {
    const other = await test.connectAs(
      await createUser(test.connection, 'clerk@example.com', { profile: 'Standard User' }),
    );
    const missing = { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };
    await expect(other.request(`/services/data/v66.0/sobjects/Invoice__c/${id}`)).rejects.toMatchObject(missing);
    await expect(other.sobject('Invoice__c').create({ Name: 'x' })).rejects.toMatchObject(missing);
    await expect(other.query('SELECT Id FROM Invoice__c')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
  });
});
