import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fingerprint } from '../../scripts/tasks/build/fingerprint.ts';
import { startOrgProcess } from './org-process.ts';

const root = join(import.meta.dirname, '../..');
const kept = join(root, '.midfield/furnished-orgs');
/** Whatever decides how a furnished org looks. */
const sources = ['force-app/main', 'scripts/local-org', 'scripts/model', 'scripts/tasks', 'scripts/commands'];
const data = ['config/playbooks', 'config/industry-packs', 'config/roles.yaml', 'sfdx-project.json'];
/** A lock whose owner has not touched it for so long belongs to a process that was killed. */
const ABANDONED = 15_000;

/**
 * Copies a furnished, stopped org into a folder. Furnishing takes a minute, copying a moment, so each state of the sources is
 * furnished once a day (the demo's dates count from today); whoever comes meanwhile waits for it.
 */
export async function copyFurnishedOrg(folder: string): Promise<void> {
  const now = new Date().toISOString().slice(0, 10);
  const paths = [...sources, ...data, 'test/support/furnished-snapshot.ts'].map((path) => join(root, path));
  const template = join(kept, `${now}-${fingerprint(paths).slice(0, 16)}`);
  const lock = `${template}.lock`;
  mkdirSync(kept, { recursive: true });
  while (!existsSync(template))
    if (takeLock(lock)) await furnish(template, lock);
    else await pause(300);
  cpSync(template, folder, { recursive: true });
}

function takeLock(lock: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
  if (age > ABANDONED) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function furnish(template: string, lock: string): Promise<void> {
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 2_000);
  try {
    for (const name of readdirSync(kept))
      if (join(kept, name) !== lock) rmSync(join(kept, name), { recursive: true, force: true });
    const work = join(lock, 'org');
    await furnishByCommands(work, lock);
    renameSync(work, template);
  } finally {
    clearInterval(beat);
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The commands that a person types: install, playbook load, seed demo. */
async function furnishByCommands(folder: string, home: string): Promise<void> {
  const server = await startOrgProcess(folder, '--country', 'CN');
  try {
    const env = { ...process.env, HOME: home, SF_DISABLE_TELEMETRY: 'true', SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' };
    const run = promisify(execFile);
    const node = (...args: string[]) =>
      run(process.execPath, args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }).then(() => undefined);
    const credentials = { instanceUrl: server.url, accessToken: server.accessToken, alias: 'furnished' };
    const authorize = `const { authorize } = await import('./scripts/salesforce/authorize.ts'); await authorize(${JSON.stringify(credentials)})`;
    await node('--input-type=module', '-e', authorize);
    for (const words of [['install'], ['playbook', 'load'], ['seed', 'demo', '--users', 'personas']])
      await node('scripts/midfield.ts', ...words, '--target-org', 'furnished');
  } finally {
    await server.end('SIGTERM');
  }
}
