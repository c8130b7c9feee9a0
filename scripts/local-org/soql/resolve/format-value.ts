import { DateTime } from 'luxon';
import type { RunContext } from '../run-context.ts';
import { companyCurrency } from './company-currency.ts';
import { isNumber, type Resolved } from './expression.ts';

/** FORMAT(): numbers, dates and times as the user's locale writes them. */
export function formatValue(what: Resolved, value: unknown, context: RunContext): unknown {
  const locale = context.locale.replaceAll('_', '-');
  if (isNumber(what.type) && typeof value === 'number') return formatNumber(what, value, locale, context);
  if (typeof value !== 'string') return value;
  if (what.type === 'date') return DateTime.fromISO(value).setLocale(locale).toLocaleString(DateTime.DATE_SHORT);
  if (what.type === 'datetime') {
    const format = { ...DateTime.DATE_SHORT, ...DateTime.TIME_SIMPLE };
    return DateTime.fromISO(value, { zone: context.timeZone }).setLocale(locale).toLocaleString(format);
  }
  return value;
}

function formatNumber(what: Resolved, value: number, locale: string, context: RunContext): string {
  const scale = what.field?.scale ?? 0;
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const number = new Intl.NumberFormat(locale, digits).format(value);
  if (what.type === 'percent') return `${number}%`;
  if (what.type !== 'currency') return number;
  return new Intl.NumberFormat(locale, { ...digits, style: 'currency', currency: companyCurrency(context) }).format(
    value,
  );
}
