import type { FormulaValue } from '../contract.ts';
import type { Typed } from '../build/typed.ts';
import { textOrBlank, type Value } from '../value/value.ts';
import { compare, type Numeric } from '../value/decimal.ts';
import { choice } from './choice.ts';
import { exactly } from './fixed.ts';
import type { Writer } from './writer.ts';

/** JavaScript for an expression; what is not worth a line of its own stays a closure. */
export const expression = (typed: Typed, writer: Writer): string =>
  writer.once('value', typed, () => written(typed, writer));

function written(typed: Typed, writer: Writer): string {
  const { node } = typed;
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
      return literal(typed, writer);
    case 'reference':
      return reference(typed, writer);
    case 'unary':
      return exactly(typed, writer, expression) ?? writer.closure(typed);
    case 'binary':
      return exactly(typed, writer, expression) ?? binary(typed, node.operator, writer);
    case 'call':
      return exactly(typed, writer, expression) ?? call(typed, node.name.toUpperCase(), writer);
  }
}

/** A number is its own code; whatever holds text is a constant. */
const literal = (typed: Typed, writer: Writer): string =>
  typeof typed.literal === 'number' ? String(typed.literal) : writer.constant(typed.literal ?? null);

const text = (value: FormulaValue): Value =>
  typeof value === 'string' ? textOrBlank(value) : value === null ? null : String(value);
const number = (value: FormulaValue): Value => (value === null ? null : Number(value));
const numberOrZero = (value: FormulaValue): Value => (value === null ? 0 : Number(value));

function reference(typed: Typed, writer: Writer): string {
  const field = typed.reference;
  const read = field ? `e.value(${writer.constant(field)})` : '';
  switch (field?.percent ? undefined : field?.type) {
    case 'Boolean':
      return `(${read} === true)`;
    case 'Number':
      return `${writer.constant(writer.blanks === 'zero' ? numberOrZero : number)}(${read})`;
    case 'Text':
    case 'Picklist':
    case 'MultiPicklist':
      return `${writer.constant(text)}(${read})`;
    default:
      return writer.closure(typed);
  }
}

function binary(typed: Typed, operator: string, writer: Writer): string {
  const [left, right] = typed.parts ?? [];
  if (!left || !right) return writer.closure(typed);
  const equal = operator === '=' || operator === '<>';
  if (left.type === 'Text' && right.type === 'Text' && equal)
    return `(${expression(left, writer)} ${operator === '=' ? '===' : '!=='} ${expression(right, writer)})`;
  if (left.type !== 'Number' || right.type !== 'Number' || !(operator in COMPARISONS)) return writer.closure(typed);
  return comparison(left, right, COMPARISONS[operator] ?? '', writer);
}

const COMPARISONS: Readonly<Record<string, string>> = {
  '=': '===',
  '<>': '!==',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};

/** Numbers that are no Decimal compare as they are. Both sides are worked out before either may be blank. */
function comparison(left: Typed, right: Typed, sign: string, writer: Writer): string {
  const [a, b] = [worked(left, writer), worked(right, writer)];
  const taken = [...a.takes, ...b.takes].map((take) => `${take}, `).join('');
  const numbers = [a, b].flatMap(({ name, takes }) => takes.map(() => `typeof ${name} === 'number'`));
  if (numbers.length === 0) return `(${a.name} ${sign} ${b.name})`;
  const blank = [a, b].flatMap(({ name, takes }) => takes.map(() => `${name} === null`)).join(' || ');
  const decimal = `${blank} ? null : ${writer.constant(compared)}(${a.name}, ${b.name}) ${sign} 0`;
  return `(${taken}${numbers.join(' && ')} ? ${a.name} ${sign} ${b.name} : ${decimal})`;
}

/** A value by name, and what gives it that name; a number that is written down needs none. */
function worked(side: Typed, writer: Writer): { readonly name: string; readonly takes: readonly string[] } {
  if (typeof side.literal === 'number') return { name: String(side.literal), takes: [] };
  const name = writer.temporary();
  return { name, takes: [`${name} = ${expression(side, writer)}`] };
}

const compared = (a: Value, b: Value): number => compare(a as Numeric, b as Numeric);

function call(typed: Typed, name: string, writer: Writer): string {
  const parts = typed.parts ?? [];
  const [first] = parts;
  switch (name) {
    case 'AND':
    case 'OR': {
      const held = parts.map((part) => `${expression(part, writer)} === true`);
      return `(${held.join(name === 'AND' ? ' && ' : ' || ')})`;
    }
    case 'ISBLANK':
      return first ? `(${expression(first, writer)} === null)` : writer.closure(typed);
    case 'IF':
    case 'CASE':
      return choice(typed, writer, (part) => expression(part, writer), expression) ?? writer.closure(typed);
    default:
      return typed.apply ? applied(typed.apply, parts, writer) : writer.closure(typed);
  }
}

/** A function of values: called directly, so that the engine underneath can inline it. */
function applied({ compute, strict }: NonNullable<Typed['apply']>, parts: readonly Typed[], writer: Writer): string {
  const name = writer.constant(compute);
  const values = parts.map((part) => expression(part, writer));
  if (!strict) return `${name}(${values.join(', ')})`;
  const names = values.map(() => writer.temporary());
  const taken = values.map((value, index) => `${names[index]} = ${value}`);
  const blank = names.map((one) => `${one} === null`).join(' || ');
  return `(${taken.join(', ')}, ${blank} ? null : ${name}(${names.join(', ')}))`;
}
