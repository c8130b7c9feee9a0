import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import { openStore } from '../../../../scripts/local-org/store/sqlite-store.ts';

const writer = new URL('./endless-writer.ts', import.meta.url).pathname;

/** Runs the writer on the folder and kills it without warning after so many announced commits. */
async function writeUntilKilled(dir: string, commits: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const announced: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (announced.push(line) === commits) child.kill('SIGKILL');
  }
  return announced;
}

test('a killed process loses nothing that it announced and leaves no half transaction', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'killed-'));
  const schema = buildSchema([], 1);
  const seen = new Set<string>();
  for (const commits of [1, 7, 40]) {
    const announced = await writeUntilKilled(dir, commits);
    expect(announced.length).toBeGreaterThanOrEqual(commits);
    const store = openStore(dir);
    const account = schema.object('Account')!;
    for (const id of announced) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
      expect(store.get(account, id)).toBeDefined();
      expect(store.find(account, 'ParentId', [id])).toHaveLength(2);
    }
    const torn = store.db.prepare('SELECT count(*) AS n FROM "Account" WHERE "ParentId" IS NOT NULL').get();
    const whole = store.db.prepare('SELECT count(*) AS n FROM "Account" WHERE "ParentId" IS NULL').get();
    expect(Number(torn?.['n'])).toBe(Number(whole?.['n']) * 2);
    store.close();
  }
  rmSync(dir, { recursive: true, force: true });
});
