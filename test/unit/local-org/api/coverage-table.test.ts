import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CoverageEntry } from '../../../../scripts/local-org/api/coverage.ts';
import { TABLE_END, TABLE_START, withCoverageTable } from '../../../../scripts/local-org/api/coverage-table.ts';
import { startTestOrg } from '../../../support/local-org.ts';

const readme = readFileSync(new URL('../../../../scripts/local-org/README.md', import.meta.url), 'utf8');

test('the README has the table that write-coverage.ts writes', async () => {
  const org = await startTestOrg();
  try {
    const coverage = await org.connection.request<CoverageEntry[]>('/services/local-org/coverage');
    expect(readme).toBe(withCoverageTable(readme, coverage));
  } finally {
    await org.close();
  }
});

test('a table takes the place of the former one and leaves the rest alone', () => {
  const coverage = [{ method: 'GET', pattern: '/a', feature: 'One | two' }];
  const table = `${TABLE_START}\n\n| Method | Path | Resource   |\n| ------ | ---- | ---------- |\n| GET    | \`/a\` | One \\| two |\n\n${TABLE_END}`;
  expect(withCoverageTable(`before\n${TABLE_START}old${TABLE_END}\nafter`, coverage)).toBe(`before\n${table}\nafter`);
});

test('a README without a place for the table is refused', () => {
  expect(() => withCoverageTable('nothing', [])).toThrow('Expected <!-- coverage');
});
