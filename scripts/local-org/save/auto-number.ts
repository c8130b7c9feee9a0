import type { Field, SObjectType } from '../schema/model.ts';
import type { Transaction } from './transaction.ts';

/** `DO-{YYYY}-{00000}` with the field's next number; a rolled back save gives its number back. */
export function autoNumber(tx: Transaction, type: SObjectType, field: Field): string {
  const { format, startAt } = field.autoNumber ?? { format: '{0}', startAt: 1 };
  const number = startAt - 1 + tx.store.nextNumber(`${type.name}.${field.name}`);
  return (format === '' ? '{0}' : format).replaceAll(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, part: string) =>
    part.startsWith('0') ? String(number).padStart(part.length, '0') : datePart(tx, part),
  );
}

function datePart(tx: Transaction, part: string): string {
  // Swedish writes dates the way ISO does.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: tx.session.user.timeZone }).format(tx.now);
  const [year = '', month = '', day = ''] = today.split('-');
  return { YYYY: year, YY: year.slice(2), MM: month, DD: day }[part] ?? '';
}
