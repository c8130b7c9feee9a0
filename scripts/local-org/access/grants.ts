import type { Org } from '../org.ts';
import { grantSources } from './grant-sources.ts';
import { withoutMuted } from './muting.ts';
import { addedUp, addFlags, type FieldFlags, type ObjectFlags, type Rights } from './rights.ts';

/** What a profile and its user's permission sets give, added up. */
export interface Grants extends Rights {
  readonly profileName: string;
}

export function readGrants(org: Org, userId: string, profileId: string): Grants {
  const parts = grantSources(org, userId, profileId).map(({ granting, muting }) =>
    withoutMuted(rightsOf(org, granting), muting.length > 0 ? rightsOf(org, muting) : undefined),
  );
  const profile = org.store.prepare('SELECT "Name" FROM "Profile" WHERE "Id" = ?').get(profileId);
  return { profileName: String(profile?.['Name'] ?? ''), ...addedUp(parts) };
}

/** The rights of some permission sets, added up. */
function rightsOf(org: Org, ids: readonly string[]): Rights {
  const parents = JSON.stringify(ids);
  const all = (sql: string) => org.store.prepare(sql).all(parents);
  const inParents = '"ParentId" IN (SELECT value FROM json_each(?))';
  return {
    objects: objectGrants(all(`SELECT * FROM "ObjectPermissions" WHERE ${inParents}`)),
    fields: fieldGrants(all(`SELECT * FROM "FieldPermissions" WHERE ${inParents}`)),
    custom: new Set(
      all(
        `SELECT lower(c."DeveloperName") AS name FROM "SetupEntityAccess" a JOIN "CustomPermission" c ON c."Id" = a."SetupEntityId"
         WHERE a.${inParents}`,
      ).map((row) => String(row['name'])),
    ),
    system: systemGrants(
      ['PermissionSet', 'MutingPermissionSet'].flatMap((table) =>
        all(`SELECT * FROM "${table}" WHERE "Id" IN (SELECT value FROM json_each(?))`),
      ),
    ),
    recordTypes: recordTypeGrants(
      all(
        `SELECT r."SobjectType" AS object, r."DeveloperName" AS name, v."IsDefault" AS chosen FROM "RecordTypeVisibility" v
         JOIN "RecordType" r ON r."Id" = v."RecordTypeId" WHERE v.${inParents} AND v."IsVisible" ORDER BY v."IsDefault" DESC`,
      ),
    ),
  };
}

type Rows = ReturnType<ReturnType<Org['store']['prepare']>['all']>;

function objectGrants(rows: Rows): Map<string, ObjectFlags> {
  const grants = new Map<string, ObjectFlags>();
  for (const row of rows) {
    const has = (right: string) => row[`Permissions${right}`] === 1;
    const flags: ObjectFlags = {
      read: has('Read'),
      create: has('Create'),
      edit: has('Edit'),
      delete: has('Delete'),
      viewAll: has('ViewAllRecords'),
      modifyAll: has('ModifyAllRecords'),
      viewAllFields: has('ViewAllFields'),
    };
    addFlags(grants, String(row['SobjectType']).toLowerCase(), flags);
  }
  return grants;
}

function fieldGrants(rows: Rows): Map<string, FieldFlags> {
  const grants = new Map<string, FieldFlags>();
  for (const row of rows) {
    const key = String(row['Field']).toLowerCase();
    const before = grants.get(key);
    grants.set(key, {
      read: row['PermissionsRead'] === 1 || before?.read === true,
      edit: row['PermissionsEdit'] === 1 || before?.edit === true,
    });
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
