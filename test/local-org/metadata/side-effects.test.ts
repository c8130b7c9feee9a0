import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateFlowVersion } from '../../../scripts/local-org/metadata/flows/activate.ts';
import { failures, file, TestOrg } from './local-package.ts';

const flow = (message: string, status: string): string =>
  file(
    'Flow',
    `<apiVersion>66.0</apiVersion><customErrors><name>Stop</name><label>Stop</label><locationX>0</locationX><locationY>0</locationY>
    <customErrorMessages><errorMessage>${message}</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>
    <label>Guard</label><processType>AutoLaunchedFlow</processType>
    <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Stop</targetReference></connector><object>Account</object>
    <recordTriggerType>Update</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start><status>${status}</status>`,
  );

const stage = (name: string, probability: number): string =>
  `<standardValue><fullName>${name}</fullName><default>false</default><label>${name}</label><closed>${name.startsWith('Closed')}</closed>
  <forecastCategory>${name === 'Closed Won' ? 'Closed' : 'Pipeline'}</forecastCategory><probability>${probability}</probability><won>${name === 'Closed Won'}</won></standardValue>`;

describe('what a deploy leaves in setup objects', () => {
  let org: TestOrg;
  beforeAll(() => (org = new TestOrg()));
  afterAll(() => org.close());
  const rows = (sql: string) =>
    org.org.store.db
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  const deployed = async (lines: readonly string[], files: Record<string, string>) =>
    expect(failures(await org.deploy(lines, files))).toEqual([]);

  it('is a row for each stage, and a stage left out is switched off and not lost', async () => {
    const set = file('StandardValueSet', `<sorted>false</sorted>${stage('First', 5)}${stage('Closed Won', 100)}`);
    await deployed(['StandardValueSet: OpportunityStage'], {
      'standardValueSets/OpportunityStage.standardValueSet': set,
    });
    const stages = rows(
      'SELECT "ApiName", "IsActive", "DefaultProbability", "IsWon" FROM "OpportunityStage" ORDER BY "SortOrder"',
    );
    expect(stages.slice(0, 2)).toEqual([
      ['First', 1, 5, 0],
      ['Closed Won', 1, 100, 1],
    ]);
    expect(stages.find(([name]) => name === 'Prospecting')).toEqual(['Prospecting', 0, 10, 0]);
  });

  it('is the permissions of a permission set, whose ids stay over a redeploy', async () => {
    const set = (edit: boolean) => ({
      'customPermissions/Fly.customPermission': file(
        'CustomPermission',
        '<isLicensed>false</isLicensed><label>Fly</label>',
      ),
      'permissionsets/Pilot.permissionset': file(
        'PermissionSet',
        `<customPermissions><enabled>true</enabled><name>Fly</name></customPermissions>
        <fieldPermissions><editable>${edit}</editable><field>Account.Industry</field><readable>true</readable></fieldPermissions><label>Pilot</label>
        <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>${edit}</allowEdit><allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions>
        <userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
      ),
    });
    const read = () =>
      rows(`SELECT s."Id" AS set_id, s."PermissionsApiEnabled" AS api, o."Id" AS object_id, o."PermissionsEdit" AS object_edit,
        f."Id" AS field_id, f."PermissionsEdit" AS field_edit, c."DeveloperName" AS custom FROM "PermissionSet" s
        JOIN "ObjectPermissions" o ON o."ParentId" = s."Id" JOIN "FieldPermissions" f ON f."ParentId" = s."Id"
        JOIN "SetupEntityAccess" a ON a."ParentId" = s."Id" JOIN "CustomPermission" c ON c."Id" = a."SetupEntityId" WHERE s."Name" = 'Pilot'`);
    const lines = ['CustomPermission: Fly', 'PermissionSet: Pilot'];
    await deployed(lines, set(true));
    const [before = []] = read();
    expect([before[1], before[3], before[5], before[6]]).toEqual([1, 1, 1, 'Fly']);
    await deployed(lines, set(false));
    const [after = []] = read();
    expect([after[3], after[5]]).toEqual([0, 0]);
    expect([after[0], after[2], after[4]]).toEqual([before[0], before[2], before[4]]);
  });

  it('is a version for each flow that differs, and only an active one stands', async () => {
    const put = (message: string, status: string) =>
      deployed(['Flow: Guard'], { 'flows/Guard.flow': flow(message, status) });
    const versions = () => rows('SELECT "VersionNumber", "Status" FROM "Flow" ORDER BY "VersionNumber"');
    const standing = () => org.org.schema().component('Flow', 'Guard')?.content['status'];
    await put('one', 'Draft');
    expect([versions(), standing()]).toEqual([[[1, 'Draft']], 'Draft']);
    await put('one', 'Active');
    expect([versions(), standing()]).toEqual([[[1, 'Active']], 'Active']);
    await put('two', 'Draft');
    expect(versions()).toEqual([
      [1, 'Active'],
      [2, 'Draft'],
    ]);
    expect(JSON.stringify(org.org.schema().component('Flow', 'Guard')?.content)).toContain('"one"');
    activateFlowVersion(org.session, 'Guard', 2);
    expect(versions()).toEqual([
      [1, 'Obsolete'],
      [2, 'Active'],
    ]);
    expect(JSON.stringify(org.org.schema().component('Flow', 'Guard')?.content)).toContain('"two"');
    activateFlowVersion(org.session, 'Guard', 0);
    expect(standing()).not.toBe('Active');
    org.restart();
    activateFlowVersion(org.session, 'guard', 1);
    expect(rows('SELECT "IsActive", "VersionNumber" FROM "FlowDefinitionView" WHERE "ApiName" = \'Guard\'')).toEqual([
      [1, 1],
    ]);
    expect(() => activateFlowVersion(org.session, 'Guard', 7)).toThrow(
      'The version number 7 of the flow Guard does not exist',
    );
  });

  it('goes with its component, and a component that others need stays', async () => {
    const object = (inside: string) =>
      file(
        'CustomObject',
        `<fields><fullName>Base__c</fullName><label>Base</label><precision>9</precision><scale>0</scale><type>Number</type></fields>${inside}`,
      );
    const twice =
      '<fields><fullName>Twice__c</fullName><formula>Base__c * 2</formula><label>Twice</label><precision>18</precision><scale>0</scale><type>Number</type></fields>';
    await deployed(['CustomField: Account.Base__c, Account.Twice__c'], { 'objects/Account.object': object(twice) });
    const remove = (type: string, name: string) =>
      org.deploy([], {
        'destructiveChanges.xml': file('Package', `<types><members>${name}</members><name>${type}</name></types>`),
      });
    const [problem] = failures(await remove('CustomField', 'Account.Base__c'));
    expect(problem).toMatch(
      /^CustomField Account.Base__c: This component is referenced elsewhere.*CustomField Account.Twice__c/,
    );
    expect(failures(await remove('PermissionSet', 'Pilot'))).toEqual([]);
    expect(rows('SELECT 1 FROM "PermissionSet" WHERE "Name" = \'Pilot\'')).toEqual([]);
  });
});
