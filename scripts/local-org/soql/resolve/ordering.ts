import type { OrderItem } from '../parse/query-tree.ts';
import { caseless } from './comparison.ts';
import { isCompound, isLongText, type Resolved } from './expression.ts';
import type { SelectScope } from './select-scope.ts';
import { bind, joined, raw, sql, type Sql } from './sql.ts';

/** Blanks come first unless asked otherwise, in both directions. */
export function orderTerm(scope: SelectScope, item: OrderItem): Sql {
  const what = scope.resolve(item.expression);
  if (isLongText(what.field) || isCompound(what.type) || what.type === 'multipicklist') {
    const message = `field '${what.field?.name ?? what.name}' can not be sorted in a query call`;
    throw scope.resolution.error('INVALID_FIELD', item.expression.at, message);
  }
  const direction = raw(item.descending ? 'DESC' : 'ASC');
  // Where nothing can be blank an index alone gives the order.
  const neverBlank = what.field?.stored && !what.field.nillable && !what.aggregate && !what.name.includes('.');
  const asked = item.nullsLast ? 'NULLS LAST' : 'NULLS FIRST';
  const nulls = raw(neverBlank ? '' : asked);
  return sql`${sortKey(what)} ${direction} ${nulls}`;
}

/** Picklists sort in the order in which the setup lists their values. */
function sortKey(what: Resolved): Sql {
  const values = what.type === 'picklist' && !what.aggregate ? (what.field?.picklist?.values ?? []) : [];
  if (values.length === 0) return caseless(what);
  const cases = values.map((value, index) => sql`WHEN ${bind(value.value)} THEN ${raw(String(index))}`);
  const unknown = raw(String(values.length));
  return sql`CASE WHEN ${what.sql} IS NULL THEN NULL ELSE CASE ${what.sql} ${joined(cases, ' ')} ELSE ${unknown} END END`;
}
