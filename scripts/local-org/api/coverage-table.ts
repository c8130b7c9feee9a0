import type { CoverageEntry } from './coverage.ts';

export const TABLE_START = '<!-- coverage: written by api/write-coverage.ts -->';
export const TABLE_END = '<!-- end of coverage -->';

/** The README with its table as the routes have it now. */
export function withCoverageTable(readme: string, coverage: readonly CoverageEntry[]): string {
  const start = readme.indexOf(TABLE_START);
  const end = readme.indexOf(TABLE_END);
  if (start === -1 || end < start) throw new Error(`Expected ${TABLE_START} and ${TABLE_END} in the README`);
  return `${readme.slice(0, start + TABLE_START.length)}\n\n${tableOf(coverage)}\n\n${readme.slice(end)}`;
}

function tableOf(coverage: readonly CoverageEntry[]): string {
  const cells = [
    ['Method', 'Path', 'Resource'],
    ...coverage.map(({ method, pattern, feature }) => [method, `\`${pattern}\``, feature.replaceAll('|', '\\|')]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rows] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
