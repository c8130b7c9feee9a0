import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access } from '../../../scripts/local-org/access/contract.ts';
import type { Org, Row, Session } from '../../../scripts/local-org/org.ts';
import { save } from '../../../scripts/local-org/save/save.ts';
import type { RequestRow, SaveOperation, SaveResult } from '../../../scripts/local-org/save/contract.ts';
import { buildSchema } from '../../../scripts/local-org/schema/build.ts';
import type { Component, Schema } from '../../../scripts/local-org/schema/model.ts';
import { idFromNumber } from '../../../scripts/local-org/store/ids.ts';
import { openStore } from '../../../scripts/local-org/store/sqlite-store.ts';

/** The engines on a store of their own, without the server: what unit tests of the save and of flows stand on. */
export interface EngineOrg {
  readonly session: Session;
  save(operation: SaveOperation, object: string, rows: RequestRow[], allOrNone?: boolean): SaveResult[];
  /** Inserts one record and returns its id; throws when the save refuses it. */
  insert(object: string, row: RequestRow): string;
  update(object: string, row: RequestRow): SaveResult;
  updateIfUnmodified(object: string, row: RequestRow, since: string): SaveResult;
  /** From now on the user may less. */
  restrict(access: Partial<Access>): void;
  upsert(object: string, externalIdField: string, rows: RequestRow[]): SaveResult[];
  row(object: string, id: string): Row;
  rows(object: string): Row[];
  moveClock(millis: number): void;
  close(): void;
}

const everything: Access = {
  fingerprint: 'everything',
  object: () => ({ read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true }),
  canReadField: () => true,
  canEditField: () => true,
  hasCustomPermission: () => false,
  hasSystemPermission: () => true,
  recordTypes: () => [],
  visibleWhere: () => ({ sql: '1', values: [] }),
  canReadRecord: () => true,
  canEditRecord: () => true,
  canDeleteRecord: () => true,
  canTransferRecord: () => true,
  reachesRecord: () => true,
};

const USER_ID = idFromNumber('005', 1);

export function openEngineOrg(
  components: readonly Component[],
  options: { readonly access?: Partial<Access>; readonly language?: string } = {},
): EngineOrg {
  const dir = mkdtempSync(join(tmpdir(), 'engine-org-'));
  const store = openStore(dir);
  let schema: Schema = buildSchema(components, 1);
  store.transaction(() => store.migrate(schema));
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const org: Org = {
    store,
    now: () => now,
    advanceClock: (millis) => {
      now += millis;
    },
    schema: () => schema,
    replaceSchema: (next) => {
      schema = next;
    },
  };
  const access: Access = { ...everything, ...options.access };
  const session = sessionOf(org, access, options.language ?? 'en_US');
  const users = schema.object('User');
  if (users) store.insert(users, { Id: USER_ID, Username: 'ann@example.com', LastName: 'Ann', IsActive: true });
  const saveRows = (operation: SaveOperation, object: string, rows: RequestRow[], allOrNone = false): SaveResult[] =>
    save(
      session,
      operation,
      rows.map((row) => ({ object, row })),
      { allOrNone },
    );
  const typeOf = (object: string) => {
    const type = schema.object(object);
    if (!type) throw new Error(`Expected an object, got ${object}`);
    return type;
  };
  return {
    session,
    save: saveRows,
    insert: (object, row) => {
      const [result] = saveRows('insert', object, [row]);
      if (!result?.id) throw new Error(JSON.stringify(result?.errors));
      return result.id;
    },
    update: (object, row) => saveRows('update', object, [row])[0]!,
    updateIfUnmodified: (object, row, ifUnmodifiedSince) =>
      save(session, 'update', [{ object, row, ifUnmodifiedSince }], { allOrNone: false })[0]!,
    restrict: (less) => Object.assign(access, less),
    upsert: (object, externalIdField, rows) =>
      save(
        session,
        'upsert',
        rows.map((row) => ({ object, row, externalIdField })),
        { allOrNone: false },
      ),
    row: (object, id) => {
      const row = store.get(typeOf(object), id);
      if (!row) throw new Error(`Expected a stored ${object}, got nothing at ${id}`);
      return row;
    },
    rows: (object) => store.find(typeOf(object), 'IsDeleted', [false]),
    moveClock: (millis) => {
      now += millis;
    },
    close: () => {
      store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function sessionOf(org: Org, access: Access, language: string): Session {
  return {
    org,
    access,
    user: {
      id: USER_ID,
      username: 'ann@example.com',
      name: 'Ann',
      profileId: '00eLO0000000001AAA',
      roleId: null,
      language,
      locale: language,
      timeZone: 'Asia/Shanghai',
    },
    limits: { soqlQueries: 0, dmlStatements: 0, dmlRows: 0, queryRows: 0 },
  };
}
