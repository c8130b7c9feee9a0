import type { FormulaValue } from '../contract.ts';
import type { Typed } from '../build/typed.ts';
import { decimalPlaces, scaleUp, tenTo } from '../value/decimal.ts';
import { choice } from './choice.ts';
import type { Writer } from './writer.ts';

/**
 * Arithmetic as it is done by hand: whole numbers of the smallest unit, whose number of decimals is known before
 * anything runs. NaN stands for whatever does not fit, a blank included: the closures then work it out again.
 */
interface Fixed {
  readonly code: string;
  readonly scale: number;
}

type Write = (typed: Typed, writer: Writer) => string;

/** More decimals than this leave too few digits before the point. */
const MOST = 10;
/** What a field without a scale of its own is tried with. */
const USUAL = 2;
const EXACT = 1e15;
const LONGEST_LITERAL = 15;

/** The value of arithmetic, worked out in whole numbers where they reach; undefined for other expressions. */
export function exactly(typed: Typed, writer: Writer, write: Write): string | undefined {
  if (typed.type !== 'Number' || !isArithmetic(typed)) return undefined;
  const found = fixed(typed, writer, write);
  if (!found) return undefined;
  if (isConstant(found)) return `(${Number(found.code) / tenTo(found.scale) + 0})`;
  const name = writer.temporary();
  const fits = `${name} < ${EXACT} && ${name} > ${-EXACT}`;
  return `(${name} = ${found.code}, ${fits} ? ${name} / ${tenTo(found.scale)} + 0 : ${writer.closure(typed)})`;
}

const isArithmetic = ({ node }: Typed): boolean =>
  node.kind === 'unary' || node.kind === 'binary' || (node.kind === 'call' && /^(?:ROUND|TRUNC)$/i.test(node.name));

const fixed = (typed: Typed, writer: Writer, write: Write): Fixed | undefined =>
  writer.once('fixed', typed, () => scaled(typed, writer, write));

function scaled(typed: Typed, writer: Writer, write: Write): Fixed | undefined {
  const { node, parts = [] } = typed;
  if (typed.type !== 'Number') return undefined;
  if (node.kind === 'number') return literal(node.text);
  if (node.kind === 'reference') return field(typed, writer);
  const [first, second] = parts;
  if (node.kind === 'call') return called(typed, node.name.toUpperCase(), writer, write);
  const left = first && fixed(first, writer, write);
  if (!left) return undefined;
  if (node.kind === 'unary') return node.operator === '-' ? negated(left) : left;
  if (node.kind !== 'binary' || !second) return undefined;
  if (node.operator === '/') return tenth(left, second);
  const right = fixed(second, writer, write);
  return right && combined(node.operator, left, right, writer);
}

function literal(text: string): Fixed | undefined {
  // A longer one names a decimal that no double does.
  if (text.length > LONGEST_LITERAL) return undefined;
  const value = Number(text);
  const scale = decimalPlaces(value);
  return Number.isNaN(scale) ? undefined : { code: String(scaleUp(value, scale)), scale };
}

function field({ reference }: Typed, writer: Writer): Fixed | undefined {
  if (!reference) return undefined;
  const scale = Math.min(reference.scale ?? USUAL, MOST / 2);
  const take = writer.constant(writer.blanks === 'zero' ? unitsOrZero : units);
  const code = `${take}(e.value(${writer.constant(reference)}), ${tenTo(scale)})`;
  return { code, scale: reference.percent ? scale + 2 : scale };
}

/** NaN unless the number has no more decimals than the unit. */
function units(value: FormulaValue, unit: number): number {
  if (typeof value !== 'number') return NaN;
  const whole = Math.round(value * unit);
  return whole / unit === value && whole < EXACT && whole > -EXACT ? whole : NaN;
}

const unitsOrZero = (value: FormulaValue, unit: number): number => (value === null ? 0 : units(value, unit));

function combined(operator: string, left: Fixed, right: Fixed, writer: Writer): Fixed | undefined {
  if (operator === '*') {
    const scale = left.scale + right.scale;
    return scale > MOST ? undefined : { code: whole(`${left.code} * ${right.code}`, writer), scale };
  }
  if (operator !== '+' && operator !== '-') return undefined;
  const scale = Math.max(left.scale, right.scale);
  return { code: whole(`${at(left, scale, writer)} ${operator} ${at(right, scale, writer)}`, writer), scale };
}

/** The same number with more decimals. */
function at({ code, scale }: Fixed, wanted: number, writer: Writer): string {
  if (scale === wanted) return code;
  const more = tenTo(wanted - scale);
  const product = Number(code) * more;
  return Math.abs(product) < EXACT ? String(product) : whole(`${code} * ${more}`, writer);
}

const isConstant = ({ code }: Fixed): boolean => /^-?\d+$/.test(code);

const negated = (one: Fixed): Fixed =>
  isConstant(one) ? { ...one, code: String(0 - Number(one.code)) } : { ...one, code: `(0 - ${one.code})` };

const whole = (code: string, writer: Writer): string => `${writer.constant(safe)}(${code})`;

/** Below 2⁵³ a double holds every whole number, so a sum or product that stays below is exact. */
const safe = (value: number): number =>
  value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER ? value : NaN;

/** Division by 10, 100 … moves the point. */
function tenth(left: Fixed, { node }: Typed): Fixed | undefined {
  const places = node.kind === 'number' && /^10*$/.test(node.text) ? node.text.length - 1 : NaN;
  const scale = left.scale + places;
  return scale <= MOST ? { code: left.code, scale } : undefined;
}

function called(typed: Typed, name: string, writer: Writer, write: Write): Fixed | undefined {
  const parts = typed.parts ?? [];
  if (name === 'ROUND' || name === 'TRUNC') return rounded(name, parts, writer, write);
  if (name !== 'IF' && name !== 'CASE') return undefined;
  const branches = parts.map((part) => fixed(part, writer, write));
  const scale = Math.max(...branches.map((one) => one?.scale ?? 0));
  const code = choice(typed, writer, (part) => branchAt(branches[parts.indexOf(part)], scale, writer), write);
  return code === undefined ? undefined : { code, scale };
}

const branchAt = (branch: Fixed | undefined, scale: number, writer: Writer): string | undefined =>
  branch && at(branch, scale, writer);

function rounded(name: 'ROUND' | 'TRUNC', parts: readonly Typed[], writer: Writer, write: Write): Fixed | undefined {
  const [value, places] = parts;
  const inner = value && fixed(value, writer, write);
  const scale = places?.node.kind === 'number' ? Number(places.node.text) : NaN;
  if (!inner || !Number.isInteger(scale)) return undefined;
  if (scale >= inner.scale) return inner;
  const unit = tenTo(inner.scale - scale);
  return { code: `${writer.constant(name === 'ROUND' ? halfUp : towardsZero)}(${inner.code}, ${unit})`, scale };
}

const towardsZero = (value: number, unit: number): number => (value - (value % unit)) / unit;

function halfUp(value: number, unit: number): number {
  const rest = value % unit;
  const away = Math.abs(rest) * 2 >= unit ? Math.sign(value) : 0;
  return (value - rest) / unit + away;
}
