import type { CriterionOperator, FieldCriterion, FieldKind } from '../gate/field-criterion.ts';

/** Whether a field's value, as the Bulk API writes it (a blank is an empty text), fails a criterion. */
export type CriterionFails = (value: string) => boolean;

/**
 * The same answer that the compiled rule gives: a blank satisfies no comparison but `notEquals`. Made once for a criterion,
 * asked for each of many records.
 * @throws RangeError where no rule can be compiled either.
 */
export function criterionCheck(
  { field, operator, value }: FieldCriterion,
  kind: FieldKind,
  today: string,
): CriterionFails {
  if (operator === 'isNotBlank') return (found) => found === '';
  if (operator === 'isBlank') return (found) => found !== '';
  if (kind === 'LongText' || kind === 'Lookup')
    throw new RangeError(`A rule cannot compare ${field} (${kind}) with the operator ${operator}.`);
  if (operator === 'contains') return lacks(kind, String(value));
  if (kind === 'Checkbox') {
    const wanted = (String(value) === 'true') === (operator === 'equals');
    return (found) => (found === 'true') !== wanted;
  }
  if (kind === 'Number') return compared(operator, Number, Number(value));
  const text = kind === 'Date' ? dateOf(String(value), today) : String(value);
  return compared(operator, String, text);
}

function lacks(kind: FieldKind, value: string): CriterionFails {
  if (kind === 'MultiPicklist') return (found) => !found.split(';').includes(value);
  return (found) => !found.includes(value);
}

function compared<T extends string | number>(
  operator: CriterionOperator,
  read: (text: string) => T,
  wanted: T,
): CriterionFails {
  if (operator === 'notEquals') return (found) => found !== '' && read(found) === wanted;
  const holds = comparisons[operator as keyof typeof comparisons];
  return (found) => found === '' || !holds(read(found), wanted);
}

const comparisons = {
  equals: (a: string | number, b: string | number) => a === b,
  greaterThan: (a: string | number, b: string | number) => a > b,
  greaterOrEqual: (a: string | number, b: string | number) => a >= b,
  lessThan: (a: string | number, b: string | number) => a < b,
  lessOrEqual: (a: string | number, b: string | number) => a <= b,
};

/** `TODAY+14` as a day; both are written so that texts compare as days do. */
function dateOf(value: string, today: string): string {
  const [, isToday, sign = '+', days = '0'] = /^(TODAY)(?:([+-])(\d{1,4}))?$/.exec(value) ?? [];
  if (!isToday) return value;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(`${sign}${days}`));
  return day.toISOString().slice(0, 10);
}
