import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession } from '../../../scripts/local-org/access/open-session.ts';
import type { FieldValue, Org, Row, Session } from '../../../scripts/local-org/org.ts';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import { buildSchema } from '../../../scripts/local-org/schema/build.ts';
import type { Component } from '../../../scripts/local-org/schema/model.ts';
import type { QueryOptions, QueryResult } from '../../../scripts/local-org/soql/contract.ts';
import { runQuery } from '../../../scripts/local-org/soql/run.ts';

/** A bootstrapped org whose rows are written straight into the store: what tests of queries and of access stand on. */
export interface QueryOrg {
  readonly org: Org;
  readonly adminId: string;
  insert(object: string, row: Row): string;
  /** Makes an active user; `profile` by name. */
  user(name: string, more?: { profile?: string; row?: Row }): string;
  profileId(name: string): string;
  /** Field permissions as a permission set or profile (by label) gives them; `object` grants all of its fields. */
  grantFields(label: string, object: string, edit?: boolean): void;
  session(userId?: string): Session;
  query(soql: string, userId?: string, options?: Partial<QueryOptions>): QueryResult;
  /** The values of one selected column. */
  column(soql: string, userId?: string): unknown[];
  /** Rows without attributes, for comparison. */
  rows(soql: string, userId?: string): Record<string, unknown>[];
  close(): void;
}

/** 16:00 in Shanghai on a Tuesday. */
export const NOW = Date.parse('2026-03-03T08:00:00.000Z');

export function openQueryOrg(components: readonly Component[] = []): QueryOrg {
  const dir = mkdtempSync(join(tmpdir(), 'query-org-'));
  const org = openOrg({ dir, now: () => NOW });
  const schema = buildSchema(components, org.schema().version + 1);
  org.store.transaction(() => {
    org.store.migrate(schema);
    org.replaceSchema(schema);
  });
  const one = (sql: string, ...values: string[]) => String(org.store.prepare(sql).get(...values)?.['Id']);
  const adminId = one('SELECT "Id" FROM "User" LIMIT 1');
  const profileId = (name: string) => one('SELECT "Id" FROM "Profile" WHERE "Name" = ?', name);

  function insert(object: string, row: Row): string {
    const type = org.schema().object(object);
    if (!type) throw new Error(`Expected an object, got ${object}`);
    const Id = org.store.newId(type.keyPrefix);
    const now = new Date(NOW).toISOString();
    const stamps: Record<string, FieldValue> = {
      OwnerId: adminId,
      CreatedById: adminId,
      CreatedDate: now,
      LastModifiedById: adminId,
      LastModifiedDate: now,
      SystemModstamp: now,
    };
    const own = Object.entries(stamps).filter(([name]) => type.field(name)?.stored);
    org.store.insert(type, { ...Object.fromEntries(own), ...row, Id });
    return Id;
  }

  function grantFields(label: string, object: string, PermissionsEdit = false): void {
    const ParentId = one('SELECT "Id" FROM "PermissionSet" WHERE "Label" = ?', label);
    for (const field of org.schema().object(object)?.fields ?? []) {
      if (!field.permissionable) continue;
      insert('FieldPermissions', {
        ParentId,
        SobjectType: object,
        Field: `${object}.${field.name}`,
        PermissionsRead: true,
        PermissionsEdit,
      });
    }
  }

  const session = (userId = adminId) => openSession(org, userId);
  const query = (soql: string, userId?: string, options: Partial<QueryOptions> = {}) =>
    runQuery(session(userId), soql, { urlBase: '/services/data/v66.0', ...options });

  return {
    org,
    adminId,
    insert,
    user: (name, { profile = 'Standard User', row = {} } = {}) =>
      insert('User', {
        Username: `${name}@example.com`,
        LastName: name,
        Alias: name.slice(0, 8),
        Email: `${name}@example.com`,
        IsActive: true,
        TimeZoneSidKey: 'Asia/Shanghai',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        ProfileId: profileId(profile),
        ...row,
      }),
    profileId,
    grantFields,
    session,
    query,
    column: (soql, userId) => query(soql, userId).records.map((record) => Object.values(record)[1]),
    rows: (soql, userId) => query(soql, userId).records.map(({ attributes: _attributes, ...rest }) => rest),
    close: () => {
      org.store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
