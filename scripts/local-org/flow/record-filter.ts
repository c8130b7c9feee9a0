import { NotSupportedError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import type { RecordView } from '../save/record-view.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { comparison, type Compare } from './comparison.ts';
import { conditionLogic, type Logic } from './condition-logic.ts';
import { toField } from './coerce.ts';
import type { Filter } from './flow-content.ts';
import { fieldNamed } from './flow-plan.ts';
import { located } from './flow-problem.ts';
import { isCollection, isScalar, type FlowValue } from './flow-value.ts';
import { valueOf } from './flow-values.ts';
import type { Interview } from './interview.ts';

export interface FilterPart {
  readonly field: Field;
  readonly operator: string;
  readonly compare: Compare;
  /** The value to compare with, in the field's own type. */
  wanted(interview: Interview): FlowValue;
}

/** The filters of a Get, Update or Delete element. */
export interface RecordFilter {
  readonly parts: readonly FilterPart[];
  /** Every part must hold. */
  readonly isConjunction: boolean;
  readonly logic: Logic;
}

export function recordFilter(type: SObjectType, filters: readonly Filter[], logic: string | undefined): RecordFilter {
  const parts = filters.map((filter) => located(filter, undefined, () => filterPart(type, filter)));
  const word = (logic ?? 'and').toLowerCase();
  return { parts, isConjunction: word === 'and' || word === '', logic: conditionLogic(logic, parts.length) };
}

function filterPart(type: SObjectType, filter: Filter): FilterPart {
  const { operator = 'EqualTo', value } = filter;
  const field = fieldNamed(type, filter.field);
  if (operator === 'IsChanged') throw new NotSupportedError('Flow record filter IsChanged outside of entry conditions');
  return {
    field,
    operator,
    compare: comparison(operator, { ignoreCase: true }),
    wanted: (interview) => inFieldType(interview, field, operator, valueOf(interview, value)),
  };
}

const TYPED: ReadonlySet<string> = new Set([
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
  'In',
  'NotIn',
]);

function inFieldType(interview: Interview, field: Field, operator: string, value: FlowValue): FlowValue {
  if (!TYPED.has(operator)) return value;
  const convert = (one: FieldValue): FieldValue => toField(interview.tx, field, one);
  if (isCollection(value)) return value.map((one) => (isScalar(one) ? convert(one) : one));
  return isScalar(value) ? convert(value) : value;
}

export function matches(filter: RecordFilter, wanted: readonly FlowValue[], view: RecordView): boolean {
  return filter.logic((index) => {
    const part = filter.parts[index];
    return part !== undefined && part.compare(view.value(part.field), wanted[index] ?? null);
  });
}
