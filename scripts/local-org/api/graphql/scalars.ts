import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** The platform's scalars. Each checks the raw form that a value must have; display forms never come in. */
function textScalar(name: string, pattern?: RegExp): GraphQLScalarType {
  const check = (value: unknown): string => {
    if (typeof value !== 'string' || (pattern !== undefined && !pattern.test(value))) throw notA(name, value);
    return value;
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : printable(node)),
  });
}

/** Figures may also come as their digits in quotes, as forms send them. */
function numberScalar(name: string, options: { whole: boolean }): GraphQLScalarType {
  const check = (value: unknown): number => {
    const figure = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    if (typeof figure !== 'number' || !Number.isFinite(figure) || (options.whole && !Number.isInteger(figure)))
      throw notA(name, value);
    return figure;
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node) => {
      if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return check(Number(node.value));
      return check(node.kind === Kind.STRING ? node.value : printable(node));
    },
  });
}

function printable(node: ValueNode): unknown {
  return 'value' in node ? { [node.kind]: node.value } : { kind: node.kind };
}

function notA(name: string, value: unknown): GraphQLError {
  return new GraphQLError(`Expected a ${name}, got ${JSON.stringify(value)}.`);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const TIME = /^\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;

export const SCALARS = {
  Base64: textScalar('Base64'),
  Currency: numberScalar('Currency', { whole: false }),
  Date: textScalar('Date', DATE),
  DateTime: textScalar('DateTime', DATE_TIME),
  Double: numberScalar('Double', { whole: false }),
  Email: textScalar('Email'),
  EncryptedString: textScalar('EncryptedString'),
  IdOrRef: textScalar('IdOrRef', /^(@\{[^}]+\}|[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/),
  Long: numberScalar('Long', { whole: true }),
  LongTextArea: textScalar('LongTextArea'),
  MultiPicklist: textScalar('MultiPicklist'),
  Percent: numberScalar('Percent', { whole: false }),
  PhoneNumber: textScalar('PhoneNumber'),
  Picklist: textScalar('Picklist'),
  TextArea: textScalar('TextArea'),
  Time: textScalar('Time', TIME),
  Url: textScalar('Url'),
} as const;
