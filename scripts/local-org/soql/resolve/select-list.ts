import type { ChildrenItem, ColumnItem, SelectNode } from '../parse/query-tree.ts';
import { expanded } from './fields-function.ts';
import { stepTo } from './paths.ts';
import { ColumnList, type Entry, type RecordPlan } from './record-plan.ts';
import type { SelectScope } from './select-scope.ts';
import { showOf } from './show-value.ts';
import { column, type TableRef } from './tables.ts';
import { typeofEntry } from './typeof-entry.ts';

export interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly aggregate: boolean;
}

export interface RecordSelect {
  readonly columns: ColumnList;
  readonly plan: RecordPlan;
  readonly infos: readonly ColumnInfo[];
  readonly children: readonly ChildrenItem[];
}

/** The SELECT list of a query for records. */
export function recordSelect(scope: SelectScope, node: SelectNode): RecordSelect {
  const columns = new ColumnList();
  const plan: RecordPlan = { type: scope.type.name, id: columns.add(idOf(scope.tables.root)), entries: [] };
  const infos: ColumnInfo[] = [];
  const children: ChildrenItem[] = [];
  const selected = new Set<string>();
  for (const item of node.items.flatMap((each) => expanded(scope, each, node))) {
    if (item.kind === 'children') {
      plan.entries.push({ kind: 'children', key: item.query.from, child: children.push(item) - 1 });
    } else if (item.kind === 'typeof') {
      plan.entries.push(typeofEntry(scope, columns, item));
    } else {
      const info = addColumn(scope, columns, plan, item);
      if (selected.has(info.name.toLowerCase())) {
        throw scope.resolution.error('INVALID_FIELD', item.expression.at, `duplicate field selected: ${info.name}`);
      }
      selected.add(info.name.toLowerCase());
      infos.push(info);
    }
  }
  return { columns, plan, infos, children };
}

function addColumn(scope: SelectScope, columns: ColumnList, plan: RecordPlan, item: ColumnItem): ColumnInfo {
  const what = scope.resolve(item.expression);
  if (what.onlyGrouped) {
    throw scope.resolution.error(
      'MALFORMED_QUERY',
      item.expression.at,
      `Field must be grouped or aggregated: ${what.onlyGrouped}`,
    );
  }
  if (item.alias !== undefined && item.expression.kind === 'path') {
    throw scope.resolution.error(
      'MALFORMED_QUERY',
      item.expression.at,
      'only aggregate expressions use field aliasing',
    );
  }
  if (item.alias !== undefined || what.name === 'expr') {
    const key = item.alias ?? `expr${plan.entries.filter((entry) => entry.key.startsWith('expr')).length}`;
    plan.entries.push({ kind: 'value', key, index: columns.add(what.sql), show: showOf(what) });
    return { name: key, type: what.type, aggregate: false };
  }
  const names = what.name.split('.');
  const holder = parentPlan(scope, columns, plan, names.slice(0, -1));
  const key = names.at(-1) ?? '';
  const entry: Entry = { kind: 'value', key, index: columns.add(what.sql), show: showOf(what) };
  if (!holder.entries.some((each) => each.key === key)) holder.entries.push(entry);
  return { name: what.name, type: what.type, aggregate: false };
}

/** `Account.Owner` as records inside the record, made when first named. */
function parentPlan(scope: SelectScope, columns: ColumnList, root: RecordPlan, names: readonly string[]): RecordPlan {
  let plan = root;
  let table: TableRef = scope.tables.root;
  for (const name of names) {
    const { field, targets } = stepTo(scope.resolution, table.type, name, 0);
    const [target] = targets;
    const single = targets.length === 1 && target ? scope.tables.parent(table, field, target) : undefined;
    let entry = plan.entries.find((each) => each.kind === 'parent' && each.key === name);
    if (!entry) {
      const id = columns.add(single ? idOf(single) : column(table, field));
      entry = { kind: 'parent', key: name, plan: { type: single?.type.name, id, entries: [] } };
      plan.entries.push(entry);
    }
    if (entry.kind === 'parent') plan = entry.plan;
    if (single) table = single;
  }
  return plan;
}

export function idOf(table: TableRef) {
  const field = table.type.field('Id');
  if (!field) throw new TypeError(`Expected ${table.type.name} to have an Id`);
  return column(table, field);
}
