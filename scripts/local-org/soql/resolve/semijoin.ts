import type { Condition, SelectNode } from '../parse/query-tree.ts';
import { checkInner } from './check-clauses.ts';
import { isId, type Resolved } from './expression.ts';
import type { Resolution } from './resolution.ts';
import { rowsOf } from './rows-of.ts';
import { SelectScope } from './select-scope.ts';
import { and, sql, type Sql } from './sql.ts';

type Semijoin = Extract<Condition, { kind: 'semijoin' }>;
type ConditionSql = (scope: SelectScope, condition: Condition) => Sql;

const MOST = 2;

/** The platform's limits on where semi-joins stand in a WHERE clause, and on how many there are. */
export function checkSemijoins(resolution: Resolution, where: Condition, inner: boolean): void {
  let count = 0;
  const look = (condition: Condition, above: 'top' | 'and' | 'or' | 'not'): void => {
    if (condition.kind === 'and') for (const part of condition.parts) look(part, above === 'top' ? 'and' : above);
    else if (condition.kind === 'or') for (const part of condition.parts) look(part, above === 'not' ? above : 'or');
    else if (condition.kind === 'not') look(condition.part, 'not');
    else if (condition.kind === 'semijoin') {
      count++;
      const message = refusalOf(inner, above, count);
      if (message) throw resolution.error('MALFORMED_QUERY', condition.left.at, message);
    }
  };
  look(where, 'top');
}

function refusalOf(inner: boolean, above: string, count: number): string | undefined {
  if (inner) return 'Nesting of semi join sub-selects is not supported';
  if (above === 'or') return "Semi join sub-selects are not allowed with the 'OR' operator";
  if (above === 'not') return "Semi join sub-selects are not allowed with the 'NOT' operator";
  return count > MOST ? `Maximum ${MOST} semi join sub-selects are allowed` : undefined;
}

/** `Id IN (SELECT AccountId FROM Contact)`, and its opposite. */
export function semijoinSql(scope: SelectScope, condition: Semijoin, conditionSql: ConditionSql): Sql {
  const left = scope.resolve(condition.left);
  if (!isId(left.type))
    throw scope.resolution.error(
      'MALFORMED_QUERY',
      condition.left.at,
      'The left operand of a semi join must be an id or reference field',
    );
  const inner = innerQuery(scope, condition.query, left, conditionSql);
  return condition.negated ? sql`(${left.sql} IN (${inner})) IS NOT TRUE` : sql`${left.sql} IN (${inner})`;
}

function innerQuery(outer: SelectScope, node: SelectNode, left: Resolved, conditionSql: ConditionSql): Sql {
  const { resolution } = outer;
  const [item, ...more] = node.items;
  const refuse = (message: string) => resolution.error('MALFORMED_QUERY', node.fromAt, message);
  if (!item || item.kind !== 'column' || item.alias !== undefined || more.length > 0)
    throw refuse('A semi join sub-select must select exactly one field');
  const forbidden =
    node.groupBy.length > 0 || node.having || node.limit !== undefined || node.offset !== undefined || node.scope;
  if (forbidden || node.orderBy.length > 0)
    throw refuse('USING SCOPE, GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET are not allowed in a semi join sub-select');
  checkInner(resolution, node, 'a semi join sub-select');
  if (node.where) checkSemijoins(resolution, node.where, true);
  const type = resolution.queryable(node.from, node.fromAt);
  if (type === outer.type && left.type === 'id' && left.object === outer.type)
    throw refuse('The inner and outer selects should not be on the same object type');
  const inner = new SelectScope(resolution, type, node);
  const selected = inner.resolve(item.expression);
  if (!isId(selected.type) || selected.aggregate)
    throw refuse(`The inner select of a semi join must be an id or reference field: ${selected.name}`);
  checkSameTarget(left, selected, refuse);
  const where = and([rowsOf(inner, false), ...(node.where ? [conditionSql(inner, node.where)] : [])]);
  return sql`SELECT ${selected.sql} FROM ${inner.tables.from()} WHERE ${where}`;
}

/** Ids of different objects are never equal, so a query that compares them is wrong. */
function checkSameTarget(left: Resolved, selected: Resolved, refuse: (message: string) => Error): void {
  const [outer, inner] = [targetsOf(left), targetsOf(selected)];
  if (outer.length === 0 || inner.length === 0 || outer.some((name) => inner.includes(name))) return;
  throw refuse(
    `Semi join sub-selects must have matching types: '${left.name}' (${outer.join(', ')}) and '${selected.name}' (${inner.join(', ')})`,
  );
}

/** An empty list: any object, as fields that are ids by nature say nothing of their target. */
function targetsOf({ field, object }: Resolved): readonly string[] {
  if (field?.reference) return field.reference.to;
  return field?.name === 'Id' && object ? [object.name] : [];
}
