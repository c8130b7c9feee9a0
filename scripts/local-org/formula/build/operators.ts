import type { BinaryOperator, Node } from '../syntax/ast.ts';
import { compare, divide, multiply, negate, type Numeric } from '../value/decimal.ts';
import { power } from '../value/rounding.ts';
import type { Value } from '../value/value.ts';
import { illegalArgument, wrongType } from './complaint.ts';
import { equality } from './equality.ts';
import { COMPARABLE, concatenation, onNumbers } from './operands.ts';
import { sum } from './sum.ts';
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
  const holds = ORDER[operator];
  if (holds) return { type: 'Boolean', run: ordering(operator, holds, left, right), size };
  if (operator === '&') return { type: 'Text', run: concatenation(operator, left, right), size };
  const compute = ARITHMETIC[operator];
  if (!compute) return { ...sum(operator as '+' | '-', left, right), size };
  return {
    type: 'Number',
    run: onNumbers(requireNumber(operator, left), requireNumber(operator, right), compute),
    size: size + guardSize(operator, left, right),
  };
}

/** The query asks first whether a division or a power is possible at all. */
function guardSize(operator: string, left: Typed, right: Typed): number {
  if (operator === '^') return 60 + 2 * left.size + 3 * right.size;
  return operator === '/' && right.node.kind !== 'number' ? right.size + 2 : 0;
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

const isComparable = (type: StaticType): boolean =>
  type === 'Text' || type === 'Time' || type === 'Null' || COMPARABLE.includes(type);

/** A comparison with a blank is neither true nor false. */
function ordering(operator: BinaryOperator, holds: (sign: number) => boolean, left: Typed, right: Typed): Run {
  if (left.type === 'Location' || right.type === 'Location') throw illegalArgument(operator, left.node);
  for (const side of [left, right]) if (!isComparable(side.type)) throw wrongType(operator, COMPARABLE, side);
  if (left.type !== right.type && left.type !== 'Null' && right.type !== 'Null')
    throw wrongType(operator, [left.type], right);
  const [a, b] = [left.run, right.run];
  if (left.type === 'Number') return onNumbers(a, b, (x, y) => holds(compare(x, y)));
  return (environment) => {
    const x = a(environment);
    const y = b(environment);
    return x === null || y === null ? null : holds(x < y ? -1 : x > y ? 1 : 0);
  };
}
