import type { Org } from '../org.ts';

/** Permission sets whose rights add up, less what stands in the muting sets beside them. */
export interface GrantSource {
  readonly granting: readonly string[];
  readonly muting: readonly string[];
}

/**
 * Where a user's rights come from: the profile with the assigned sets, and each assigned group on its own, because a muting set
 * takes away only what its own group gives. A set that needs activation in a session gives nothing, as no session activates one.
 */
export function grantSources(org: Org, userId: string, profileId: string): GrantSource[] {
  const ids = (sql: string, ...values: string[]) =>
    org.store
      .prepare(sql)
      .all(...values)
      .map((row) => String(row['id']));
  const own = ids(
    `SELECT "Id" AS id FROM "PermissionSet" WHERE "ProfileId" = ?1
     UNION SELECT s."Id" FROM "PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
       WHERE a."AssigneeId" = ?2 AND a."IsActive" AND NOT coalesce(s."HasActivationRequired", 0)`,
    profileId,
    userId,
  );
  const groups = ids(
    `SELECT "PermissionSetGroupId" AS id FROM "PermissionSetAssignment"
     WHERE "AssigneeId" = ? AND "IsActive" AND "PermissionSetGroupId" IS NOT NULL`,
    userId,
  );
  const inGroups = groups.map((group) => {
    const members = ids(
      'SELECT "PermissionSetId" AS id FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?',
      group,
    );
    const muting = new Set(
      ids(
        'SELECT "Id" AS id FROM "MutingPermissionSet" WHERE "Id" IN (SELECT value FROM json_each(?))',
        JSON.stringify(members),
      ),
    );
    return { granting: members.filter((id) => !muting.has(id)), muting: [...muting] };
  });
  return [{ granting: own, muting: [] }, ...inGroups];
}
