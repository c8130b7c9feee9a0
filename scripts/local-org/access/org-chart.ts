import type { Org } from '../org.ts';

interface Role {
  readonly id: string;
  readonly parentId: string | null;
}

interface Group {
  readonly id: string;
  readonly type: string;
  readonly relatedId: string | null;
  readonly includesBosses: boolean;
}

/** Roles, users in them, and groups, as the setup rows have them at one moment. */
export class OrgChart {
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #roleOfUser: ReadonlyMap<string, string>;
  readonly #groups: ReadonlyMap<string, Group>;
  /** Member → groups that it stands in directly. */
  readonly #memberships: ReadonlyMap<string, readonly string[]>;
  readonly #members: ReadonlyMap<string, readonly string[]>;

  constructor(org: Org) {
    const all = (sql: string) => org.store.prepare(sql).all() as Record<string, string | number | null>[];
    const text = (value: unknown) => (value === null ? null : String(value));
    this.#roles = new Map(
      all('SELECT "Id", "ParentRoleId" FROM "UserRole"').map((row) => [
        String(row['Id']),
        { id: String(row['Id']), parentId: text(row['ParentRoleId']) },
      ]),
    );
    const users = all('SELECT "Id", "UserRoleId" FROM "User" WHERE "UserRoleId" IS NOT NULL');
    this.#roleOfUser = new Map(users.map((row) => [String(row['Id']), String(row['UserRoleId'])]));
    this.#groups = new Map(
      all('SELECT "Id", "Type", "RelatedId", "DoesIncludeBosses" FROM "Group"').map((row) => [
        String(row['Id']),
        {
          id: String(row['Id']),
          type: String(row['Type']),
          relatedId: text(row['RelatedId']),
          includesBosses: row['DoesIncludeBosses'] === 1,
        },
      ]),
    );
    const pairs = all('SELECT "GroupId", "UserOrGroupId" FROM "GroupMember"');
    this.#memberships = listed(pairs.map((row) => [String(row['UserOrGroupId']), String(row['GroupId'])]));
    this.#members = listed(pairs.map((row) => [String(row['GroupId']), String(row['UserOrGroupId'])]));
  }

  /** Everybody whose role stands below the user's, however deep; colleagues in the same role are not. */
  subordinates(userId: string): string[] {
    const role = this.#roleOfUser.get(userId);
    if (role === undefined) return [];
    return [...this.#roleOfUser]
      .filter(([, theirs]) => theirs !== role && this.#isBelow(theirs, role))
      .map(([id]) => id);
  }

  roleOf(userId: string): string | undefined {
    return this.#roleOfUser.get(userId);
  }

  /** All groups that hold one of these users, directly or through other groups and roles. */
  groupsOf(userIds: readonly string[], asBoss: boolean): Set<string> {
    const found = new Set<string>();
    const open: string[] = [...userIds, ...this.#groupsByRole(userIds)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const group = this.#groups.get(id);
      if (group) {
        if (found.has(id) || (asBoss && !group.includesBosses && group.type === 'Regular')) continue;
        found.add(id);
      }
      open.push(...(this.#memberships.get(id) ?? []));
    }
    return found;
  }

  /** Every user behind a group, and the group itself, which may own records as a queue. */
  membersOf(groupId: string): Set<string> {
    const found = new Set<string>();
    const open = [groupId];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      const group = this.#groups.get(id);
      if (group) open.push(...(this.#members.get(id) ?? []), ...this.#usersByRole(group));
    }
    return found;
  }

  #groupsByRole(userIds: readonly string[]): string[] {
    const roles = new Set(userIds.map((id) => this.#roleOfUser.get(id)).filter((role) => role !== undefined));
    const above = new Set([...roles].flatMap((role) => this.#chainOf(role)));
    return [...this.#groups.values()]
      .filter(({ type, relatedId }) => {
        if (type === 'Organization') return userIds.length > 0;
        if (relatedId === null) return false;
        return type === 'Role' ? roles.has(relatedId) : type.startsWith('RoleAndSubordinates') && above.has(relatedId);
      })
      .map((group) => group.id);
  }

  #usersByRole(group: Group): string[] {
    const { type, relatedId } = group;
    if (relatedId === null || !type.startsWith('Role')) return [];
    const deep = type !== 'Role';
    return [...this.#roleOfUser]
      .filter(([, role]) => role === relatedId || (deep && this.#isBelow(role, relatedId)))
      .map(([id]) => id);
  }

  #isBelow(role: string, ancestor: string): boolean {
    return this.#chainOf(role).includes(ancestor);
  }

  /** The role and everything above it. */
  #chainOf(role: string): string[] {
    const chain: string[] = [];
    for (
      let next: string | null | undefined = role;
      next && !chain.includes(next);
      next = this.#roles.get(next)?.parentId
    )
      chain.push(next);
    return chain;
  }
}

function listed(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}

const charts = new WeakMap<Org, { version: number; chart: OrgChart }>();

export function orgChart(org: Org): OrgChart {
  const version = org.store.setupVersion;
  let known = charts.get(org);
  if (known?.version !== version) charts.set(org, (known = { version, chart: new OrgChart(org) }));
  return known.chart;
}
