import { OrgError } from '../errors.ts';
import type { Org, Session, User } from '../org.ts';
import type { Schema } from '../schema/model.ts';
import { companyLocale } from './company-locale.ts';
import type { Access } from './contract.ts';
import { personName } from '../schema/standard/person-name.ts';
import { keepRoleGroups } from './role-groups.ts';
import { readGrants } from './grants.ts';
import { UserAccess } from './user-access.ts';

interface Known {
  readonly user: User;
  readonly access: Access;
}

/** Who a user is and may be, read once per change of the setup and not once per request. */
const known = new WeakMap<Org, { schema: Schema; setupVersion: number; users: Map<string, Known> }>();

/** A request's view of the org as this user. Refuses users that do not exist or are not active. */
export function openSession(org: Org, userId: string): Session {
  let cache = known.get(org);
  if (!cache || cache.schema !== org.schema() || cache.setupVersion !== org.store.setupVersion) {
    keepRoleGroups(org);
    cache = { schema: org.schema(), setupVersion: org.store.setupVersion, users: new Map() };
    known.set(org, cache);
  }
  let found = cache.users.get(userId);
  if (!found) cache.users.set(userId, (found = load(org, userId, cache.setupVersion)));
  return { org, ...found, limits: { soqlQueries: 0, dmlStatements: 0, dmlRows: 0, queryRows: 0 } };
}

function load(org: Org, userId: string, setupVersion: number): Known {
  const user = readUser(org, userId);
  const grants = readGrants(org, user.id, user.profileId);
  return { user, access: new UserAccess(org, user, grants, `${user.id}/${setupVersion}`) };
}

function readUser(org: Org, userId: string): User {
  const type = org.schema().object('User');
  const row = type && org.store.get(type, userId);
  if (!row || row['IsActive'] !== true)
    throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { httpStatus: 401 });
  const frozen = org.store.prepare('SELECT 1 FROM "UserLogin" WHERE "UserId" = ? AND "IsFrozen"').get(userId);
  if (frozen) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { httpStatus: 401 });
  const text = (name: string, otherwise: string) => String(row[name] ?? otherwise);
  return {
    id: text('Id', ''),
    username: text('Username', ''),
    name: personName(row['FirstName'], row['LastName'], companyLocale(org)),
    profileId: text('ProfileId', ''),
    roleId: row['UserRoleId'] === null ? null : text('UserRoleId', ''),
    language: text('LanguageLocaleKey', 'en_US'),
    locale: text('LocaleSidKey', 'en_US'),
    timeZone: text('TimeZoneSidKey', 'UTC'),
  };
}
