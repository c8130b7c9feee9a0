import type { SelectScope } from './select-scope.ts';
import { and, raw, type Sql } from './sql.ts';

/** The rows of a SELECT's object before its own WHERE: alive, and visible to the user. */
export function rowsOf(scope: SelectScope, deletedToo: boolean): Sql {
  const { resolution, type, tables } = scope;
  const alive = type.field('IsDeleted')?.stored && !deletedToo ? [raw(`${tables.root.alias}."IsDeleted" = 0`)] : [];
  if (!resolution.enforceAccess) return and(alive);
  const visible = resolution.access.visibleWhere(type, tables.root.alias);
  return and([...alive, visible.sql === '1' ? raw('1') : { text: visible.sql, values: visible.values }]);
}
