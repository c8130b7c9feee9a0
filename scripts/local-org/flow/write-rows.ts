import { runGroups } from '../save/attempt.ts';
import { spend } from '../save/limits.ts';
import { saveItem, type Batch, type SaveItem } from '../save/save-item.ts';
import type { Transaction } from '../save/transaction.ts';
import type { SObjectType } from '../schema/model.ts';
import { FlowFault, type FlowRecord } from './flow-value.ts';
import { frameOf, type Interview } from './interview.ts';

/** What one interview writes at an element; it stands or falls as a whole. */
export interface InterviewRows {
  readonly interview: Interview;
  readonly records: readonly FlowRecord[];
}

/**
 * One DML statement for all interviews at an element. Returns the message of what failed for each interview, or
 * undefined when its rows are written.
 */
export function writeRows(
  tx: Transaction,
  operation: Batch['operation'],
  writes: readonly InterviewRows[],
): (string | undefined)[] {
  const groups = writes.map(({ records }) => records.map((record) => itemOf(operation, record)));
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  if (total === 0) return writes.map(() => undefined);
  spend(tx.session, 'dmlStatements', 1);
  spend(tx.session, 'dmlRows', total);
  const types = new Map<string, SObjectType>(
    writes.flatMap(({ records }) => records.map((record) => [record.type.name, record.type] as const)),
  );
  if (types.size > 1) throw new FlowFault(`Expected records of one object, got ${[...types.keys()].join(', ')}`);
  const [type] = types.values();
  const asUser = writes.some(({ interview }) => frameOf(interview).asUser);
  // What the user may is checked as for a request of the user's own.
  const cause = asUser ? 'request' : 'flow';
  if (type !== undefined) runGroups(tx, { type, operation, cause, items: groups.flat() }, groups);
  writes.forEach(({ records }, index) => takeIds(records, groups[index] ?? []));
  return groups.map((group) => {
    const error = group.flatMap((item) => item.errors)[0];
    return error && `${error.statusCode}: ${error.message}`;
  });
}

function itemOf(operation: Batch['operation'], record: FlowRecord): SaveItem {
  if (operation === 'delete') return saveItem({}, record.id);
  const names = operation === 'insert' ? Object.keys(record.values) : [...record.changed];
  const written = names.filter((name) => name !== 'Id');
  return saveItem(
    Object.fromEntries(written.map((name) => [name, record.values[name] ?? null])),
    operation === 'insert' ? null : record.id,
  );
}

function takeIds(records: readonly FlowRecord[], items: readonly SaveItem[]): void {
  records.forEach((record, index) => {
    const item = items[index];
    if (item === undefined || item.errors.length > 0 || item.id === null) return;
    record.set('Id', item.id);
    record.changed.clear();
  });
}
