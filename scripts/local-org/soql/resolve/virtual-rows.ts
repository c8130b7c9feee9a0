import type { SObjectType } from '../../schema/model.ts';
import { quoted } from '../../store/table-layout.ts';
import type { SelectNode } from '../parse/query-tree.ts';
import { virtualTableOf } from '../virtual/registry.ts';
import type { Resolution } from './resolution.ts';
import { bind, joined, raw, sql, type Sql } from './sql.ts';

/** The rows of a virtual object as a table in parentheses; undefined when the object has a table of its own. */
export function virtualRows(resolution: Resolution, type: SObjectType, node: SelectNode): Sql | undefined {
  const table = virtualTableOf(type);
  if (!table) return undefined;
  resolution.pin();
  const rows = table.rows(node);
  const columns = type.fields.map((field) => raw(`value ->> '$.${field.name}' AS ${quoted(field.name)}`));
  const source = bind((context) => JSON.stringify(rows(context)));
  // The place in the list is the natural order, under the name that tables have for theirs.
  return sql`(SELECT ${joined(columns, ', ')}, key AS rowid FROM json_each(${source}))`;
}
