import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';
import { zipOf } from '../support/zip-of.ts';

const TOOLING = '/services/data/v66.0/tooling';
const META = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const flow = (status: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Flow ${META}>
  <apiVersion>66.0</apiVersion><label>Shout</label><processType>AutoLaunchedFlow</processType><status>${status}</status>
  <assignments>
    <name>Shout</name><label>Shout</label><locationX>0</locationX><locationY>0</locationY>
    <assignmentItems><assignToReference>$Record.Description</assignToReference><operator>Assign</operator><value><stringValue>LOUD</stringValue></value></assignmentItems>
  </assignments>
  <start>
    <locationX>0</locationX><locationY>0</locationY><connector><targetReference>Shout</targetReference></connector>
    <object>Account</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType>
  </start>
</Flow>`;

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<Package ${META}><types><members>Shout</members><name>Flow</name></types><version>66.0</version></Package>`;

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
  const zip = await zipOf({ 'package.xml': manifest, 'flows/Shout.flow': flow('Draft') });
  const result = await test.connection.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  expect(result.details?.componentFailures ?? []).toEqual([]);
});
afterAll(() => test.close());

interface Definition {
  readonly Id: string;
  readonly ActiveVersion: { readonly VersionNumber: number } | null;
  readonly LatestVersion: { readonly VersionNumber: number } | null;
}

const definition = async (): Promise<Definition> => {
  const soql =
    "SELECT Id, ActiveVersion.VersionNumber, LatestVersion.VersionNumber FROM FlowDefinition WHERE DeveloperName = 'Shout'";
  return (await test.connection.tooling.query<Definition & Record<string, unknown>>(soql))
    .records[0] as unknown as Definition;
};
const activate = async (activeVersionNumber: number | null): Promise<void> => {
  const { Id } = await definition();
  await test.connection.tooling.update('FlowDefinition', { Id, Metadata: { activeVersionNumber } } as never);
};
const describedBy = async (): Promise<unknown> => {
  const { id } = await test.connection.sobject('Account').create({ Name: 'Quiet' });
  return (await test.connection.sobject('Account').retrieve(id as string))['Description'];
};

describe('the Tooling API of an installer', () => {
  it('activates a deployed flow, reads it back and stops it', async () => {
    expect(await definition()).toMatchObject({ ActiveVersion: null, LatestVersion: { VersionNumber: 1 } });
    expect(await describedBy()).toBeNull();
    await activate(1);
    expect(await definition()).toMatchObject({ ActiveVersion: { VersionNumber: 1 } });
    expect(await describedBy()).toBe('LOUD');
    const read = await test.connection.request(`${TOOLING}/sobjects/FlowDefinition/${(await definition()).Id}`);
    expect(read).toMatchObject({ DeveloperName: 'Shout', Metadata: { activeVersionNumber: 1 } });
    await activate(null);
    expect(await definition()).toMatchObject({ ActiveVersion: null });
    expect(await describedBy()).toBeNull();
  });

  it('refuses a version that does not exist and any other change', async () => {
    await expect(activate(7)).rejects.toMatchObject({ errorCode: 'INVALID_CROSS_REFERENCE_KEY' });
    const { Id } = await definition();
    const rename = test.connection.tooling.update('FlowDefinition', {
      Id,
      Metadata: { activeVersionNumber: 1, masterLabel: 'x' },
    } as never);
    await expect(rename).rejects.toMatchObject({ errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG' });
  });

  it('says that it does not track sources', async () => {
    await expect(test.connection.request(`${TOOLING}/sobjects/SourceMember/describe`)).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'The requested resource does not exist',
    });
  });

  it('tells how many active validation rules an object may have', async () => {
    const soql =
      "SELECT Max, Remaining FROM EntityLimit WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND Type = 'ActiveValidationRules'";
    expect((await test.connection.tooling.query(soql)).records).toMatchObject([{ Max: 100, Remaining: 100 }]);
  });

  it('describes its own objects', async () => {
    const names = (await test.connection.tooling.describeGlobal()).sobjects.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['FlowDefinition', 'Flow', 'ValidationRule', 'CustomField', 'EntityDefinition']),
    );
    expect(names).not.toContain('Account');
    const described = await test.connection.tooling.describe('FlowDefinition');
    expect(described.fields.map(({ name }) => name)).toContain('ActiveVersionId');
  });

  it('refuses to create and delete by name', async () => {
    await expect(test.connection.tooling.create('Flow', { MasterLabel: 'x' } as never)).rejects.toMatchObject({
      errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG',
    });
    await expect(test.connection.tooling.destroy('FlowDefinition', (await definition()).Id)).rejects.toThrow(
      'DELETE of FlowDefinition',
    );
  });

  it('refuses Apex by name, its classes, logs and runs', async () => {
    const { tooling } = test.connection;
    for (const name of ['ApexClass', 'ApexLog', 'ApexTestRunResult', 'TraceFlag']) {
      const refused = {
        errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG',
        message: expect.stringContaining(`object ${name}.`) as string,
      };
      await expect(tooling.query(`SELECT Id FROM ${name}`)).rejects.toMatchObject(refused);
      await expect(tooling.describe(name)).rejects.toMatchObject(refused);
    }
    await expect(tooling.executeAnonymous('System.debug(1);')).rejects.toThrow('/tooling/executeAnonymous');
  });

  it('is closed to somebody who may not change metadata', async () => {
    const clerk = await test.connectAs(
      await createUser(test.connection, 'clerk@example.com', { profile: 'Standard User' }),
    );
    const { Id } = await definition();
    const update = clerk.tooling.update('FlowDefinition', { Id, Metadata: { activeVersionNumber: 1 } } as never);
    await expect(update).rejects.toThrow();
    expect(await definition()).toMatchObject({ ActiveVersion: null });
  });
});
