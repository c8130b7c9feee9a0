import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OrgError } from '../../../../scripts/local-org/errors.ts';
import { openSampleOrg, type SampleOrg } from '../soql/sample-org.ts';

let org: SampleOrg;
let reader: string;
beforeAll(() => {
  org = openSampleOrg();
  reader = org.user('reader');
});
afterAll(() => org.close());

const site = () => org.org.schema().object('Site__c')!;
const code = (soql: string, userId?: string) => {
  try {
    return org.query(soql, userId).totalSize;
  } catch (error) {
    if (error instanceof OrgError) return error.code;
    throw error;
  }
};

/** A permission set with these rows under it, assigned to the user. */
function assign(
  userId: string,
  rows: readonly (readonly [string, Record<string, string | boolean>])[],
  flags: Record<string, boolean> = {},
): string {
  const PermissionSetId = org.insert('PermissionSet', {
    Name: `Set ${Math.random()}`,
    Label: 'Set',
    Type: 'Regular',
    ...flags,
  });
  for (const [object, row] of rows) org.insert(object, { ...row, ParentId: PermissionSetId });
  return org.insert('PermissionSetAssignment', { PermissionSetId, AssigneeId: userId, IsActive: true });
}

describe('a deployed object', () => {
  test('does not exist for somebody to whom nothing was granted', () => {
    expect(code('SELECT Id FROM Site__c', reader)).toBe('INVALID_TYPE');
    expect(code('SELECT (SELECT Id FROM Sites__r) FROM Account', reader)).toBe('INVALID_TYPE');
    expect(code('SELECT Id FROM Account WHERE Id IN (SELECT Account__c FROM Site__c)', reader)).toBe('INVALID_TYPE');
  });

  test('opens with the object’s right, its fields with theirs, everywhere a field can stand', () => {
    assign(reader, [['ObjectPermissions', { SobjectType: 'Site__c', PermissionsRead: true }]]);
    expect(code('SELECT Id, Name FROM Site__c', reader)).toBe(4);
    for (const soql of [
      'SELECT Area__c FROM Site__c',
      'SELECT Id FROM Site__c WHERE Area__c > 1',
      'SELECT Id FROM Site__c ORDER BY Area__c',
      'SELECT SUM(Area__c) FROM Site__c',
      'SELECT COUNT(Id) FROM Site__c GROUP BY Phase__c',
      'SELECT Account__r.Name FROM Site__c',
      'SELECT Double_Area__c FROM Site__c',
      'SELECT Id FROM Account WHERE Id IN (SELECT Account__c FROM Site__c)',
    ]) {
      expect([soql, code(soql, reader)]).toEqual([soql, 'INVALID_FIELD']);
    }
  });

  test('shows a granted formula although what it reads is not granted', () => {
    assign(reader, [
      ['FieldPermissions', { SobjectType: 'Site__c', Field: 'Site__c.Double_Area__c', PermissionsRead: true }],
    ]);
    expect(org.column("SELECT Double_Area__c FROM Site__c WHERE Name = 'North'", reader)).toEqual([80]);
    expect(org.session(reader).access.canEditField(site(), 'Double_Area__c')).toBe(false);
  });

  test('is closed again when the assignment goes', () => {
    const other = org.user('other');
    const assignment = assign(other, [['ObjectPermissions', { SobjectType: 'Site__c', PermissionsRead: true }]]);
    expect(code('SELECT Id FROM Site__c', other)).toBe(4);
    org.org.store.purge(org.org.schema().object('PermissionSetAssignment')!, assignment);
    expect(code('SELECT Id FROM Site__c', other)).toBe('INVALID_TYPE');
  });

  test('is closed again when the transaction that opened it is rolled back', () => {
    const other = org.user('third');
    expect(() =>
      org.org.store.transaction(() => {
        assign(other, [['ObjectPermissions', { SobjectType: 'Site__c', PermissionsRead: true }]]);
        expect(code('SELECT Id FROM Site__c', other)).toBe(4);
        throw new Error('back');
      }),
    ).toThrow('back');
    expect(code('SELECT Id FROM Site__c', other)).toBe('INVALID_TYPE');
  });

  test('hides its new fields from the administrator too, until they are granted', () => {
    const fresh = org.session().access;
    expect(fresh.object(site())).toMatchObject({ read: true, delete: true, modifyAll: true });
    const admin = org.user('second-admin', { profile: 'System Administrator' });
    org.org.store.db.exec(`DELETE FROM "FieldPermissions" WHERE "Field" = 'Site__c.Area__c'`);
    org.insert('Holiday', { Name: 'Any change of the setup' });
    expect(code('SELECT Area__c FROM Site__c', admin)).toBe('INVALID_FIELD');
    expect(org.session(admin).access.canReadField(site(), 'Name')).toBe(true);
  });
});

test('flows in system context see all fields and records', () => {
  const result = org.query('SELECT Area__c FROM Site__c', reader, { enforceAccess: false });
  expect(result.totalSize).toBe(4);
});

describe('permission sets', () => {
  test('add up, also through a group, with custom and system permissions', () => {
    const user = org.user('grouped');
    const set = (row: Record<string, boolean>) =>
      org.insert('PermissionSet', { Name: `G${Math.random()}`, Label: 'G', Type: 'Regular', ...row });
    const one = set({ PermissionsModifyMetadata: true });
    const two = set({});
    const permission = org.insert('CustomPermission', { DeveloperName: 'Bypass', MasterLabel: 'Bypass' });
    org.insert('SetupEntityAccess', { ParentId: two, SetupEntityId: permission, SetupEntityType: 'CustomPermission' });
    const group = org.insert('PermissionSetGroup', { DeveloperName: 'Grp', MasterLabel: 'Grp' });
    for (const PermissionSetId of [one, two])
      org.insert('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId });
    expect(org.session(user).access.hasCustomPermission('Bypass')).toBe(false);
    org.insert('PermissionSetAssignment', { PermissionSetGroupId: group, AssigneeId: user, IsActive: true });
    const { access } = org.session(user);
    expect([
      access.hasCustomPermission('bypass'),
      access.hasSystemPermission('ModifyMetadata'),
      access.hasSystemPermission('ModifyAllData'),
    ]).toEqual([true, true, false]);
  });
});

describe('a session', () => {
  test('knows its user', () => {
    expect(org.session(reader).user).toMatchObject({
      name: 'reader',
      timeZone: 'Asia/Shanghai',
      language: 'en_US',
      roleId: null,
    });
  });

  test('is refused to users that are inactive or do not exist', () => {
    const gone = org.user('gone', { row: { IsActive: false } });
    for (const id of [gone, '005LO00000zzzzzAAA']) {
      expect(() => org.session(id)).toThrow(expect.objectContaining({ code: 'INVALID_SESSION_ID', httpStatus: 401 }));
    }
  });
});

test.each([
  ['Standard User', 'Opportunity', { read: true, create: true, edit: true, delete: true, viewAll: false }],
  ['Standard User', 'OpportunityLineItem', { read: true, create: true, edit: true, delete: true }],
  ['Standard User', 'Product2', { read: true, create: false, edit: false }],
  ['Minimum Access - Salesforce', 'Opportunity', { read: false }],
  ['Salesforce API Only System Integrations', 'Account', { read: false }],
  ['System Administrator', 'Opportunity', { modifyAll: true }],
])('%s on %s', (profile, object, expected) => {
  const user = org.user(`p${Math.random()}`.slice(0, 12), { profile });
  expect(org.session(user).access.object(org.org.schema().object(object)!)).toMatchObject(expected);
});

test('UserRecordAccess wants a user and at most 200 records', () => {
  expect(code('SELECT RecordId FROM UserRecordAccess')).toBe('MALFORMED_QUERY');
  const many = Array.from({ length: 201 }, () => `'${org.sites[0]}'`).join(', ');
  expect(code(`SELECT RecordId FROM UserRecordAccess WHERE UserId = '${reader}' AND RecordId IN (${many})`)).toBe(
    'MALFORMED_QUERY',
  );
  const [record] = org.query(
    `SELECT RecordId, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${org.adminId}' AND RecordId IN ('${org.sites[0]}', '${org.sites[1]}')`,
  ).records;
  expect(record).toMatchObject({ RecordId: org.sites[0], MaxAccessLevel: 'All' });
});
