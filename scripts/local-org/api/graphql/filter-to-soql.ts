import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { isReadable, noSuchColumn } from '../ui-api/access-errors.ts';
import { isFilterable } from '../ui-api/field-info.ts';
import { quoted } from '../ui-api/soql-text.ts';
import { DATE_LITERALS, DATE_RANGES } from './date-input.ts';
import { operatorFields } from './operator-types.ts';
import { valueKindOf } from './value-types.ts';

/**
 * A filter in GraphQL form as a SOQL condition; undefined when it filters nothing. Also used by the UI API resources whose
 * `where` is written in GraphQL syntax, so everything is checked here and nothing is taken from a type system.
 */
export function filterToSoql(session: Session, type: SObjectType, filter: unknown): string | undefined {
  return conditionOf({ session, type, prefix: '' }, filter);
}

interface Place {
  readonly session: Session;
  readonly type: SObjectType;
  /** `Account.Owner.` */
  readonly prefix: string;
}

function conditionOf(place: Place, filter: unknown): string | undefined {
  if (filter === undefined || filter === null) return undefined;
  if (!isObject(filter)) throw invalid(`Expected a filter object, got ${JSON.stringify(filter)}.`);
  const parts = Object.entries(filter).flatMap(([name, value]) => memberCondition(place, name, value) ?? []);
  return joined(parts, 'AND');
}

function memberCondition(place: Place, name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (name === 'and' || name === 'or') {
    const parts = (Array.isArray(value) ? value : [value]).flatMap((part) => conditionOf(place, part) ?? []);
    return joined(parts, name === 'and' ? 'AND' : 'OR');
  }
  if (name === 'not') {
    const inner = conditionOf(place, value);
    return inner === undefined ? undefined : `(NOT ${inner})`;
  }
  const field = place.type.field(name);
  if (field !== undefined) return fieldCondition(place, field, value);
  return parentCondition(place, name, value);
}

function parentCondition(place: Place, name: string, value: unknown): string | undefined {
  const { session, type, prefix } = place;
  const reference = type.relationship(name)?.reference;
  const targets = (reference?.to ?? [])
    .flatMap((target) => session.org.schema().object(target) ?? [])
    .filter((target) => isReadable(session, target));
  const [first] = targets;
  if (reference === undefined || first === undefined) throw noSuchColumn(name, type);
  const below = `${prefix}${reference.relationshipName}.`;
  if (targets.length === 1) return conditionOf({ session, type: first, prefix: below }, value);
  if (!isObject(value)) throw invalid(`Expected a filter object for ${name}.`);
  const parts = Object.entries(value).flatMap(([targetName, filter]) => {
    const target = targets.find((candidate) => candidate.name === targetName);
    if (target === undefined) throw noSuchColumn(targetName, type);
    const isTarget = `${below}Type = ${quoted(target.name)}`;
    const condition = conditionOf({ session, type: target, prefix: below }, filter);
    return condition === undefined ? [isTarget] : [isTarget, condition];
  });
  return joined(parts, 'AND');
}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'LIKE',
};
const SETS: Readonly<Record<string, string>> = { in: 'IN', nin: 'NOT IN', includes: 'INCLUDES', excludes: 'EXCLUDES' };

function fieldCondition(place: Place, field: Field, operators: unknown): string | undefined {
  const { session, type } = place;
  if (!session.access.canReadField(type, field.name)) throw noSuchColumn(field.name, type);
  if (operators === null) return undefined;
  const allowed = operatorFields(valueKindOf(field));
  if (!isObject(operators) || !isFilterable(field))
    throw invalid(`field '${field.name}' can not be filtered by ${JSON.stringify(operators)}`);
  const column = `${place.prefix}${field.name}`;
  const parts = Object.entries(operators).map(([operator, operand]) => {
    if (operator === 'inq' || operator === 'ninq') return joinCondition(place, field, operator, operand);
    if (!(operator in allowed)) throw invalid(`Unknown operator '${operator}' for field '${field.name}'.`);
    const set = SETS[operator];
    if (set === undefined) return `${column} ${COMPARISONS[operator] ?? ''} ${literal(field, operand)}`;
    const values = Array.isArray(operand) ? operand : [operand];
    if (values.length === 0) return operator === 'in' || operator === 'includes' ? `${column} ${set} ('')` : undefined;
    return `${column} ${set} (${values.map((value) => literal(field, value)).join(', ')})`;
  });
  return joined(
    parts.filter((part) => part !== undefined),
    'AND',
  );
}

/** `Id: { inq: { Contact: { … }, ApiName: "AccountId" } }` → `Id IN (SELECT AccountId FROM Contact WHERE …)`. */
function joinCondition(place: Place, field: Field, operator: 'inq' | 'ninq', operand: unknown): string {
  const { session } = place;
  if (valueKindOf(field).comparison !== 'id' || !isObject(operand))
    throw invalid(`${operator} needs an id field and a query.`);
  const { ApiName: column, ...rest } = operand;
  const [object, ...more] = Object.entries(rest);
  const type = object === undefined ? undefined : session.org.schema().object(object[0]);
  if (object === undefined || more.length > 0 || type === undefined || !isReadable(session, type))
    throw invalid(`${operator} needs one object and ApiName.`);
  const selected = typeof column === 'string' ? type.field(column) : undefined;
  if (selected === undefined || !session.access.canReadField(type, selected.name))
    throw noSuchColumn(String(column), type);
  const where = conditionOf({ session, type, prefix: '' }, object[1]);
  const subquery = `SELECT ${selected.name} FROM ${type.name}${where === undefined ? '' : ` WHERE ${where}`}`;
  return `${place.prefix}${field.name} ${operator === 'inq' ? 'IN' : 'NOT IN'} (${subquery})`;
}

function literal(field: Field, operand: unknown): string {
  const kind = valueKindOf(field);
  if (operand === null || operand === undefined) return 'null';
  if (kind.comparison === 'date') return dateLiteral(field, operand);
  const value: unknown = kind.scalar.parseValue(operand);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return field.type === 'time' ? String(value).replace(/Z?$/, 'Z') : quoted(String(value));
}

function dateLiteral(field: Field, operand: unknown): string {
  if (!isObject(operand))
    throw invalid(
      `Expected { value }, { literal } or { range } for field '${field.name}', got ${JSON.stringify(operand)}.`,
    );
  const [[form, value] = ['', undefined], ...more] = Object.entries(operand);
  if (more.length > 0) throw invalid(`Expected one of value, literal and range for field '${field.name}'.`);
  if (form === 'value') return value === null ? 'null' : String(valueKindOf(field).scalar.parseValue(value));
  if (form === 'literal' && typeof value === 'string' && DATE_LITERALS.includes(value)) return value;
  if (form === 'range' && isObject(value)) return rangeLiteral(value);
  throw invalid(
    `Expected { value }, { literal } or { range } for field '${field.name}', got ${JSON.stringify(operand)}.`,
  );
}

function rangeLiteral(range: Record<string, unknown>): string {
  const [[name, count] = ['', undefined], ...more] = Object.entries(range);
  if (more.length > 0 || !DATE_RANGES.includes(name) || !Number.isInteger(count))
    throw invalid(`Unknown date range ${JSON.stringify(range)}.`);
  return `${name.toUpperCase()}:${String(count)}`;
}

function joined(parts: readonly string[], operator: 'AND' | 'OR'): string | undefined {
  if (parts.length < 2) return parts[0];
  return `(${parts.join(` ${operator} `)})`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): OrgError {
  return new OrgError('INVALID_QUERY_FILTER_OPERATOR', message);
}
