import { Decimal as Base } from 'decimal.js';

import { FormulaRuntimeError } from '../errors.ts';

/** The platform computes with 39 significant digits, rounding half up. */
export const Decimal = Base.clone({ precision: 39, rounding: Base.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = Base;

/** A JS number stands for the decimal it prints as; a Decimal is used where no JS number would be exact. */
export type Numeric = number | Decimal;

const SAFE = Number.MAX_SAFE_INTEGER;
/** Up to 15 significant digits a double names its decimal without doubt. */
const EXACT = 1e15;
/** Powers of ten that are exact as doubles. */
const TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MOST_PLACES = 9;

export const tenTo = (exponent: number): number => TEN[exponent] ?? NaN;

/** How many decimals a number has, or NaN when they are too many to compute with as integers. */
export function decimalPlaces(x: number): number {
  if (Number.isInteger(x)) return Math.abs(x) < EXACT ? 0 : NaN;
  for (let places = 1; places <= MOST_PLACES; places += 1) {
    const scaled = Math.round(x * tenTo(places));
    if (scaled / tenTo(places) === x) return Math.abs(scaled) < EXACT ? places : NaN;
  }
  return NaN;
}

const isSmallWhole = (x: number): boolean => Number.isInteger(x) && Math.abs(x) < EXACT;

/** x × 10^places, which must be whole. */
export const scaleUp = (x: number, places: number): number => Math.round(x * tenTo(places));

const big = (x: Numeric): Decimal => (typeof x === 'number' ? new Decimal(x) : x);

export function add(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    // Whole numbers below the limit have a whole sum that a double holds: no places to count.
    if (isSmallWhole(a) && isSmallWhole(b) && Math.abs(a + b) < EXACT) return a + b + 0;
    const places = Math.max(decimalPlaces(a), decimalPlaces(b));
    const sum = scaleUp(a, places) + scaleUp(b, places);
    if (Math.abs(sum) < EXACT) return sum / tenTo(places) + 0;
  }
  return big(a).plus(big(b));
}

export const negate = (a: Numeric): Numeric => (typeof a === 'number' ? 0 - a : a.negated());
export const subtract = (a: Numeric, b: Numeric): Numeric => add(a, negate(b));

export function multiply(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    if (isSmallWhole(a) && isSmallWhole(b) && Math.abs(a * b) < EXACT) return a * b + 0;
    const p = decimalPlaces(a);
    const q = decimalPlaces(b);
    const product = scaleUp(a, p) * scaleUp(b, q);
    if (Math.abs(product) < EXACT) return product / tenTo(p + q) + 0;
  }
  return big(a).times(big(b));
}

export function divide(a: Numeric, b: Numeric): Numeric {
  if (isZero(b)) throw new FormulaRuntimeError('Division by zero');
  if (typeof a === 'number' && typeof b === 'number' && dividesExactly(a, b)) return a / b + 0;
  return big(a).dividedBy(big(b));
}

/** The quotient is exact when multiplying back gives the dividend to the last digit. */
function dividesExactly(a: number, b: number): boolean {
  const quotient = a / b;
  const [p, q, r] = [decimalPlaces(a), decimalPlaces(b), decimalPlaces(quotient)];
  const more = q + r - p;
  const back = scaleUp(quotient, r) * scaleUp(b, q) * tenTo(Math.max(0, -more));
  const whole = scaleUp(a, p) * tenTo(Math.max(0, more));
  return Math.abs(back) <= SAFE && Math.abs(whole) <= SAFE && back === whole;
}

export function remainder(a: Numeric, b: Numeric): Numeric {
  if (isZero(b)) throw new FormulaRuntimeError('Division by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const places = Math.max(decimalPlaces(a), decimalPlaces(b));
    const [p, q] = [scaleUp(a, places), scaleUp(b, places)];
    if (Math.abs(p) < EXACT && Math.abs(q) < EXACT) return (p % q) / tenTo(places) + 0;
  }
  return big(a).modulo(big(b));
}

export function compare(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return big(a).comparedTo(big(b));
}

export const isZero = (a: Numeric): boolean => (typeof a === 'number' ? a === 0 : a.isZero());
export const toNumber = (a: Numeric): number => (typeof a === 'number' ? a : a.toNumber());
/** Towards zero, as counts and positions are read. */
export const toInteger = (a: Numeric): number => Math.trunc(toNumber(a));
export const toDecimal = big;

/** As TEXT shows a number: plain digits, no exponent, no trailing zeros. */
export function formatNumber(a: Numeric): string {
  if (typeof a === 'number' && Number.isSafeInteger(a)) return String(a + 0);
  const decimal = big(a);
  return decimal.isZero() ? '0' : decimal.toFixed();
}

/** A double that came out of Math.*: not a number or infinite is the platform's #Error!. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new FormulaRuntimeError('The result is not a number');
  return value;
}
