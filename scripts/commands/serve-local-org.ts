import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningOrg } from '../local-org/api/server.ts';
import { holderOf } from '../local-org/store/holder.ts';
import { MidfieldError } from '../model/errors.ts';

/** Where the demo company is at home; an org that is there already keeps what it has. */
const DEMO_COUNTRY = 'CN';

/**
 * Starts the local org of a folder; a folder or port that is taken is said in our own words. The server is loaded only here:
 * every command, help too, loads all commands, and none other needs it.
 */
export async function serveLocalOrg(place: { dir: string; port: number }): Promise<RunningOrg> {
  requireIdle(place.dir);
  try {
    const { startServer } = await import('../local-org/api/start-server.ts');
    return await startServer({ ...place, country: DEMO_COUNTRY });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    requireIdle(place.dir);
    throw new MidfieldError('LocalOrgNotStarted', [error.message], { cause: error });
  }
}

/** Throws LocalOrgBusy while a process serves the folder. What a killed process left behind is no hindrance. */
export function requireIdle(dir: string): void {
  const holder = holderOf(dir);
  if (holder !== undefined) throw new MidfieldError('LocalOrgBusy', [dir, String(holder || 'unknown')]);
}

/** Throws when the folder holds something else than a local org: a slip of the hand shall not delete it. */
export function requireLocalOrg(dir: string): void {
  if (existsSync(join(dir, 'org.sqlite')) || readdirSync(dir).length === 0) return;
  throw new MidfieldError('InputInvalid', [`--dir ${dir}`, 'it holds files, but no local org (org.sqlite).']);
}
