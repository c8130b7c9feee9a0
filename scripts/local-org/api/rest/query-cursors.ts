import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { QueryRecord, QueryResult } from '../../soql/contract.ts';

/** A page of a result, as `query` and `query/01g…-2000` answer it. */
export interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly QueryRecord[];
}

export interface PageRequest {
  readonly batchSize: number;
  readonly urlBase: string;
}

const DAY_MS = 86_400_000;
const LIFE_MS = 2 * DAY_MS;
/** As on the platform: a user's eleventh open cursor closes the oldest. */
const CURSORS_PER_USER = 10;

/**
 * Results too long for one answer wait in the state folder, a row per page-able record, so that changes to the data
 * and restarts of the server do not disturb a client that is paging.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS _cursors (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, total INTEGER NOT NULL, created INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS _cursor_records (cursor_id TEXT, place INTEGER, record TEXT NOT NULL, PRIMARY KEY (cursor_id, place)) WITHOUT ROWID;
`;

export function firstPage(session: Session, result: QueryResult, request: PageRequest): QueryPage {
  const { records, totalSize } = result;
  if (records.length <= request.batchSize) return { totalSize, done: true, records };
  const cursor = keepRecords(session, result);
  return {
    totalSize,
    done: false,
    nextRecordsUrl: cursorUrl(cursor, request.batchSize, request),
    records: records.slice(0, request.batchSize),
  };
}

/** `locator` is `01g…-2000`: the cursor and the place where the next page starts. */
export function nextPage(session: Session, locator: string, request: PageRequest): QueryPage {
  const { store } = session.org;
  const [, id, place] = /^(01g\w{15})-(\d{1,9})$/.exec(locator) ?? [];
  store.db.exec(TABLES);
  const cursor = store
    .prepare('SELECT total FROM _cursors WHERE id = ? AND user_id = ? AND created > ?')
    .get(id ?? '', session.user.id, session.org.now() - LIFE_MS);
  if (id === undefined || cursor === undefined) throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const from = Number(place);
  const rows = store
    .prepare('SELECT record FROM _cursor_records WHERE cursor_id = ? AND place >= ? ORDER BY place LIMIT ?')
    .all(id, from, request.batchSize);
  const totalSize = Number(cursor['total']);
  const end = from + rows.length;
  const records = rows.map((row) => JSON.parse(String(row['record'])) as QueryRecord);
  if (end >= totalSize) return { totalSize, done: true, records };
  return { totalSize, done: false, nextRecordsUrl: cursorUrl(id, end, request), records };
}

function keepRecords(session: Session, { records, totalSize }: QueryResult): string {
  const { org } = session;
  const { store } = org;
  return store.transaction(() => {
    store.db.exec(TABLES);
    const id = store.newId('01g');
    store.prepare('INSERT INTO _cursors VALUES (?, ?, ?, ?)').run(id, session.user.id, totalSize, org.now());
    const insert = store.prepare('INSERT INTO _cursor_records VALUES (?, ?, ?)');
    for (const [place, record] of records.entries()) insert.run(id, place, JSON.stringify(record));
    dropOldCursors(session);
    return id;
  });
}

function dropOldCursors({ org, user }: Session): void {
  const { store } = org;
  store
    .prepare(
      `DELETE FROM _cursors WHERE created <= ? OR (user_id = ?
       AND id NOT IN (SELECT id FROM _cursors WHERE user_id = ? ORDER BY id DESC LIMIT ?))`,
    )
    .run(org.now() - LIFE_MS, user.id, user.id, CURSORS_PER_USER);
  store.prepare('DELETE FROM _cursor_records WHERE cursor_id NOT IN (SELECT id FROM _cursors)').run();
}

function cursorUrl(cursor: string, place: number, { urlBase }: PageRequest): string {
  return `${urlBase}/query/${cursor}-${place}`;
}
