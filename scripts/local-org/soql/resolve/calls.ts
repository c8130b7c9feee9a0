import { NotSupportedError } from '../../errors.ts';
import type { CallNode } from '../parse/query-tree.ts';
import { aggregateCall, isAggregate } from './aggregates.ts';
import { dateCall, isDateFunction } from './date-functions.ts';
import type { Resolved } from './expression.ts';
import type { Resolution } from './resolution.ts';

/** What a call means; its argument is resolved by the caller because only it knows the FROM clause. */
export function resolveCall(resolution: Resolution, call: CallNode, argument: (index: number) => Resolved): Resolved {
  const name = call.name.toLowerCase();
  if (isAggregate(name)) return aggregateCall(resolution, call, argument);
  if (isDateFunction(name)) return dateCall(resolution, call, argument);
  if (name === 'tolabel') return { ...argument(0), shown: 'label' };
  if (name === 'format') return { ...argument(0), shown: 'format' };
  // One currency only, so the converted amount is the amount.
  if (name === 'convertcurrency') return argument(0);
  throw new NotSupportedError(`SOQL function ${call.name}()`);
}
