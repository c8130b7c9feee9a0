import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Component } from '../../../../scripts/local-org/schema/model.ts';
import { openQueryOrg, type QueryOrg } from '../../../support/local-org/query-org.ts';
import { component } from '../schema/component-samples.ts';

const field = (fullName: string, content: Record<string, unknown>): Component =>
  component('CustomField', fullName, { label: fullName, ...content });
const object = (name: string, sharingModel: string): Component =>
  component('CustomObject', name, {
    label: name,
    pluralLabel: name,
    sharingModel,
    nameField: { type: 'Text', label: 'Name' },
  });
const detail = (fullName: string, referenceTo: string, writeRequiresMasterRead: boolean): Component =>
  field(fullName, {
    type: 'MasterDetail',
    referenceTo,
    relationshipName: 'Details',
    relationshipOrder: 0,
    writeRequiresMasterRead,
  });

const components: readonly Component[] = [
  component('CustomObject', 'Opportunity', { sharingModel: 'Private' }),
  component('CustomObject', 'Account', { sharingModel: 'Private' }),
  object('Plan__c', 'Private'),
  field('Plan__c.Region__c', { type: 'Text', length: 20 }),
  field('Plan__c.Size__c', { type: 'Number', precision: 6, scale: 0 }),
  object('Notice__c', 'Read'),
  object('Note__c', 'ControlledByParent'),
  detail('Note__c.Plan__c', 'Plan__c', false),
  object('Check__c', 'ControlledByParent'),
  detail('Check__c.Plan__c', 'Plan__c', true),
  object('Item__c', 'ControlledByParent'),
  detail('Item__c.Check__c', 'Check__c', true),
  component('SharingCriteriaRule', 'Plan__c.North_To_Readers', {
    accessLevel: 'Edit',
    label: 'North',
    sharedTo: { group: ['Readers'] },
    criteriaItems: [
      { field: 'Region__c', operation: 'equals', value: 'North,East' },
      { field: 'Size__c', operation: 'greaterThan', value: '10' },
    ],
  }),
  component('SharingOwnerRule', 'Plan__c.Team_To_Readers', {
    accessLevel: 'Read',
    label: 'Team',
    sharedFrom: { role: ['Reps_B'] },
    sharedTo: { group: ['Readers'] },
  }),
];

let org: QueryOrg;
/** Director over managers A and B, each over a representative; an outsider without a role. */
const people: Record<'director' | 'managerA' | 'managerB' | 'repA' | 'repB' | 'outsider', string> = {
  director: '',
  managerA: '',
  managerB: '',
  repA: '',
  repB: '',
  outsider: '',
};
const roles: Record<string, string> = {};
let readers = '';

beforeAll(() => {
  org = openQueryOrg(components);
  const role = (name: string, parent: string | null) =>
    (roles[name] = org.insert('UserRole', {
      Name: name,
      DeveloperName: name,
      ParentRoleId: parent,
      OpportunityAccessForAccountOwner: 'Read',
    }));
  const top = role('Director', null);
  const a = role('Managers_A', top);
  const b = role('Managers_B', top);
  const roleOf = {
    director: top,
    managerA: a,
    managerB: b,
    repA: role('Reps_A', a),
    repB: role('Reps_B', b),
    outsider: null,
  };
  for (const [name, UserRoleId] of Object.entries(roleOf)) {
    people[name as keyof typeof people] = org.user(name, { row: { UserRoleId } });
  }
  const ParentId = String(
    org.org.store.prepare(`SELECT "Id" FROM "PermissionSet" WHERE "Label" = 'Standard User'`).get()?.['Id'],
  );
  for (const SobjectType of ['Plan__c', 'Notice__c', 'Note__c', 'Check__c', 'Item__c']) {
    const all = { PermissionsRead: true, PermissionsCreate: true, PermissionsEdit: true, PermissionsDelete: true };
    org.insert('ObjectPermissions', { ParentId, SobjectType, ...all });
  }
  readers = org.insert('Group', {
    Name: 'Readers',
    DeveloperName: 'Readers',
    Type: 'Regular',
    DoesIncludeBosses: true,
  });
});
afterAll(() => org.close());

type Person = keyof typeof people;
let id: string;

/** What each person may do with a record: r, re, red; the same asked by query, by record and by UserRecordAccess. */
function rights(objectName: string, recordId: string, who: Person): string {
  const session = org.session(people[who]);
  const type = org.org.schema().object(objectName)!;
  const row = org.org.store.get(type, recordId)!;
  const seen = org.query(`SELECT Id FROM ${objectName} WHERE Id = '${recordId}'`, people[who]).totalSize === 1;
  const { access } = session;
  const may = {
    r: access.canReadRecord(type, row),
    e: access.canEditRecord(type, row),
    d: access.canDeleteRecord(type, row),
  };
  expect(may.r).toBe(seen);
  const [asked] = org.rows(
    `SELECT HasReadAccess, HasEditAccess, HasDeleteAccess FROM UserRecordAccess WHERE UserId = '${people[who]}' AND RecordId = '${recordId}'`,
  );
  expect(asked).toEqual({ HasReadAccess: may.r, HasEditAccess: may.e, HasDeleteAccess: may.d });
  return Object.entries(may)
    .filter(([, allowed]) => allowed)
    .map(([letter]) => letter)
    .join('');
}

const everybody = (objectName: string, recordId: string) =>
  Object.fromEntries((Object.keys(people) as Person[]).map((who) => [who, rights(objectName, recordId, who)]));

describe('a private record', () => {
  beforeEach(() => void (id = org.insert('Plan__c', { Name: 'plan', OwnerId: people.repA })));

  test('belongs to its owner and to those above, not to colleagues or those below', () => {
    expect(everybody('Plan__c', id)).toEqual({
      director: 'red',
      managerA: 'red',
      managerB: '',
      repA: 'red',
      repB: '',
      outsider: '',
    });
    const managers = org.insert('Plan__c', { Name: 'plan', OwnerId: people.managerA });
    expect(rights('Plan__c', managers, 'repA')).toBe('');
  });

  test('is opened by a manual share to a person, and to whoever is above that person', () => {
    org.insert('Plan__Share', { ParentId: id, UserOrGroupId: people.repB, AccessLevel: 'Read', RowCause: 'Manual' });
    expect(everybody('Plan__c', id)).toMatchObject({ repB: 'r', managerB: 'r', outsider: '' });
    org.insert('Plan__Share', {
      ParentId: id,
      UserOrGroupId: people.outsider,
      AccessLevel: 'Edit',
      RowCause: 'Manual',
    });
    expect(rights('Plan__c', id, 'outsider')).toBe('re');
  });

  test('is opened to groups, to groups inside groups and to roles with all below', () => {
    const outer = org.insert('Group', {
      Name: 'Outer',
      DeveloperName: 'Outer',
      Type: 'Regular',
      DoesIncludeBosses: false,
    });
    const inner = org.insert('Group', {
      Name: 'Inner',
      DeveloperName: 'Inner',
      Type: 'Regular',
      DoesIncludeBosses: false,
    });
    org.insert('GroupMember', { GroupId: outer, UserOrGroupId: inner });
    org.insert('GroupMember', { GroupId: inner, UserOrGroupId: people.repB });
    org.insert('Plan__Share', { ParentId: id, UserOrGroupId: outer, AccessLevel: 'Edit', RowCause: 'Manual' });
    expect(everybody('Plan__c', id)).toMatchObject({ repB: 're', managerB: '', outsider: '' });
    org.session();
    const roleGroup = String(
      org.org.store
        .prepare(`SELECT "Id" FROM "Group" WHERE "RelatedId" = ? AND "Type" = 'RoleAndSubordinates'`)
        .get(roles['Managers_B']!)?.['Id'],
    );
    const other = org.insert('Plan__c', { Name: 'plan', OwnerId: people.outsider });
    org.insert('Plan__Share', { ParentId: other, UserOrGroupId: roleGroup, AccessLevel: 'Read', RowCause: 'Manual' });
    expect(everybody('Plan__c', other)).toEqual({
      director: 'r',
      managerA: '',
      managerB: 'r',
      repA: '',
      repB: 'r',
      outsider: 'red',
    });
  });

  test('of a queue belongs to the members of the queue', () => {
    const queue = org.insert('Group', { Name: 'Q', DeveloperName: 'Q', Type: 'Queue' });
    org.insert('GroupMember', { GroupId: queue, UserOrGroupId: people.outsider });
    const queued = org.insert('Plan__c', { Name: 'plan', OwnerId: queue });
    expect(everybody('Plan__c', queued)).toMatchObject({ outsider: 'red', repA: '' });
  });

  test('is opened by criteria and owner rules as long as it meets them', () => {
    org.insert('GroupMember', { GroupId: readers, UserOrGroupId: people.outsider });
    const north = org.insert('Plan__c', { Name: 'n', OwnerId: people.repA, Region__c: 'north', Size__c: 11 });
    const small = org.insert('Plan__c', { Name: 'n', OwnerId: people.repA, Region__c: 'North', Size__c: 10 });
    const ofB = org.insert('Plan__c', { Name: 'n', OwnerId: people.repB });
    expect([north, small, ofB].map((each) => rights('Plan__c', each, 'outsider'))).toEqual(['re', '', 'r']);
    org.org.store.update(org.org.schema().object('Plan__c')!, north, { Region__c: 'West' });
    expect(rights('Plan__c', north, 'outsider')).toBe('');
  });

  test('is open to View All and Modify All of the object and of the org', () => {
    const set = (row: Record<string, boolean>, rightsOnPlan: Record<string, boolean> = {}) => {
      const who = org.user('special');
      const ParentId = org.insert('PermissionSet', { Name: `S${who}`, Label: 'S', Type: 'Regular', ...row });
      org.insert('ObjectPermissions', { ParentId, SobjectType: 'Plan__c', PermissionsRead: true, ...rightsOnPlan });
      org.insert('PermissionSetAssignment', { PermissionSetId: ParentId, AssigneeId: who, IsActive: true });
      people.outsider = who;
      return rights('Plan__c', id, 'outsider');
    };
    const outsider = people.outsider;
    expect(set({}, { PermissionsViewAllRecords: true })).toBe('r');
    expect(set({}, { PermissionsModifyAllRecords: true })).toBe('red');
    expect(set({ PermissionsViewAllData: true })).toBe('r');
    expect(set({ PermissionsModifyAllData: true })).toBe('red');
    people.outsider = outsider;
  });
});

test('a record that is public to read is edited by its owner and those above alone', () => {
  id = org.insert('Notice__c', { Name: 'notice', OwnerId: people.repA });
  expect(everybody('Notice__c', id)).toEqual({
    director: 'red',
    managerA: 'red',
    managerB: 'r',
    repA: 'red',
    repB: 'r',
    outsider: 'r',
  });
});

describe('a detail', () => {
  test('follows its master, and needs only read there when the relationship says so', () => {
    const plan = org.insert('Plan__c', { Name: 'plan', OwnerId: people.repA });
    org.insert('Plan__Share', { ParentId: plan, UserOrGroupId: people.repB, AccessLevel: 'Read', RowCause: 'Manual' });
    const note = org.insert('Note__c', { Name: 'note', Plan__c: plan });
    const check = org.insert('Check__c', { Name: 'check', Plan__c: plan });
    const item = org.insert('Item__c', { Name: 'item', Check__c: check });
    expect(everybody('Note__c', note)).toMatchObject({ managerA: 'red', repA: 'red', repB: 'r', outsider: '' });
    expect(everybody('Check__c', check)).toMatchObject({ managerA: 'red', repA: 'red', repB: 'red', outsider: '' });
    expect(everybody('Item__c', item)).toMatchObject({ repA: 'red', repB: 'red', managerB: 'red', outsider: '' });
  });

  test('is counted and joined only where its master is visible', () => {
    const visible = org.query("SELECT COUNT() FROM Note__c WHERE Name = 'note'", people.outsider).totalSize;
    expect(visible).toBe(0);
    expect(org.rows("SELECT COUNT(Id) n FROM Note__c WHERE Name = 'note'", people.repB)).toEqual([{ n: 1 }]);
  });
});

describe('an opportunity', () => {
  test('is opened by its team, and opens its account to read', () => {
    const account = org.insert('Account', { Name: 'A', OwnerId: people.repA });
    const deal = org.insert('Opportunity', {
      Name: 'O',
      AccountId: account,
      OwnerId: people.repA,
      StageName: 'Prospecting',
    });
    expect([rights('Opportunity', deal, 'outsider'), rights('Account', account, 'outsider')]).toEqual(['', '']);
    org.insert('OpportunityTeamMember', {
      OpportunityId: deal,
      UserId: people.outsider,
      OpportunityAccessLevel: 'Edit',
    });
    expect([rights('Opportunity', deal, 'outsider'), rights('Account', account, 'outsider')]).toEqual(['re', 'r']);
    expect(org.column('SELECT Id FROM OpportunityTeamMember', people.outsider)).toHaveLength(1);
  });

  test('is open to the owner of its account as that owner’s role says', () => {
    const account = org.insert('Account', { Name: 'A', OwnerId: people.repB });
    const deal = org.insert('Opportunity', {
      Name: 'O',
      AccountId: account,
      OwnerId: people.repA,
      StageName: 'Prospecting',
    });
    expect(everybody('Opportunity', deal)).toMatchObject({ repA: 'red', repB: 'r', outsider: '' });
  });
});
