import type { Schema, SObjectType } from '../schema/model.ts';
import { NONE, oneOf, type AccessLevel, type VisibleWhere } from './visible-where.ts';

/** Children whose readers may read their account too. */
const UNDER_ACCOUNT = ['Opportunity', 'Contact', 'Case'];

/** Whoever has access to a child of an account may read the account. `visible` answers for the child's own sharing. */
export function accountThroughChildren(
  schema: Schema,
  alias: string,
  level: AccessLevel,
  visible: (child: SObjectType, alias: string) => VisibleWhere,
): VisibleWhere[] {
  if (level > 1) return [];
  return UNDER_ACCOUNT.map((name) => {
    const child = schema.object(name);
    if (!child?.field('AccountId') || child.sharingModel === 'ControlledByParent') return NONE;
    const inner = `${alias}_${name.toLowerCase()}`;
    const { sql, values } = visible(child, inner);
    if (sql === '0') return NONE;
    return {
      sql: `${alias}."Id" IN (SELECT ${inner}."AccountId" FROM "${name}" ${inner} WHERE ${inner}."IsDeleted" = 0 AND ${sql})`,
      values,
    };
  });
}

/** The owner of an account has on its opportunities what the owner's role says. */
export function opportunitiesOfAccounts(
  alias: string,
  level: AccessLevel,
  ownersByLevel: Readonly<Record<'Read' | 'Edit', readonly string[]>>,
): VisibleWhere {
  const owners = level === 1 ? [...ownersByLevel.Read, ...ownersByLevel.Edit] : level === 2 ? ownersByLevel.Edit : [];
  const { sql, values } = oneOf('"OwnerId"', owners);
  if (sql === '0') return NONE;
  return { sql: `${alias}."AccountId" IN (SELECT "Id" FROM "Account" WHERE ${sql})`, values };
}
