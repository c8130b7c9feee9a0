import type { SQLInputValue } from 'node:sqlite';
import type { QueryRecord } from './contract.ts';
import { buildRecord } from './build-record.ts';
import type { CompiledSelect } from './resolve/compile-select.ts';
import type { FormulaFunctions } from './resolve/formula-functions.ts';
import type { RunContext } from './run-context.ts';

/** Parents whose children are read by one statement. */
const PARENTS_AT_ONCE = 5_000;

export interface Running {
  readonly context: RunContext;
  readonly formulas: FormulaFunctions;
  readonly urlBase: string;
}

export function readRows(running: Running, select: CompiledSelect, context: RunContext): unknown[][] {
  const statement = context.session.org.store.prepare(select.statement.text);
  statement.setReturnArrays(true);
  const values = select.statement.values.map((value): SQLInputValue =>
    typeof value === 'function' ? value(context) : value,
  );
  running.formulas.context = context;
  return statement.all(...values) as unknown as unknown[][];
}

export function readRecords(running: Running, select: CompiledSelect): QueryRecord[] {
  return recordsOf(running, select, readRows(running, select, running.context));
}

function recordsOf(running: Running, select: CompiledSelect, rows: unknown[][]): QueryRecord[] {
  const children = select.children.map((child) => ({
    key: child.key,
    groups: childrenOf(running, child.select, idsOf(select, rows)),
  }));
  return rows.map((row) => {
    const nested = children.map(({ groups }) => groups.get(String(row[select.plan.id ?? 0])) ?? null);
    return buildRecord(running, select.plan, row, nested);
  });
}

function idsOf(select: CompiledSelect, rows: unknown[][]): unknown[] {
  return rows.map((row) => row[select.plan.id ?? 0]);
}

interface Children {
  readonly totalSize: number;
  readonly done: true;
  readonly records: QueryRecord[];
}

function childrenOf(running: Running, select: CompiledSelect, parentIds: unknown[]): Map<string, Children> {
  const groups = new Map<string, QueryRecord[]>();
  for (let start = 0; start < parentIds.length; start += PARENTS_AT_ONCE) {
    const context = { ...running.context, parentIds: JSON.stringify(parentIds.slice(start, start + PARENTS_AT_ONCE)) };
    const rows = readRows(running, select, context);
    recordsOf(running, select, rows).forEach((record, index) => {
      const parent = String(rows[index]?.at(-1));
      const group = groups.get(parent);
      if (group) group.push(record);
      else groups.set(parent, [record]);
    });
  }
  return new Map([...groups].map(([parent, records]) => [parent, { totalSize: records.length, done: true, records }]));
}
