import type { Store } from '../../store/store.ts';

/** A path of a flow that waits to run for a record. */
export interface WaitingPath {
  readonly flow: string;
  readonly path: string;
  readonly object: string;
  readonly recordId: string;
  /** Who changed the record. */
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly isNew: boolean;
  /** The record as it was before, as JSON; only paths that run at once know it. */
  readonly prior: string | null;
  /** How many paths before it set one another off without any time between. */
  readonly depth: number;
}

const prepared = new WeakSet<Store>();

/** What waits is written with the record in its transaction: it is there if and only if the record is. */
export class PathQueue {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    if (prepared.has(store)) return;
    prepared.add(store);
    store.db.exec(`
      CREATE TABLE IF NOT EXISTS _flow_paths (number INTEGER PRIMARY KEY, flow TEXT NOT NULL, path TEXT NOT NULL,
        object TEXT NOT NULL, record TEXT NOT NULL, user TEXT NOT NULL, due INTEGER NOT NULL, is_new INTEGER NOT NULL, prior TEXT);
      CREATE INDEX IF NOT EXISTS _flow_paths_due ON _flow_paths (due, number);
      CREATE INDEX IF NOT EXISTS _flow_paths_record ON _flow_paths (record);
    `);
    const columns = store.db.prepare("SELECT name FROM pragma_table_info('_flow_paths')").all();
    if (!columns.some(({ name }) => name === 'depth'))
      store.db.exec('ALTER TABLE _flow_paths ADD COLUMN depth INTEGER NOT NULL DEFAULT 0');
  }

  add({ flow, path, object, recordId, userId, due, isNew, prior, depth }: WaitingPath): void {
    this.#store
      .prepare(
        'INSERT INTO _flow_paths (flow, path, object, record, user, due, is_new, prior, depth) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(flow, path, object, recordId, userId, due, isNew ? 1 : 0, prior, depth);
  }

  /** A path waits once for a record, whatever changed it again. */
  remove(flow: string, path: string, recordId: string): void {
    this.#store.prepare('DELETE FROM _flow_paths WHERE record = ? AND flow = ? AND path = ?').run(recordId, flow, path);
  }

  has(flow: string, path: string, recordId: string): boolean {
    const sql = 'SELECT 1 FROM _flow_paths WHERE record = ? AND flow = ? AND path = ? LIMIT 1';
    return this.#store.prepare(sql).get(recordId, flow, path) !== undefined;
  }

  /** When the next one runs. */
  nextDue(): number | undefined {
    const due = this.#store.prepare('SELECT min(due) AS due FROM _flow_paths').get()?.['due'];
    return typeof due === 'number' ? due : undefined;
  }

  all(): WaitingPath[] {
    return this.#store.prepare('SELECT * FROM _flow_paths ORDER BY due, number').all().map(waiting);
  }

  /** Takes the first that is due, with those of the same path and user that may run with it. */
  take(now: number, atOnce: (first: WaitingPath) => number): WaitingPath[] {
    const sql = 'SELECT * FROM _flow_paths WHERE due <= ? ORDER BY due, number LIMIT 1';
    const row = this.#store.prepare(sql).get(now);
    if (row === undefined) return [];
    const first = waiting(row);
    const rows = this.#store
      .prepare(
        'SELECT * FROM _flow_paths WHERE due <= ? AND flow = ? AND path = ? AND user = ? ORDER BY due, number LIMIT ?',
      )
      .all(now, first.flow, first.path, first.userId, atOnce(first));
    const remove = this.#store.prepare('DELETE FROM _flow_paths WHERE number = ?');
    for (const each of rows) remove.run(Number(each['number']));
    return rows.map(waiting);
  }
}

function waiting(row: Record<string, unknown>): WaitingPath {
  return {
    flow: String(row['flow']),
    path: String(row['path']),
    object: String(row['object']),
    recordId: String(row['record']),
    userId: String(row['user']),
    due: Number(row['due']),
    isNew: row['is_new'] === 1,
    prior: row['prior'] === null ? null : String(row['prior']),
    depth: Number(row['depth']),
  };
}
