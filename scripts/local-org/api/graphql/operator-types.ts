import { GraphQLInputObjectType, type GraphQLInputType, GraphQLList } from 'graphql';
import { DATE_INPUTS } from './date-input.ts';
import type { ValueKind } from './value-types.ts';

const ORDERED = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'];

const OPERATORS: Readonly<Record<ValueKind['comparison'], { one: readonly string[]; many: readonly string[] }>> = {
  boolean: { one: ['eq', 'ne'], many: [] },
  date: { one: ORDERED, many: ['in', 'nin'] },
  id: { one: ORDERED, many: ['in', 'nin'] },
  multi: { one: ['eq', 'ne'], many: ['includes', 'excludes'] },
  none: { one: [], many: [] },
  number: { one: ORDERED, many: ['in', 'nin'] },
  text: { one: [...ORDERED, 'like'], many: ['in', 'nin'] },
};

const known = new Map<string, GraphQLInputObjectType>();

/** `StringOperators`, `CurrencyOperators` …: what a field of that kind can be compared by. */
export function operatorsOf(kind: ValueKind): GraphQLInputObjectType {
  let type = known.get(kind.name);
  if (type === undefined) {
    type = new GraphQLInputObjectType({ name: `${kind.name}Operators`, fields: operatorFields(kind) });
    known.set(kind.name, type);
  }
  return type;
}

export function operatorFields(kind: ValueKind): Record<string, { type: GraphQLInputType }> {
  const operand: GraphQLInputType =
    kind.name === 'Date' || kind.name === 'DateTime' ? DATE_INPUTS[kind.name] : kind.scalar;
  const { one, many } = OPERATORS[kind.comparison];
  const list = new GraphQLList(operand);
  const fields: Record<string, { type: GraphQLInputType }> = {};
  for (const name of one) fields[name] = { type: operand };
  for (const name of many) fields[name] = { type: list };
  return fields;
}
