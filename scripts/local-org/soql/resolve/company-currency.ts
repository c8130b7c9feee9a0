import { NotSupportedError } from '../../errors.ts';
import type { RunContext } from '../run-context.ts';

export function companyCurrency(context: RunContext): string {
  const row = context.session.org.store
    .prepare('SELECT "DefaultCurrencyIsoCode" AS code FROM "Organization" LIMIT 1')
    .get();
  return String(row?.['code'] ?? 'USD');
}

/** `CNY500` in an org of one currency: there is no rate to any other. */
export function companyAmount(literal: string): (context: RunContext) => number {
  const code = literal.slice(0, 3).toUpperCase();
  return (context) => {
    if (code !== companyCurrency(context)) throw new NotSupportedError(`SOQL amount in another currency: ${literal}`);
    return Number(literal.slice(3));
  };
}
