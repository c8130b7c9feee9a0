import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fingerprint } from '../../scripts/tasks/build/fingerprint.ts';
import { furnishByCommand } from './furnish-by-command.ts';

const root = join(import.meta.dirname, '../..');
const kept = join(root, '.midfield/furnished-orgs');
/** Whatever decides how a furnished org looks. */
const code = ['local-org', 'model', 'salesforce', 'tasks', 'commands'].map((folder) => `scripts/${folder}`);
const data = ['force-app/main', 'config/playbooks', 'config/industry-packs', 'config/roles.yaml', 'sfdx-project.json'];
const support = ['test/support/furnished-snapshot.ts', 'test/support/furnish-by-command.ts'];
/** A lock whose owner has not touched it for so long belongs to a process that was killed. */
const ABANDONED = 15_000;

/** How far an org is furnished; each begins where the one before ended, by the command that a person types. */
const furnishings = {
  package: ['install'],
  playbooks: ['playbook', 'load'],
  demo: ['seed', 'demo'],
} as const;
export type Furnishing = keyof typeof furnishings;

/**
 * Copies a furnished, stopped org into a folder. Furnishing takes a minute, copying a moment, so each state of the sources is
 * furnished once a day (the demo's dates count from today); whoever comes meanwhile waits for it.
 */
export async function copyFurnishedOrg(folder: string, furnishing: Furnishing = 'demo'): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const paths = [...code, ...data, ...support].map((path) => join(root, path));
  await copyOf(furnishing, folder, `${day}-${fingerprint(paths).slice(0, 16)}`);
}

async function copyOf(furnishing: Furnishing, folder: string, state: string): Promise<void> {
  const template = join(kept, `${state}-${furnishing}`);
  const lock = `${template}.lock`;
  mkdirSync(kept, { recursive: true });
  while (!existsSync(template))
    if (takeLock(lock)) await furnish(furnishing, state, template, lock);
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

async function furnish(furnishing: Furnishing, state: string, template: string, lock: string): Promise<void> {
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 2_000);
  try {
    for (const name of readdirSync(kept))
      if (!name.startsWith(state)) rmSync(join(kept, name), { recursive: true, force: true });
    const work = join(lock, 'org');
    const names = Object.keys(furnishings) as Furnishing[];
    const before = names[names.indexOf(furnishing) - 1];
    if (before) await copyOf(before, work, state);
    await furnishByCommand(work, lock, furnishings[furnishing]);
    renameSync(work, template);
  } finally {
    clearInterval(beat);
    rmSync(lock, { recursive: true, force: true });
  }
}
