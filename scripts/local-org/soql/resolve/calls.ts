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
  if (name === 'tolabel') return labelCall(resolution, call, argument(0));
  if (name === 'format') return { ...argument(0), shown: 'format' };
  // One currency only, so the converted amount is the amount.
  if (name === 'convertcurrency') return currencyCall(resolution, call, argument(0));
  throw new NotSupportedError(`SOQL function ${call.name}()`);
}

function labelCall(resolution: Resolution, call: CallNode, of: Resolved): Resolved {
  if (of.field?.picklist && !of.aggregate) return { ...of, shown: 'label' };
  throw resolution.error('INVALID_FIELD', call.at, `field '${of.name}' does not support toLabel()`);
}

function currencyCall(resolution: Resolution, call: CallNode, of: Resolved): Resolved {
  if (of.type === 'currency') return of;
  throw resolution.error('INVALID_FIELD', call.at, `field '${of.name}' does not support convertCurrency()`);
}
