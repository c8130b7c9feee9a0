import { quoted } from '../store/table-layout.ts';
import type { QueryRecord } from './contract.ts';
import type { CompiledSelect } from './resolve/compile-select.ts';
import type { RunContext } from './run-context.ts';

/** FOR VIEW and FOR REFERENCE: the records count as seen now. */
export function markSeen(context: RunContext, select: CompiledSelect, records: readonly QueryRecord[]): void {
  const names = select.purpose === 'VIEW' ? ['LastViewedDate', 'LastReferencedDate'] : ['LastReferencedDate'];
  const marks = names.filter((name) => select.type.field(name)?.stored).map((name) => `${quoted(name)} = ?1`);
  if (marks.length === 0) return;
  const ids = records.map((record) => record.attributes.url?.split('/').at(-1));
  context.session.org.store
    .prepare(
      `UPDATE ${quoted(select.type.name)} SET ${marks.join(', ')} WHERE "Id" IN (SELECT value FROM json_each(?2))`,
    )
    .run(new Date(context.now).toISOString(), JSON.stringify(ids));
}
