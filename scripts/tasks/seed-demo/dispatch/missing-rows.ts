import type { OrgRecord } from '../../../salesforce/org-port.ts';
import type { TaskContext } from '../../task.ts';
import { writeAll } from '../write-all.ts';

/** Inserts the rows whose words are not there yet; gives the id of every row by its words. */
export async function insertMissing(
  context: TaskContext,
  step: string,
  object: string,
  known: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, OrgRecord>,
): Promise<Map<string, string>> {
  const missing = [...rows].filter(([words]) => !known.has(words));
  const ids = await writeAll(context, { step, object, operation: 'insert', rows: missing.map(([, row]) => row) });
  return new Map([...known, ...missing.map(([words], index) => [words, ids[index] ?? ''] as const)]);
}

/** `a|b` of some fields of each row → its id; `Skill__r.Key__c` follows relationships. */
export function idsByWords(rows: readonly OrgRecord[], fields: readonly string[]): Map<string, string> {
  return new Map(rows.map((row) => [fields.map((field) => String(valueAt(row, field))).join('|'), String(row['Id'])]));
}

function valueAt(row: OrgRecord, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as OrgRecord | null | undefined)?.[name], row);
}
