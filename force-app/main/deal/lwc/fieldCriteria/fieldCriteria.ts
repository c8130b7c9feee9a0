/** One condition on a field of the opportunity, as its definition keeps it: everything is text. */
export interface FieldCriterion {
  readonly field: string;
  readonly operator: string;
  readonly value: string | null;
}

export type FieldValue = string | number | boolean | null | undefined;

/**
 * Whether a value meets a criterion, with the verdict of the compiled validation rule: a blank meets only isBlank and
 * notEquals; numbers compare as numbers, dates as dates, texts with their case.
 */
export function meets(criterion: FieldCriterion, value: FieldValue): boolean {
  const blank = value === null || value === undefined || value === '';
  if (criterion.operator === 'isBlank') return blank;
  if (criterion.operator === 'isNotBlank') return !blank;
  if (blank) return criterion.operator === 'notEquals';
  return compare(criterion.operator, value, criterion.value ?? '');
}

function compare(operator: string, value: string | number | boolean, wanted: string): boolean {
  if (operator === 'contains') return String(value).includes(wanted);
  const [left, right] = typeof value === 'number' ? [value, Number(wanted)] : [String(value), wanted];
  switch (operator) {
    case 'equals':
      return left === right;
    case 'notEquals':
      return left !== right;
    case 'greaterThan':
      return left > right;
    case 'greaterOrEqual':
      return left >= right;
    case 'lessThan':
      return left < right;
    case 'lessOrEqual':
      return left <= right;
    default:
      throw new Error(`Expected a known operator, got ${operator}.`);
  }
}
