import type { Org } from '../org.ts';

const TYPES = ['Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal'] as const;

/** The platform keeps a group of each of these kinds for every role, so that records can be shared with a role. */
export function keepRoleGroups(org: Org): void {
  const missing = org.store
    .prepare(
      `SELECT r."Id" AS id, r."DeveloperName" AS name FROM "UserRole" r
       WHERE (SELECT count(*) FROM "Group" g WHERE g."RelatedId" = r."Id") < ${TYPES.length}`,
    )
    .all();
  const stale = org.store
    .prepare(
      `SELECT "Id" AS id FROM "Group" WHERE "Type" LIKE 'Role%' AND "RelatedId" NOT IN (SELECT "Id" FROM "UserRole")`,
    )
    .all();
  if (missing.length + stale.length === 0) return;
  const type = org.schema().object('Group');
  if (!type) throw new TypeError('Expected the schema to have Group');
  const now = new Date(org.now()).toISOString();
  org.store.transaction(() => {
    for (const row of stale) org.store.purge(type, String(row['id']));
    for (const row of missing) {
      for (const kind of TYPES) {
        const known = org.store
          .prepare('SELECT 1 FROM "Group" WHERE "RelatedId" = ? AND "Type" = ?')
          .get(String(row['id']), kind);
        if (known) continue;
        const stamps = { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now };
        const values = {
          Name: null,
          DeveloperName: String(row['name'] ?? ''),
          RelatedId: String(row['id']),
          Type: kind,
          DoesIncludeBosses: true,
        };
        org.store.insert(type, { Id: org.store.newId(type.keyPrefix), ...values, ...stamps });
      }
    }
  });
}
