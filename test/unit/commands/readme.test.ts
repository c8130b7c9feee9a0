import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildPackage } from '../../../scripts/tasks/build/build-package.ts';
import { countComponents } from '../../../scripts/tasks/install/count-components.ts';

it('names in the README as many components as an install plans', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'midfield-readme-'));
  try {
    const { directory } = buildPackage('force-app', join(folder, 'force-app'));
    const named = /The package is (\d+) components/.exec(readFileSync('README.md', 'utf8'))?.[1];
    expect(named).toBe(String(await countComponents(directory)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
