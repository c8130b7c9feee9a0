import type { Session } from '../../org.ts';
import { profileFullName } from '../../metadata/profile-names.ts';
import type { Content } from '../../schema/content.ts';
import { listOf, wordOf } from '../../schema/content.ts';

/** Does the user's profile hide a tab that no permission set shows? A profile that says nothing of a tab leaves it where it is. */
export function hidesTab(session: Session, tab: string): boolean {
  const { org, user } = session;
  const name = org.store.prepare('SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?').get(user.profileId)?.['name'];
  const content: Content | undefined = org.schema().component('Profile', profileFullName(String(name)))?.content;
  const said = content && listOf(content, 'tabVisibilities').find((each) => wordOf(each, 'tab') === tab);
  if (said === undefined || wordOf(said, 'visibility') !== 'Hidden') return false;
  const sql = `SELECT 1 FROM "PermissionSetTabSetting" t
    JOIN "PermissionSetAssignment" a ON a."PermissionSetId" = t."ParentId" AND a."AssigneeId" = ?
    WHERE t."Name" = ? LIMIT 1`;
  return org.store.prepare(sql).get(user.id, tab) === undefined;
}
