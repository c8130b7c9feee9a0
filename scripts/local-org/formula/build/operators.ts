import type { BinaryOperator, Node } from '../syntax/ast.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  subtract,
  toNumber,
  toInteger,
  type Numeric,
} from '../value/decimal.ts';
import { DAY } from '../value/date.ts';
import { power } from '../value/rounding.ts';
import type { Value } from '../value/value.ts';
import { illegalArgument, wrongType } from './complaint.ts';
import { equality } from './equality.ts';
import type { Run, StaticType, Typed } from './typed.ts';

type BinaryNode = Extract<Node, { kind: 'binary' }>;

const ORDER: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '<=': (sign) => sign <= 0,
  '>=': (sign) => sign >= 0,
};
const ARITHMETIC: Readonly<Record<string, (a: Numeric, b: Numeric) => Numeric>> = {
  '*': multiply,
  '/': divide,
  '^': power,
};

export function buildBinary(node: BinaryNode, left: Typed, right: Typed): Omit<Typed, 'node'> {
  const { operator } = node;
  const size = left.size + right.size + 3;
  if (operator === '=' || operator === '<>') return equality(operator, left, right);
  if (operator in ORDER) return { type: 'Boolean', run: ordering(operator, left, right), size };
  if (operator === '&') return { type: 'Text', run: concatenation(operator, left, right), size };
  const compute = ARITHMETIC[operator];
  if (!compute) return { ...sum(operator as '+' | '-', left, right), size };
  return {
    type: 'Number',
    run: onNumbers(requireNumber(operator, left), requireNumber(operator, right), compute),
    size,
  };
}

export function buildUnary(operator: '+' | '-', operand: Typed): Omit<Typed, 'node'> {
  const run = requireNumber(operator, operand);
  const size = operand.size + 1;
  if (operator === '+') return { type: 'Number', run, size };
  return { type: 'Number', size, run: (environment) => applyTo(run(environment), negate) };
}

const applyTo = (value: Value, map: (number: Numeric) => Numeric): Value =>
  value === null ? null : map(value as Numeric);

function requireNumber(operator: string, operand: Typed): Run {
  if (operand.type !== 'Number' && operand.type !== 'Null') throw wrongType(operator, ['Number'], operand);
  return operand.run;
}

/** Blank in, blank out. */
function onNumbers(left: Run, right: Run, compute: (a: Numeric, b: Numeric) => Value): Run {
  return (environment) => {
    const a = left(environment);
    const b = right(environment);
    return a === null || b === null ? null : compute(a as Numeric, b as Numeric);
  };
}

const COMPARABLE: readonly StaticType[] = ['Number', 'Date', 'DateTime'];
const isComparable = (type: StaticType): boolean =>
  type === 'Text' || type === 'Time' || type === 'Null' || COMPARABLE.includes(type);

/** A comparison with a blank is neither true nor false. */
function ordering(operator: BinaryOperator, left: Typed, right: Typed): Run {
  if (left.type === 'Location' || right.type === 'Location') throw illegalArgument(operator, left.node);
  for (const side of [left, right]) if (!isComparable(side.type)) throw wrongType(operator, COMPARABLE, side);
  if (left.type !== right.type && left.type !== 'Null' && right.type !== 'Null')
    throw wrongType(operator, [left.type], right);
  const holds = ORDER[operator]!;
  const [a, b] = [left.run, right.run];
  if (left.type === 'Number') return onNumbers(a, b, (x, y) => holds(compare(x, y)));
  return (environment) => {
    const x = a(environment);
    const y = b(environment);
    return x === null || y === null ? null : holds(x < y ? -1 : x > y ? 1 : 0);
  };
}

function concatenation(operator: string, left: Typed, right: Typed): Run {
  for (const side of [left, right]) {
    if (side.type !== 'Text' && side.type !== 'Null') throw wrongType(operator, ['Text'], side);
  }
  const [a, b] = [left.run, right.run];
  return (environment) => joinText(a(environment), b(environment));
}

function joinText(a: Value, b: Value): Value {
  if (a === null) return b;
  return b === null ? a : `${a as string}${b as string}`;
}

/** `+` and `-` on numbers, moments and, for `+`, texts. Days move dates and date/times, milliseconds move times. */
function sum(operator: '+' | '-', left: Typed, right: Typed): { type: StaticType; run: Run } {
  const adds = operator === '+';
  const [a, b] = [left.run, right.run];
  if (left.type === 'Null' || right.type === 'Null') return nullSum(operator, left, right);
  const signed = adds ? add : subtract;
  switch (`${left.type} ${right.type}`) {
    case 'Number Number':
      return { type: 'Number', run: onNumbers(a, b, signed) };
    case 'Text Text':
      if (adds) return { type: 'Text', run: concatenation(operator, left, right) };
      break;
    case 'Date Number':
    case 'DateTime Number':
    case 'Time Number':
      return {
        type: left.type,
        run: onNumbers(a, b, (moment, by) => move(left.type, moment as number, adds ? by : negate(by))),
      };
    case 'Number Date':
    case 'Number DateTime':
      if (adds)
        return { type: right.type, run: onNumbers(a, b, (by, moment) => move(right.type, moment as number, by)) };
      throw wrongType(operator, ['Number'], right);
    case 'Date Date':
    case 'DateTime DateTime':
    case 'Time Time':
      if (!adds)
        return { type: 'Number', run: onNumbers(a, b, (from, to) => between(left.type, from as number, to as number)) };
      if (left.type === 'Time') throw illegalArgument(operator, left.node);
      throw wrongType(operator, ['Number'], right);
  }
  throw sumComplaint(operator, left, right);
}

function sumComplaint(operator: '+' | '-', left: Typed, right: Typed): Error {
  if (left.type === 'Text' && operator === '+') return wrongType(operator, ['Text'], right);
  const movable = left.type === 'Number' || left.type === 'Date' || left.type === 'DateTime' || left.type === 'Time';
  return wrongType(operator, COMPARABLE, movable ? right : left);
}

/** A literal null makes the whole sum blank, whatever the other side is. */
function nullSum(operator: '+' | '-', left: Typed, right: Typed): { type: StaticType; run: Run } {
  for (const side of [left, right]) {
    if (side.type === 'Picklist' || side.type === 'MultiPicklist') throw wrongType(operator, COMPARABLE, side);
  }
  return { type: 'Null', run: () => null };
}

function move(type: StaticType, moment: number, by: Numeric): number {
  if (type === 'Date') return moment + toInteger(by);
  // To the second, as the database rounds.
  if (type === 'DateTime') return moment + halfUp(toNumber(multiply(by, 86_400))) * 1000;
  return (((moment + toInteger(by)) % DAY) + DAY) % DAY;
}

const halfUp = (seconds: number): number => Math.sign(seconds) * Math.round(Math.abs(seconds));

function between(type: StaticType, to: number, from: number): Numeric {
  if (type === 'Date') return to - from;
  if (type === 'DateTime') return divide(to - from, DAY);
  return (to - from + DAY) % DAY;
}
