import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoverageEntry } from './coverage.ts';
import { withCoverageTable } from './coverage-table.ts';
import { startServer } from './start-server.ts';

/** Asks a running org, so that the table is what is answered and not what somebody meant to answer. */
async function readCoverage(): Promise<CoverageEntry[]> {
  const dir = mkdtempSync(join(tmpdir(), 'local-org-coverage-'));
  const org = await startServer({ dir, port: 0 });
  try {
    const headers = { authorization: `Bearer ${org.accessToken}` };
    return (await (await fetch(`${org.url}/services/local-org/coverage`, { headers })).json()) as CoverageEntry[];
  } finally {
    await org.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withCoverageTable(readFileSync(readme, 'utf8'), await readCoverage()));
