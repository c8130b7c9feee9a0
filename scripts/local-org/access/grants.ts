import type { Org } from '../org.ts';
import type { ObjectRights } from './contract.ts';

type Flags = { -readonly [Right in keyof ObjectRights]: boolean } & { viewAllFields: boolean };

/** What a profile and its user's permission sets give, added up. Names are in lower case. */
export interface Grants {
  readonly profileName: string;
  readonly objects: ReadonlyMap<string, Readonly<Flags>>;
  /** `object.field` → may edit; absent = may not even read. */
  readonly fields: ReadonlyMap<string, boolean>;
  readonly custom: ReadonlySet<string>;
  readonly system: ReadonlySet<string>;
  /** Object → record type names, as far as any was assigned. */
  readonly recordTypes: ReadonlyMap<string, readonly string[]>;
}

export function readGrants(org: Org, userId: string, profileId: string): Grants {
  const parents = JSON.stringify(permissionSetIds(org, userId, profileId));
  const all = (sql: string) => org.store.prepare(sql).all(parents);
  return {
    profileName: String(
      org.store.prepare('SELECT "Name" FROM "Profile" WHERE "Id" = ?').get(profileId)?.['Name'] ?? '',
    ),
    objects: objectGrants(
      all(`SELECT * FROM "ObjectPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?))`),
    ),
    fields: fieldGrants(
      all(
        `SELECT * FROM "FieldPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?)) AND "PermissionsRead"`,
      ),
    ),
    custom: new Set(
      all(
        `SELECT lower(c."DeveloperName") AS name FROM "SetupEntityAccess" a JOIN "CustomPermission" c ON c."Id" = a."SetupEntityId"
         WHERE a."ParentId" IN (SELECT value FROM json_each(?))`,
      ).map((row) => String(row['name'])),
    ),
    system: systemGrants(all(`SELECT * FROM "PermissionSet" WHERE "Id" IN (SELECT value FROM json_each(?))`)),
    recordTypes: recordTypeGrants(
      all(
        `SELECT r."SobjectType" AS object, r."DeveloperName" AS name FROM "RecordTypeVisibility" v JOIN "RecordType" r ON r."Id" = v."RecordTypeId"
         WHERE v."ParentId" IN (SELECT value FROM json_each(?)) AND v."IsVisible"`,
      ),
    ),
  };
}

/** The profile's own set, those assigned, and those inside assigned groups. */
function permissionSetIds(org: Org, userId: string, profileId: string): string[] {
  const sql = `
    SELECT "Id" AS id FROM "PermissionSet" WHERE "ProfileId" = ?1
    UNION SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?2 AND "IsActive" AND "PermissionSetId" IS NOT NULL
    UNION SELECT c."PermissionSetId" FROM "PermissionSetAssignment" a
      JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
      WHERE a."AssigneeId" = ?2 AND a."IsActive"`;
  return org.store
    .prepare(sql)
    .all(profileId, userId)
    .map((row) => String(row['id']));
}

type Rows = ReturnType<ReturnType<Org['store']['prepare']>['all']>;

function objectGrants(rows: Rows): Map<string, Flags> {
  const grants = new Map<string, Flags>();
  for (const row of rows) {
    const key = String(row['SobjectType']).toLowerCase();
    const before = grants.get(key);
    const has = (right: string) => row[`Permissions${right}`] === 1;
    grants.set(key, {
      read: has('Read') || before?.read === true,
      create: has('Create') || before?.create === true,
      edit: has('Edit') || before?.edit === true,
      delete: has('Delete') || before?.delete === true,
      viewAll: has('ViewAllRecords') || before?.viewAll === true,
      modifyAll: has('ModifyAllRecords') || before?.modifyAll === true,
      viewAllFields: has('ViewAllFields') || before?.viewAllFields === true,
    });
  }
  return grants;
}

function fieldGrants(rows: Rows): Map<string, boolean> {
  const grants = new Map<string, boolean>();
  for (const row of rows) {
    const key = String(row['Field']).toLowerCase();
    grants.set(key, row['PermissionsEdit'] === 1 || grants.get(key) === true);
  }
  return grants;
}

function systemGrants(rows: Rows): Set<string> {
  const names = new Set<string>();
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (value === 1 && column.startsWith('Permissions')) names.add(column.slice('Permissions'.length).toLowerCase());
    }
  }
  return names;
}

function recordTypeGrants(rows: Rows): Map<string, string[]> {
  const grants = new Map<string, string[]>();
  for (const row of rows) {
    const key = String(row['object']).toLowerCase();
    const names = grants.get(key) ?? [];
    if (!names.includes(String(row['name']))) names.push(String(row['name']));
    grants.set(key, names);
  }
  return grants;
}
