import { grantSources } from '../../access/grant-sources.ts';
import { profileFullName } from '../../metadata/profile-names.ts';
import type { Session } from '../../org.ts';
import { listOf, wordOf } from '../../schema/content.ts';

/**
 * Is a tab away for the user? One of the package is, until the profile or a permission set shows it: a deploy shows it
 * to nobody, not even to the administrator. A standard tab stands until the profile hides it.
 */
export function hidesTab(session: Session, tab: string): boolean {
  if (isShown(session, tab)) return false;
  const custom = session.org.schema().component('CustomTab', tab) !== undefined;
  return custom || hiddenByProfile(session, tab);
}

function isShown({ org, user }: Session, tab: string): boolean {
  const sets = grantSources(org, user.id, user.profileId).flatMap(({ granting }) => granting);
  const sql = `SELECT 1 FROM "PermissionSetTabSetting"
    WHERE "Name" = ? AND "ParentId" IN (SELECT value FROM json_each(?)) LIMIT 1`;
  return org.store.prepare(sql).get(tab, JSON.stringify(sets)) !== undefined;
}

function hiddenByProfile({ org, user }: Session, tab: string): boolean {
  const name = org.store.prepare('SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?').get(user.profileId)?.['name'];
  const content = org.schema().component('Profile', profileFullName(String(name)))?.content;
  const said = content && listOf(content, 'tabVisibilities').find((each) => wordOf(each, 'tab') === tab);
  return said !== undefined && wordOf(said, 'visibility') === 'Hidden';
}
