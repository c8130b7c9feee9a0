import { NotSupportedError, OrgError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { SelectNode } from '../parse/query-tree.ts';
import type { Resolution } from './resolution.ts';

const MOST_OFFSET = 2_000;

/** What no clause of a query may say, whatever it is asked of. */
export function checkClauses(resolution: Resolution, node: SelectNode, type: SObjectType): void {
  checkScope(node, type);
  if ((node.offset ?? 0) > MOST_OFFSET)
    throw new OrgError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MOST_OFFSET}`);
  if (node.having && node.groupBy.length === 0)
    throw resolution.error('MALFORMED_QUERY', node.fromAt, 'Having requires a Group By');
  if (node.security === 'SYSTEM_MODE' && resolution.enforceAccess)
    throw new NotSupportedError('SOQL clause WITH SYSTEM_MODE outside of Apex');
  if (node.purpose === 'UPDATE' && node.orderBy.length > 0)
    throw resolution.error('MALFORMED_QUERY', node.fromAt, 'ORDER BY is not allowed in a query FOR UPDATE');
}

function checkScope({ scope }: SelectNode, type: SObjectType): void {
  const word = scope?.toLowerCase();
  if (word === undefined || word === 'everything' || (word === 'mine' && type.field('OwnerId')?.stored)) return;
  throw new NotSupportedError(`SOQL clause USING SCOPE ${scope} on ${type.name}`);
}

/** Clauses that stand at a query's end and mean the whole of it. */
export function checkInner(resolution: Resolution, node: SelectNode, what: string): void {
  const clause = node.purpose ? `FOR ${node.purpose}` : node.security ? `WITH ${node.security}` : '';
  const found = node.allRows ? 'ALL ROWS' : clause;
  if (found) throw resolution.error('MALFORMED_QUERY', node.fromAt, `${found} is not allowed in ${what}`);
}
