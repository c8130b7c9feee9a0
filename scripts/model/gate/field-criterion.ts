import { quote } from './formula-text.ts';

export type CriterionOperator =
  | 'equals'
  | 'notEquals'
  | 'greaterThan'
  | 'greaterOrEqual'
  | 'lessThan'
  | 'lessOrEqual'
  | 'isBlank'
  | 'isNotBlank'
  | 'contains';

/** A condition on a field of the opportunity, as the playbook states it. */
export interface FieldCriterion {
  /** API name, or a path to a parent's field: Account.Industry. */
  readonly field: string;
  readonly operator: CriterionOperator;
  readonly value?: string | number | boolean;
}

/** What the formula language must know of a field. */
export type FieldKind = 'Text' | 'Number' | 'Date' | 'Checkbox' | 'Picklist' | 'MultiPicklist' | 'Lookup' | 'LongText';

/** The opposite of each comparison: the rule asks what is wrong. */
const OPPOSITE = {
  equals: '<>',
  notEquals: '=',
  greaterThan: '<=',
  greaterOrEqual: '<',
  lessThan: '>=',
  lessOrEqual: '>',
};

/**
 * A formula that is true when the criterion does not hold. A blank never satisfies a comparison: written out, because a
 * comparison with a blank is neither true nor false in a rule.
 * @throws RangeError for an operator that the kind of field does not have.
 */
export function criterionFails({ field, operator, value }: FieldCriterion, kind: FieldKind): string {
  const read = kind === 'Picklist' ? `TEXT(${field})` : field;
  if (operator === 'isNotBlank') return `ISBLANK(${read})`;
  if (operator === 'isBlank') return `NOT(ISBLANK(${read}))`;
  if (kind === 'LongText' || kind === 'Lookup') throw cannot(field, kind, operator);
  if (operator === 'contains') return lacks(field, kind, String(value));
  if (kind === 'MultiPicklist') throw cannot(field, kind, operator);
  const ordered = operator !== 'equals' && operator !== 'notEquals';
  if (ordered && kind !== 'Number' && kind !== 'Date') throw cannot(field, kind, operator);
  if (kind === 'Checkbox') return (String(value) === 'true') === (operator === 'equals') ? `NOT(${field})` : field;
  const wrong = `${read} ${OPPOSITE[operator]} ${literal(field, kind, value)}`;
  return operator === 'notEquals' ? wrong : `OR(ISBLANK(${read}), ${wrong})`;
}

function lacks(field: string, kind: FieldKind, value: string): string {
  if (kind === 'Text') return `NOT(CONTAINS(${field}, ${quote(value)}))`;
  if (kind === 'MultiPicklist') return `NOT(INCLUDES(${field}, ${quote(value)}))`;
  throw cannot(field, kind, 'contains');
}

function literal(field: string, kind: FieldKind, value: FieldCriterion['value']): string {
  if (kind === 'Text' || kind === 'Picklist') return quote(String(value));
  if (kind === 'Number') {
    if (typeof value !== 'number')
      throw new RangeError(`Expected a number to compare ${field} with, got ${String(value)}.`);
    return String(value);
  }
  const [, today, sign, days, day] = /^(?:(TODAY)(?:([+-])(\d{1,4}))?|(\d{4}-\d{2}-\d{2}))$/.exec(String(value)) ?? [];
  if (today) return sign ? `TODAY() ${sign} ${days}` : 'TODAY()';
  if (day) return `DATEVALUE(${quote(day)})`;
  throw new RangeError(`Expected TODAY, TODAY+n or YYYY-MM-DD to compare ${field} with, got ${String(value)}.`);
}

function cannot(field: string, kind: FieldKind, operator: CriterionOperator): RangeError {
  return new RangeError(`A rule cannot compare ${field} (${kind}) with the operator ${operator}.`);
}
