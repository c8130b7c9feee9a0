import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord, WriteResult } from '../../salesforce/org-port.ts';
import type { TaskContext } from '../task.ts';

export interface SeedWrite {
  readonly step: string;
  readonly object: string;
  readonly operation: 'insert' | 'update';
  readonly rows: readonly OrgRecord[];
}

/** Writes rows with progress; any refused row ends the seeding with the org's words. What was written stays and is found again. */
export async function writeAll(context: TaskContext, write: SeedWrite): Promise<string[]> {
  if (write.rows.length === 0) return [];
  const options = {
    signal: context.signal,
    onProgress: (done: number) =>
      context.report({ event: 'step-progressed', step: write.step, done, total: write.rows.length }),
  };
  const results = await context.org[write.operation](write.object, write.rows, options);
  refuseErrors(write, results);
  context.report({
    event: 'step-finished',
    step: write.step,
    detail: `${results.length} ${write.object} ${write.operation === 'insert' ? 'created' : 'updated'}`,
  });
  return results.map((result) => result.id ?? '');
}

function refuseErrors(write: SeedWrite, results: readonly WriteResult[]): void {
  const refused = results.flatMap((result, index) =>
    result.errors.map((words) => `✖ ${write.object} ${nameOf(write.rows[index])}: ${words}`),
  );
  if (refused.length === 0) return;
  const more = refused.length > 10 ? [`… and ${refused.length - 10} more`] : [];
  throw new MidfieldError('OrgRejected', [[...refused.slice(0, 10), ...more].join('\n')]);
}

function nameOf(row: OrgRecord | undefined): string {
  return String(row?.['Name'] ?? row?.['Username'] ?? row?.['Id'] ?? '');
}
