import { NotSupportedError } from '../errors.ts';
import type { FieldValue } from '../org.ts';
import { setField, toDataType } from './coerce.ts';
import type { FlowVariable } from './flow-plan.ts';
import {
  copied,
  FlowFault,
  FlowRecord,
  isCollection,
  isScalar,
  scalar,
  type FlowCollection,
  type FlowValue,
} from './flow-value.ts';
import { frameOf, type Interview } from './interview.ts';
import { readReference } from './references.ts';

/** Puts a value into a variable, a field of a record variable, or a field of $Record. */
export function assign(interview: Interview, reference: string, value: FlowValue): void {
  const [root = '', ...path] = reference.split('.');
  const field = path.join('.');
  if (root.toLowerCase() === '$record') {
    if (interview.record === undefined || field === '')
      throw new FlowFault(`Expected a field of $Record, got ${reference}`);
    return setField(interview.tx, interview.record, field, scalar(value));
  }
  const { plan, values } = frameOf(interview);
  const variable = plan.variables.get(root);
  if (field === '') {
    values.set(root, fitting(interview, variable, copied(value)));
    return;
  }
  const record = values.get(root) ?? newRecord(variable, root);
  if (!(record instanceof FlowRecord)) throw new FlowFault(`Expected a record variable, got ${root}`);
  values.set(root, record);
  setField(interview.tx, record, field, scalar(value));
}

function newRecord(variable: FlowVariable | undefined, name: string): FlowRecord {
  if (variable?.object === undefined || variable.isCollection)
    throw new FlowFault(`Expected a record variable, got ${name}`);
  return new FlowRecord(variable.object, {});
}

function fitting(interview: Interview, variable: FlowVariable | undefined, value: FlowValue): FlowValue {
  if (variable === undefined) return value;
  if (variable.isCollection) return value === null ? [] : isCollection(value) ? value : [value];
  return isScalar(value) ? toDataType(interview.tx, variable.dataType, value) : value;
}

/** Every operator of the platform apart from `None`, which says that nothing was chosen. */
export const OPERATORS: ReadonlySet<string> = new Set([
  'Assign',
  'AssignCount',
  'Add',
  'Subtract',
  'AddItem',
  'AddAtStart',
  'RemoveAll',
  'RemoveFirst',
  'RemoveBeforeFirst',
  'RemoveAfterFirst',
  'RemovePosition',
  'RemoveUncommon',
]);

/** What a reference holds after the operator was applied to what it holds now. */
export function combined(interview: Interview, reference: string, operator: string, value: FlowValue): FlowValue {
  switch (operator) {
    case 'Assign':
      return value;
    case 'AssignCount':
      return isCollection(value) ? value.length : value === null ? 0 : 1;
    default:
      break;
  }
  const current = readReference(interview, reference);
  if (isCollection(current)) return changedCollection(current, operator, value);
  return changedValue(scalar(current), operator, scalar(value));
}

const itemsOf = (value: FlowValue): FlowCollection => (isCollection(value) ? value : value === null ? [] : [value]);

function changedCollection(current: FlowCollection, operator: string, value: FlowValue): FlowCollection {
  const items = itemsOf(copied(value));
  const isOne = (one: FieldValue | FlowRecord): boolean => items.some((item) => sameItem(one, item));
  const at = current.findIndex(isOne);
  switch (operator) {
    case 'Add':
    case 'AddItem':
      return [...current, ...items];
    case 'AddAtStart':
      return [...items, ...current];
    case 'RemoveAll':
      return current.filter((one) => !isOne(one));
    case 'RemoveFirst':
      return current.filter((_, index) => index !== at);
    case 'RemoveBeforeFirst':
      return at < 0 ? current : current.slice(at);
    case 'RemoveAfterFirst':
      return at < 0 ? current : current.slice(0, at + 1);
    case 'RemovePosition':
      return current.filter((_, index) => index !== Number(items[0]) - 1);
    case 'RemoveUncommon':
      return current.filter(isOne);
    default:
      throw new NotSupportedError(`Flow assignment operator ${operator} on a collection`);
  }
}

function sameItem(one: FieldValue | FlowRecord, other: FieldValue | FlowRecord): boolean {
  if (!(one instanceof FlowRecord) || !(other instanceof FlowRecord)) return one === other;
  if (one.id !== null || other.id !== null) return one.id === other.id;
  const names = new Set([...Object.keys(one.values), ...Object.keys(other.values)]);
  return [...names].every((name) => (one.values[name] ?? null) === (other.values[name] ?? null));
}

function changedValue(current: FieldValue, operator: string, value: FieldValue): FieldValue {
  const sign = operator === 'Subtract' ? -1 : 1;
  switch (operator) {
    case 'Add':
    case 'Subtract':
      if (typeof current === 'string' && /^\d{4}-\d{2}-\d{2}/.test(current))
        return shifted(current, sign * Number(value));
      if (typeof current === 'string' && operator === 'Add') return current + String(value ?? '');
      if (current === null && typeof value === 'string') return value;
      return roundOff(Number(current ?? 0) + sign * Number(value ?? 0));
    case 'AddItem':
      return current === null ? value : `${String(current)};${String(value)}`;
    default:
      throw new NotSupportedError(`Flow assignment operator ${operator} on a single value`);
  }
}

/** Takes away what binary arithmetic adds: 0.1 + 0.2 is 0.3. */
const roundOff = (number: number): number => Number(number.toPrecision(15));

function shifted(day: string, days: number): string {
  const moved = new Date(Date.parse(day) + days * 86_400_000).toISOString();
  return day.length === 10 ? moved.slice(0, 10) : moved;
}
