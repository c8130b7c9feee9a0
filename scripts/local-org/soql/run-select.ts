import type { SQLInputValue } from 'node:sqlite';
import { RecordBuilder } from './build-record.ts';
import type { QueryRecord } from './contract.ts';
import type { CompiledSelect } from './resolve/compile-select.ts';
import type { RunContext, Running } from './run-context.ts';

/** Parents whose children are read by one statement. */
const PARENTS_AT_ONCE = 5_000;

export function readRows(
  running: Running,
  select: CompiledSelect,
  context: RunContext,
  values: readonly SQLInputValue[],
): unknown[][] {
  running.formulas.context = context;
  return select.statement.rows(context, values);
}

export function recordsOf(running: Running, select: CompiledSelect, rows: unknown[][]): QueryRecord[] {
  const build = select.flat?.builderFor(rows.length);
  if (build !== undefined) {
    const address = select.flat?.addressUnder(running.urlBase) ?? '';
    return rows.map((row) => build(row, running.context, address));
  }
  const builder = new RecordBuilder(running, select.plan);
  const id = select.plan.id ?? 0;
  if (select.children.length === 0) return rows.map((row) => builder.build(row, NONE));
  const parents = rows.map((row) => row[id]);
  const groups = select.children.map((child) => childrenOf(running, child.select, parents));
  return rows.map((row) =>
    builder.build(
      row,
      groups.map((group) => group.get(String(row[id])) ?? null),
    ),
  );
}

const NONE: readonly unknown[] = [];

interface Children {
  readonly totalSize: number;
  readonly done: true;
  readonly records: QueryRecord[];
}

function childrenOf(running: Running, select: CompiledSelect, parentIds: unknown[]): Map<string, Children> {
  const groups = new Map<string, QueryRecord[]>();
  for (let start = 0; start < parentIds.length; start += PARENTS_AT_ONCE) {
    const context = { ...running.context, parentIds: JSON.stringify(parentIds.slice(start, start + PARENTS_AT_ONCE)) };
    const rows = readRows(running, select, context, select.statement.values(context));
    recordsOf(running, select, rows).forEach((record, index) => {
      const parent = String(rows[index]?.at(-1));
      const group = groups.get(parent);
      if (group) group.push(record);
      else groups.set(parent, [record]);
    });
  }
  return new Map([...groups].map(([parent, records]) => [parent, { totalSize: records.length, done: true, records }]));
}
