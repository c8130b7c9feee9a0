import { NotSupportedError, OrgError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { Session } from '../../org.ts';

/**
 * `{ Account: { Name: { order: ASC, nulls: LAST } } }` → `Account.Name ASC NULLS LAST`, in the order written. The record id
 * comes last so that pages never overlap.
 */
export function orderToSoql(session: Session, type: SObjectType, orderBy: unknown): string {
  const clauses = orderClauses(session, type, orderBy, '');
  return [...clauses, ...(clauses.some((clause) => clause.startsWith('Id ')) ? [] : ['Id ASC'])].join(', ');
}

function orderClauses(session: Session, type: SObjectType, orderBy: unknown, prefix: string): string[] {
  if (orderBy === null || orderBy === undefined) return [];
  if (typeof orderBy !== 'object')
    throw new OrgError('MALFORMED_QUERY', `Expected an order, got ${JSON.stringify(orderBy)}.`);
  return Object.entries(orderBy).flatMap(([name, clause]: [string, unknown]) => {
    if (type.field(name) !== undefined) return isClause(clause) ? [fieldClause(`${prefix}${name}`, clause)] : [];
    const target = session.org.schema().object(type.relationship(name)?.reference?.to[0] ?? '');
    if (target === undefined) throw new NotSupportedError(`GraphQL order by ${prefix}${name}`);
    return orderClauses(session, target, clause, `${prefix}${name}.`);
  });
}

interface Clause {
  readonly order?: string | null;
  readonly nulls?: string | null;
}

function isClause(value: unknown): value is Clause {
  return typeof value === 'object' && value !== null;
}

function fieldClause(column: string, { order, nulls }: Clause): string {
  const direction = order ?? 'ASC';
  // In both directions blanks come first unless the query says otherwise.
  return `${column} ${direction} NULLS ${nulls ?? 'FIRST'}`;
}
