import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestOrg } from '../../support/local-org.ts';
import { furnishGateOrg, type Catalogue } from './furnish-gate-org.ts';

const root = join(import.meta.dirname, '../../..');
/** Whatever decides how a furnished org looks. */
const sources = ['force-app/main', 'scripts/local-org', 'scripts/tasks/build', 'config/playbooks', 'test/e2e/gate'];
const PREFIX = 'midfield-gate-org-';

/**
 * A folder of its own with a furnished org in it. Furnishing takes ten times as long as copying, so each state of the
 * sources is furnished once. Two that start together furnish twice; the first to end is kept.
 */
export async function copyOfGateOrg(catalogue: Catalogue, now: () => number): Promise<string> {
  const kept = join(tmpdir(), `${PREFIX}${catalogue}-${fingerprint()}`);
  if (!existsSync(kept)) await furnish(kept, catalogue, now);
  const dir = mkdtempSync(join(tmpdir(), 'gate-org-'));
  cpSync(kept, dir, { recursive: true });
  return dir;
}

async function furnish(kept: string, catalogue: Catalogue, now: () => number): Promise<void> {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(`${PREFIX}${catalogue}-`)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  const org = await startTestOrg({ now });
  await furnishGateOrg(org, catalogue);
  await org.org.close();
  rmSync(join(org.dir, 'package'), { recursive: true });
  try {
    renameSync(org.dir, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
    rmSync(org.dir, { recursive: true, force: true });
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const path of readdirSync(join(root, source), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && !entry.name.endsWith('.test.ts') && !/\/(ways-round|rules)$/.test(entry.parentPath),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort())
      hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
