import { NotSupportedError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import { orgChart } from './org-chart.ts';
import { criteriaSql, type Criterion } from './rule-criteria.ts';
import { anyOf, oneOf, type AccessLevel, type VisibleWhere } from './visible-where.ts';

type Content = Readonly<Record<string, unknown>>;

/** Records that owner and criteria sharing rules open to somebody. */
export function sharedByRules(
  org: Org,
  type: SObjectType,
  alias: string,
  level: AccessLevel,
  sharedWith: ReadonlySet<string>,
): VisibleWhere {
  const applies = (rule: Content) => levelOf(rule) >= level && reaches(org, rule['sharedTo'], sharedWith);
  const byOwner = rulesOn(org, type, 'SharingOwnerRule')
    .filter(applies)
    .map((rule) => ownedBy(org, rule, alias));
  const byCriteria = rulesOn(org, type, 'SharingCriteriaRule')
    .filter(applies)
    .map((rule) =>
      criteriaSql(type, alias, rulesIn(rule, 'criteriaItems').map(criterionOf), textOf(rule['booleanFilter'])),
    );
  return anyOf([...byOwner, ...byCriteria].map((part) => ({ ...part, sql: `(${part.sql})` })));
}

function rulesOn(org: Org, type: SObjectType, kind: string): Content[] {
  const prefix = `${type.name}.`.toLowerCase();
  return org
    .schema()
    .components(kind)
    .filter((component) => component.fullName.toLowerCase().startsWith(prefix))
    .map((component) => component.content);
}

function ownedBy(org: Org, rule: Content, alias: string): VisibleWhere {
  const owners = groupsNamed(org, rule['sharedFrom']).flatMap((group) =>
    group === 'everyone' ? [] : [...orgChart(org).membersOf(group)],
  );
  if (groupsNamed(org, rule['sharedFrom']).includes('everyone'))
    return { sql: `${alias}."OwnerId" IS NOT NULL`, values: [] };
  return oneOf(`${alias}."OwnerId"`, owners);
}

function reaches(org: Org, sharedTo: unknown, sharedWith: ReadonlySet<string>): boolean {
  return groupsNamed(org, sharedTo).some((group) => group === 'everyone' || sharedWith.has(group));
}

const REGULAR = new Set(['group', 'groups', 'queue']);
const ROLE_GROUPS: Readonly<Record<string, string>> = {
  role: 'Role',
  roles: 'Role',
  rolesAndSubordinates: 'RoleAndSubordinates',
  roleAndSubordinates: 'RoleAndSubordinates',
  roleAndSubordinatesInternal: 'RoleAndSubordinatesInternal',
};

/** `{ group: ['X'], role: ['Y'] }` → ids of group rows. */
function groupsNamed(org: Org, shared: unknown): string[] {
  const found: string[] = [];
  for (const [kind, names] of Object.entries((shared ?? {}) as Content)) {
    // A deployed rule names every kind of party that there is, most of them without members.
    if (Array.isArray(names) && names.length === 0) continue;
    if (kind === 'allInternalUsers') found.push('everyone');
    else if (REGULAR.has(kind)) found.push(...listOf(names).map((name) => groupId(org, kind, name)));
    else if (ROLE_GROUPS[kind] !== undefined)
      found.push(...listOf(names).map((name) => roleGroupId(org, ROLE_GROUPS[kind] ?? '', name)));
    else throw new NotSupportedError(`sharing with ${kind}`);
  }
  return found.filter((id) => id !== '');
}

function groupId(org: Org, kind: string, name: string): string {
  const sql = 'SELECT "Id" FROM "Group" WHERE "DeveloperName" = ? AND "Type" = ?';
  return String(org.store.prepare(sql).get(name, kind === 'queue' ? 'Queue' : 'Regular')?.['Id'] ?? '');
}

function roleGroupId(org: Org, type: string, roleName: string): string {
  const sql = `SELECT g."Id" FROM "Group" g JOIN "UserRole" r ON r."Id" = g."RelatedId" WHERE r."DeveloperName" = ? AND g."Type" = ?`;
  return String(org.store.prepare(sql).get(roleName, type)?.['Id'] ?? '');
}

function levelOf(rule: Content): number {
  return { Read: 1, Edit: 2, All: 3 }[textOf(rule['accessLevel']) ?? ''] ?? 0;
}

function rulesIn(content: Content, name: string): Content[] {
  const value = content[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as Content[];
}

/** All three are required elements, which the deploy has seen to. */
function criterionOf(content: Content): Criterion {
  const text = (name: string) => textOf(content[name]) ?? '';
  return { field: text('field'), operation: text('operation'), value: text('value') };
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
