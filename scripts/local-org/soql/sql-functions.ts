import type { DatabaseSync } from 'node:sqlite';
import { DateTime } from 'luxon';
import { distance, isUnit } from '../formula/value/globe.ts';
import type { Location } from '../formula/value/value.ts';

/** What SQLite lacks for SOQL. */
export function registerSqlFunctions(db: DatabaseSync): void {
  db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? text.toLowerCase() : null));
  db.function('in_zone', { deterministic: true }, (text, zone) =>
    typeof text === 'string'
      ? DateTime.fromISO(text, { zone: String(zone) }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
      : null,
  );
  db.function('distance_between', { deterministic: true }, (latitude, longitude, north, east, unit) => {
    const [from, to] = [locationOf(latitude, longitude), locationOf(north, east)];
    return from && to && isUnit(unit) ? distance(from, to, unit) : null;
  });
}

function locationOf(latitude: unknown, longitude: unknown): Location | undefined {
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;
}
