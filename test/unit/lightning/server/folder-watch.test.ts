import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderWatch } from '../../../../scripts/lightning/server/folder-watch.ts';

let dir: string;
let watch: FolderWatch;
let seen: string[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'folder-watch-'));
  mkdirSync(join(dir, 'lwc', 'gate'), { recursive: true });
  writeFileSync(join(dir, 'lwc/gate/gate.css'), 'a');
  seen = [];
  watch = new FolderWatch(dir, (path) => seen.push(path));
});
afterEach(() => {
  watch.close();
  rmSync(dir, { recursive: true });
});

const notices = async (path: string, change: () => void): Promise<void> => {
  seen.length = 0;
  change();
  await vi.waitFor(() => expect(seen).toContain(path), { timeout: 10_000 });
};

describe('a watched folder', () => {
  it('tells of a file again and again, in whichever way it is written', async () => {
    const file = join(dir, 'lwc/gate/gate.css');
    const replace = (): void => {
      writeFileSync(`${dir}/new`, 'b');
      renameSync(`${dir}/new`, file);
    };
    await notices(file, () => writeFileSync(file, 'c'));
    await notices(file, replace);
    await notices(file, replace);
    await notices(file, () => unlinkSync(file));
    await notices(file, () => writeFileSync(file, 'd'));
    await notices(file, () => writeFileSync(file, 'e'));
  });

  it('follows folders that come later', async () => {
    const folder = join(dir, 'lwc/team');
    await notices(folder, () => mkdirSync(folder));
    await notices(join(folder, 'team.html'), () => writeFileSync(join(folder, 'team.html'), ''));
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => expect(seen.at(-1)).toBe(folder), { timeout: 10_000 });
    await notices(folder, () => mkdirSync(folder));
    await notices(join(folder, 'team.css'), () => writeFileSync(join(folder, 'team.css'), ''));
  });
});
