import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { Field } from '../../schema/model.ts';
import { SCALARS } from './scalars.ts';

/** Which wrapper and scalar a field has: `AnnualRevenue` is a CurrencyValue over a Currency. */
export interface ValueKind {
  /** Prefix of the type names: `Currency` → CurrencyValue, CurrencyOperators, CurrencyAggregate. */
  readonly name: string;
  readonly scalar: GraphQLScalarType;
  readonly comparison: 'text' | 'number' | 'boolean' | 'date' | 'id' | 'multi' | 'none';
}

const KINDS = {
  address: kind('String', GraphQLString, 'none'),
  location: kind('String', GraphQLString, 'none'),
  base64: kind('Base64', SCALARS.Base64, 'none'),
  boolean: kind('Boolean', GraphQLBoolean, 'boolean'),
  combobox: kind('String', GraphQLString, 'text'),
  currency: kind('Currency', SCALARS.Currency, 'number'),
  date: kind('Date', SCALARS.Date, 'date'),
  datetime: kind('DateTime', SCALARS.DateTime, 'date'),
  double: kind('Double', SCALARS.Double, 'number'),
  email: kind('Email', SCALARS.Email, 'text'),
  encryptedstring: kind('EncryptedString', SCALARS.EncryptedString, 'none'),
  id: kind('ID', GraphQLID, 'id'),
  int: kind('Int', GraphQLInt, 'number'),
  multipicklist: kind('MultiPicklist', SCALARS.MultiPicklist, 'multi'),
  percent: kind('Percent', SCALARS.Percent, 'number'),
  phone: kind('PhoneNumber', SCALARS.PhoneNumber, 'text'),
  picklist: kind('Picklist', SCALARS.Picklist, 'text'),
  reference: kind('ID', GraphQLID, 'id'),
  string: kind('String', GraphQLString, 'text'),
  textarea: kind('TextArea', SCALARS.TextArea, 'text'),
  time: kind('Time', SCALARS.Time, 'text'),
  url: kind('Url', SCALARS.Url, 'text'),
  anyType: kind('String', GraphQLString, 'none'),
} as const satisfies Record<Field['type'], ValueKind>;

export const ID_KIND: ValueKind = KINDS.id;
export const INT_KIND: ValueKind = KINDS.int;
export const DOUBLE_KIND: ValueKind = KINDS.double;
export const LONG_KIND: ValueKind = kind('Long', SCALARS.Long, 'number');

const LONG_TEXT = kind('LongTextArea', SCALARS.LongTextArea, 'none');

function kind(name: string, scalar: GraphQLScalarType, comparison: ValueKind['comparison']): ValueKind {
  return { name, scalar, comparison };
}

export function valueKindOf(field: Pick<Field, 'type' | 'length'>): ValueKind {
  return field.type === 'textarea' && (field.length ?? 0) > 255 ? LONG_TEXT : KINDS[field.type];
}

/** What stands behind a wrapper at run time. */
export interface FieldCell {
  readonly value: unknown;
  readonly displayValue: string | null;
  readonly label: string | null;
}

export const fieldValueInterface = new GraphQLInterfaceType({
  name: 'FieldValue',
  fields: { displayValue: { type: GraphQLString } },
});

const wrappers = new Map<string, GraphQLObjectType>();

/** The wrappers are the same in every org, so they are built once. */
export function wrapperOf(value: ValueKind): GraphQLObjectType {
  let known = wrappers.get(value.name);
  if (known === undefined) {
    known = new GraphQLObjectType({
      name: `${value.name}Value`,
      interfaces: [fieldValueInterface],
      isTypeOf: () => true,
      fields: valueFields(value),
    });
    wrappers.set(value.name, known);
  }
  return known;
}

const LABELLED = new Set(['MultiPicklist', 'Picklist', 'String']);
const FORMATTED = new Set(['Currency', 'Date', 'DateTime', 'Double', 'Int', 'Long', 'Percent', 'Time']);

export function valueFields(value: ValueKind): GraphQLFieldConfigMap<FieldCell, unknown> {
  return {
    value: { type: value.scalar },
    displayValue: { type: GraphQLString },
    ...(LABELLED.has(value.name) ? { label: { type: GraphQLString, resolve: labelOf } } : {}),
    ...(FORMATTED.has(value.name) ? { format: { type: GraphQLString, resolve: (cell) => cell.displayValue } } : {}),
  };
}

/** The label of a plain text is the text. */
function labelOf({ label, value }: FieldCell): string | null {
  return label ?? (typeof value === 'string' ? value : null);
}
