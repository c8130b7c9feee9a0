import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;
const databaseFile = (dir: string): string => join(dir, 'org.sqlite');
const pidFile = (dir: string): string => join(dir, 'org.pid');

/** Called by the one process that has the database's lock. */
export function writeHolder(dir: string): void {
  writeFileSync(`${pidFile(dir)}.new`, `${process.pid}\n`, { mode: 0o600 });
  renameSync(`${pidFile(dir)}.new`, pidFile(dir));
}

/** Before the lock is given back, so that nobody's name is removed but our own. */
export function removeHolder(dir: string): void {
  rmSync(pidFile(dir), { force: true });
}

/**
 * The process that has a state folder open. The database's lock decides, for it dies with its process; the file only
 * says whose it is, and a killed process leaves it behind. Zero: somebody has just taken the lock and not said who yet.
 */
export function holderOf(dir: string): number | undefined {
  if (!existsSync(databaseFile(dir)) || !isLocked(databaseFile(dir))) return undefined;
  return writtenHolder(dir);
}

function isLocked(file: string): boolean {
  try {
    const probe = new DatabaseSync(file);
    try {
      probe.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
      return false;
    } finally {
      probe.close();
    }
  } catch (error) {
    return isBusy(error);
  }
}

/** SQLite's extended codes carry the plain one in their lowest byte. */
export function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && (code & 0xff) === SQLITE_BUSY;
}

/** What the file says, whether or not it is still true. */
export function writtenHolder(dir: string): number {
  if (!existsSync(pidFile(dir))) return 0;
  const pid = Number(readFileSync(pidFile(dir), 'utf8'));
  return Number.isSafeInteger(pid) && pid > 0 ? pid : 0;
}
