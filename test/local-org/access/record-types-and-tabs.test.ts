import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { file } from '../metadata/local-package.ts';
import { customObject, deploy } from '../records/deployed-org.ts';

const type = (name: string): string =>
  `<recordTypes><fullName>${name}</fullName><active>true</active><label>${name} trip</label></recordTypes>`;
const profile = (inside: string): string =>
  file(
    'Profile',
    `<applicationVisibilities><application>Travel</application><default>true</default><visible>true</visible></applicationVisibilities>
     <custom>true</custom>
     <objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Trip__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
     ${inside}<userLicense>Salesforce</userLicense>`,
  );
const visible = (name: string, isDefault: boolean, isVisible = true): string =>
  `<recordTypeVisibilities><default>${isDefault}</default><recordType>Trip__c.${name}</recordType><visible>${isVisible}</visible></recordTypeVisibilities>`;
const tab = (visibility: string): string =>
  `<tabVisibilities><tab>Trip__c</tab><visibility>${visibility}</visibility></tabVisibilities>`;

type Info = Record<'developerName' | 'available' | 'defaultRecordTypeMapping' | 'master', unknown>;

let test: TestOrg;
let rail: Connection;
let air: Connection;
beforeAll(async () => {
  test = await startTestOrg();
  await deploy(
    test.connection,
    ['CustomObject: Trip__c', 'CustomTab: Trip__c', 'CustomApplication: Travel', 'Profile: Rail, Air'],
    {
      'objects/Trip__c.object': customObject('Trip', type('Rail') + type('Air')),
      'tabs/Trip__c.tab': file('CustomTab', '<customObject>true</customObject><motif>Custom20: Airplane</motif>'),
      'applications/Travel.app': file(
        'CustomApplication',
        '<formFactors>Large</formFactors><label>Travel</label><navType>Standard</navType><tabs>standard-home</tabs><tabs>Trip__c</tabs><uiType>Lightning</uiType>',
      ),
      'profiles/Rail.profile': profile(visible('Air', false, false) + visible('Rail', true) + tab('DefaultOn')),
      'profiles/Air.profile': profile(visible('Air', true) + visible('Rail', false) + tab('Hidden')),
    },
  );
  rail = await test.connectAs(await createUser(test.connection, 'rail@example.com', { profile: 'Rail' }));
  air = await test.connectAs(await createUser(test.connection, 'air@example.com', { profile: 'Air' }));
});
afterAll(() => test.close());

const typeId = async (name: string): Promise<string> => {
  const soql = `SELECT Id FROM RecordType WHERE SobjectType = 'Trip__c' AND DeveloperName = '${name}'`;
  return String((await test.connection.query<{ Id: string }>(soql)).records[0]?.Id);
};
const typeOf = async (connection: Connection, row: object): Promise<unknown> => {
  const { id } = await connection.sobject('Trip__c').create({ Name: 'T', ...row });
  const soql = `SELECT RecordType.DeveloperName FROM Trip__c WHERE Id = '${String(id)}'`;
  return (await connection.query(soql)).records[0]?.['RecordType'];
};

describe('record types of a profile', () => {
  it('are described with what is there for the user and what a new record gets', async () => {
    const infos = async (connection: Connection) =>
      (await connection.request<{ recordTypeInfos: Info[] }>('/sobjects/Trip__c/describe')).recordTypeInfos.map(
        ({ developerName, available, defaultRecordTypeMapping, master }) => [
          developerName,
          available,
          defaultRecordTypeMapping,
          master,
        ],
      );
    expect((await infos(rail)).sort()).toEqual([
      ['Air', false, false, false],
      ['Master', true, false, true],
      ['Rail', true, true, false],
    ]);
    expect((await infos(air)).sort()).toEqual([
      ['Air', true, true, false],
      ['Master', true, false, true],
      ['Rail', true, false, false],
    ]);
  });

  it('give a new record its type', async () => {
    expect(await typeOf(rail, {})).toMatchObject({ DeveloperName: 'Rail' });
    expect(await typeOf(air, {})).toMatchObject({ DeveloperName: 'Air' });
    expect(await typeOf(air, { RecordTypeId: await typeId('Rail') })).toMatchObject({ DeveloperName: 'Rail' });
  });

  it('refuse a type that the user has not, for a new record and for one that changes', async () => {
    const RecordTypeId = await typeId('Air');
    const refusal = {
      errorCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: `Record Type ID: this ID value isn't valid for the user: ${RecordTypeId}`,
    };
    await expect(rail.sobject('Trip__c').create({ Name: 'T', RecordTypeId })).rejects.toMatchObject(refusal);
    const { id } = await rail.sobject('Trip__c').create({ Name: 'T' });
    await expect(rail.sobject('Trip__c').update({ Id: String(id), RecordTypeId })).rejects.toMatchObject(refusal);
  });

  it('hide no record of another type from who may see it', async () => {
    const { id } = await air.sobject('Trip__c').create({ Name: 'By air' });
    expect(await rail.sobject('Trip__c').retrieve(String(id))).toMatchObject({ Name: 'By air' });
    expect(await rail.sobject('Trip__c').update({ Id: String(id), Name: 'Renamed' })).toMatchObject({ success: true });
  });
});

describe('tabs of a profile', () => {
  it('stand in the navigation of those who see them', async () => {
    const tabs = async (connection: Connection): Promise<unknown[]> => {
      const { navItems } = await connection.request<{ navItems: { developerName: string; objectApiName: string }[] }>(
        '/ui-api/nav-items',
      );
      return navItems.map(({ objectApiName }) => objectApiName);
    };
    expect(await tabs(rail)).toContain('Trip__c');
    expect(await tabs(air)).not.toContain('Trip__c');
  });

  it('stand for nobody whom neither the profile nor a permission set names, the administrator included', async () => {
    const labels = async (): Promise<unknown[]> => {
      const path = '/ui-api/nav-items?navItemNames=Trip__c,standard-home';
      const { navItems } = await test.connection.request<{ navItems: { developerName: string }[] }>(path);
      return navItems.map(({ developerName }) => developerName);
    };
    expect(await labels()).toEqual(['standard-home']);
    await deploy(test.connection, ['PermissionSet: Traveller'], {
      'permissionsets/Traveller.permissionset': file(
        'PermissionSet',
        '<hasActivationRequired>false</hasActivationRequired><label>Traveller</label><tabSettings><tab>Trip__c</tab><visibility>Visible</visibility></tabSettings><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Trip__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
      ),
    });
    const { records } = await test.connection.query<{ Id: string }>(
      "SELECT Id FROM PermissionSet WHERE Name = 'Traveller'",
    );
    const AssigneeId = (await test.connection.identity()).user_id;
    await test.connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId: records[0]?.Id });
    expect(await labels()).toEqual(['Trip__c', 'standard-home']);
  });

  it('are rows of the permission set that is the profile', async () => {
    const soql =
      "SELECT Parent.Profile.Name, Name, Visibility FROM PermissionSetTabSetting WHERE Name = 'Trip__c' AND Parent.IsOwnedByProfile = true ORDER BY Id";
    expect((await test.connection.query(soql)).records).toMatchObject([
      { Parent: { Profile: { Name: 'Rail' } }, Visibility: 'DefaultOn' },
    ]);
  });
});
