import type { QueryRecord } from './contract.ts';
import type { RecordPlan } from './resolve/record-plan.ts';
import type { Running } from './run-select.ts';

/** One row as REST shows a record: attributes first, then the fields in the order of the SELECT list. */
export function buildRecord(
  running: Running,
  plan: RecordPlan,
  row: readonly unknown[],
  children: readonly unknown[],
): QueryRecord {
  const record: QueryRecord = { attributes: attributesOf(running, plan, row) };
  for (const entry of plan.entries) {
    switch (entry.kind) {
      case 'value': {
        const value = row[entry.index];
        record[entry.key] = entry.show ? entry.show(value, running.context) : value;
        break;
      }
      case 'parent':
        record[entry.key] = row[entry.plan.id ?? 0] === null ? null : buildRecord(running, entry.plan, row, []);
        break;
      case 'children':
        record[entry.key] = children[entry.child] ?? null;
        break;
      case 'typeof': {
        const id = row[entry.id];
        const chosen = typeof id === 'string' ? (entry.cases.get(id.slice(0, 3)) ?? entry.otherwise) : undefined;
        record[entry.key] = chosen ? buildRecord(running, chosen, row, []) : null;
        break;
      }
    }
  }
  return record;
}

function attributesOf(running: Running, plan: RecordPlan, row: readonly unknown[]): QueryRecord['attributes'] {
  if (plan.id === undefined) return { type: 'AggregateResult' };
  const id = String(row[plan.id]);
  const type = plan.type ?? running.context.session.org.schema().objectByPrefix(id.slice(0, 3))?.name ?? 'Name';
  return { type, url: `${running.urlBase}/sobjects/${type}/${id}` };
}
