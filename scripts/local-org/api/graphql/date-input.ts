import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, type GraphQLScalarType } from 'graphql';
import { SCALARS } from './scalars.ts';

const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];

export const DATE_LITERALS: readonly string[] = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  ...PERIODS.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]),
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
];

const UNITS = ['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'];

/** `last_n_days` → `LAST_N_DAYS:n` in SOQL. */
export const DATE_RANGES: readonly string[] = UNITS.flatMap((unit) => [
  `last_n_${unit}`,
  `next_n_${unit}`,
  `n_${unit}_ago`,
]);

const dateLiteral = new GraphQLEnumType({
  name: 'DateLiteral',
  values: Object.fromEntries(DATE_LITERALS.map((name) => [name, {}])),
});

const dateRange = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(DATE_RANGES.map((name) => [name, { type: GraphQLInt }])),
});

function dateInput(name: string, scalar: GraphQLScalarType): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name,
    fields: { value: { type: scalar }, literal: { type: dateLiteral }, range: { type: dateRange } },
  });
}

export const DATE_INPUTS = {
  Date: dateInput('DateInput', SCALARS.Date),
  DateTime: dateInput('DateTimeInput', SCALARS.DateTime),
} as const;
