import type { DatabaseSync } from 'node:sqlite';
import { DateTime } from 'luxon';

/** What SQLite lacks for SOQL. */
export function registerSqlFunctions(db: DatabaseSync): void {
  db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? text.toLowerCase() : null));
  db.function('in_zone', { deterministic: true }, (text, zone) =>
    typeof text === 'string'
      ? DateTime.fromISO(text, { zone: String(zone) }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
      : null,
  );
}
