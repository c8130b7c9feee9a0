import type { Org, Row, User } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { quoted } from '../store/table-layout.ts';
import type { ObjectRights } from './contract.ts';
import { accountThroughChildren, opportunitiesOfAccounts } from './implicit-sharing.ts';
import { mastersOf } from './masters.ts';
import { principalsOf, type Principals } from './principals.ts';
import { sharedByRows } from './share-table.ts';
import { sharedByRules } from './sharing-rules.ts';
import { ALL, allOf, anyOf, NONE, oneOf, type AccessLevel, type VisibleWhere } from './visible-where.ts';

/** What everybody may do by the org-wide default. */
const DEFAULT_LEVEL: Readonly<Record<SObjectType['sharingModel'], number>> = {
  Private: 0,
  Read: 1,
  ReadWrite: 2,
  FullAccess: 3,
  ControlledByParent: 0,
};

/**
 * Which records a user reaches beyond the rights on the object: defaults, ownership, hierarchy, groups, shares, teams,
 * rules, masters. One condition in SQL says it, for whole queries and for single records alike.
 */
export class RecordSharing {
  readonly #org: Org;
  readonly #user: User;
  readonly #rights: (type: SObjectType) => ObjectRights;
  readonly #principals = new Map<boolean, Principals>();

  constructor(org: Org, user: User, rights: (type: SObjectType) => ObjectRights) {
    this.#org = org;
    this.#user = user;
    this.#rights = rights;
  }

  /** Holds for the rows of `alias` on which the user has at least this level. */
  where(type: SObjectType, alias: string, level: AccessLevel): VisibleWhere {
    const rights = this.#rights(type);
    if (rights.modifyAll || (rights.viewAll && level === 1)) return ALL;
    return this.#shared(type, alias, level);
  }

  has(type: SObjectType, row: Row, level: AccessLevel): boolean {
    const rights = this.#rights(type);
    if (rights.modifyAll || (rights.viewAll && level === 1)) return true;
    if (row['OwnerId'] === this.#user.id || DEFAULT_LEVEL[type.sharingModel] >= level) return true;
    const { sql, values } = this.#shared(type, 'r', level);
    if (sql === '1' || sql === '0') return sql === '1';
    const found = this.#org.store.prepare(`SELECT 1 FROM ${quoted(type.name)} r WHERE r."Id" = ? AND ${sql}`);
    return found.get(String(row['Id']), ...values) !== undefined;
  }

  #shared(type: SObjectType, alias: string, level: AccessLevel): VisibleWhere {
    if (type.kind === 'setup') return ALL;
    if (type.kind !== 'data') return this.#companion(type, alias, level);
    if (DEFAULT_LEVEL[type.sharingModel] >= level) return ALL;
    if (type.sharingModel === 'ControlledByParent') return this.#byMasters(type, alias, level);
    return anyOf([...this.#granted(type, alias, level), ...this.#implicit(type, alias, level)]);
  }

  /** By ownership, shares, teams and rules. */
  #granted(type: SObjectType, alias: string, level: AccessLevel): VisibleWhere[] {
    if (!type.field('OwnerId')) return [];
    const { owners, sharedWith } = this.#inTheNameOf(type);
    return [
      oneOf(`${alias}."OwnerId"`, owners),
      ...sharedByRows(this.#org.schema(), type, alias, level, sharedWith),
      sharedByRules(this.#org, type, alias, level, sharedWith),
    ];
  }

  #implicit(type: SObjectType, alias: string, level: AccessLevel): VisibleWhere[] {
    if (type.name === 'Account') {
      // What is open to everybody, or to this user by a right on the whole object, opens no account.
      const own = (child: SObjectType, inner: string) => anyOf(this.#granted(child, inner, 1));
      return accountThroughChildren(this.#org.schema(), alias, level, own);
    }
    if (type.name === 'Opportunity') return [opportunitiesOfAccounts(alias, level, this.#accountOwners(type))];
    if (type.name === 'Task' || type.name === 'Event') return level === 1 ? this.#byRelated(type, alias) : [];
    return [];
  }

  /** Whoever reads the record that an activity is about reads the activity. */
  #byRelated(type: SObjectType, alias: string): VisibleWhere[] {
    return ['WhatId', 'WhoId'].flatMap((name) =>
      (type.field(name)?.reference?.to ?? []).flatMap((target): VisibleWhere[] => {
        const related = this.#org.schema().object(target);
        if (!related || !this.#rights(related).read) return [];
        const inner = `${alias}_${target.toLowerCase()}`;
        const { sql, values } = this.where(related, inner, 1);
        const rows = `SELECT ${inner}."Id" FROM ${quoted(target)} ${inner} WHERE ${inner}."IsDeleted" = 0 AND ${sql}`;
        return sql === '0' ? [] : [{ sql: `${alias}.${quoted(name)} IN (${rows})`, values }];
      }),
    );
  }

  #accountOwners(type: SObjectType): { Read: string[]; Edit: string[] } {
    const rows = this.#org.store
      .prepare(
        `SELECT u."Id" AS id, r."OpportunityAccessForAccountOwner" AS level FROM json_each(?) p JOIN "User" u ON u."Id" = p.value
         LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId"`,
      )
      .all(JSON.stringify(this.#inTheNameOf(type).owners));
    const having = (level: string) => rows.filter((row) => row['level'] === level).map((row) => String(row['id']));
    return { Read: having('Read'), Edit: having('Edit') };
  }

  /** Read needs read on every master; write needs write there, or read where the relationship is content with it. */
  #byMasters(type: SObjectType, alias: string, level: AccessLevel): VisibleWhere {
    const masters = mastersOf(this.#org.schema(), type);
    if (masters.length === 0) return ALL;
    const conditions = masters.map(({ field, type: master }, index) => {
      const needed = levelOnMaster(type, field, level);
      const inner = `${alias}_m${index}`;
      const { sql, values } = this.where(master, inner, needed);
      if (sql === '1') return ALL;
      const column = `${alias}.${quoted(field.name)}`;
      const found = {
        sql: `EXISTS (SELECT 1 FROM ${quoted(master.name)} ${inner} WHERE ${inner}."Id" = ${column} AND ${sql})`,
        values,
      };
      return field.nillable ? anyOf([found, this.#orphan(type, alias, column)]) : found;
    });
    return allOf(conditions);
  }

  /** A contact without an account belongs to its owner. */
  #orphan(type: SObjectType, alias: string, column: string): VisibleWhere {
    const own = type.field('OwnerId') ? oneOf(`${alias}."OwnerId"`, this.#inTheNameOf(type).owners) : NONE;
    return allOf([{ sql: `${column} IS NULL`, values: [] }, own]);
  }

  /** Shares and histories are seen by whoever sees the record beside them. */
  #companion(type: SObjectType, alias: string, level: AccessLevel): VisibleWhere {
    const [parent] = mastersOf(this.#org.schema(), type);
    if (!parent) return ALL;
    const inner = `${alias}_p`;
    const { sql, values } = this.where(parent.type, inner, level);
    if (sql === '1') return ALL;
    const column = `${alias}.${quoted(parent.field.name)}`;
    return {
      sql: `EXISTS (SELECT 1 FROM ${quoted(parent.type.name)} ${inner} WHERE ${inner}."Id" = ${column} AND ${sql})`,
      values,
    };
  }

  #inTheNameOf(type: SObjectType): Principals {
    const byHierarchy = type.grantAccessUsingHierarchies;
    let found = this.#principals.get(byHierarchy);
    if (!found) this.#principals.set(byHierarchy, (found = principalsOf(this.#org, this.#user.id, byHierarchy)));
    return found;
  }
}

/** A contact is deleted by whoever may delete its account; a detail of any other kind by whoever may edit its master. */
function levelOnMaster(type: SObjectType, { reference }: Field, level: AccessLevel): AccessLevel {
  if (reference?.writeRequiresMasterRead) return 1;
  return type.name === 'Contact' || level === 1 ? level : 2;
}
