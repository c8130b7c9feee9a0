import { Decimal as Base } from 'decimal.js';

import { FormulaRuntimeError } from '../errors.ts';

/** The platform computes with 39 significant digits, rounding half up. */
export const Decimal = Base.clone({ precision: 39, rounding: Base.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = Base;

/** A JS number stands for the decimal it prints as; a Decimal is used where no JS number would be exact. */
export type Numeric = number | Decimal;

const SAFE = Number.MAX_SAFE_INTEGER;
const MICRO = 1e6;
/** Up to 15 significant digits a double names its decimal without doubt. */
const EXACT = 1e15;

/** x × 10⁶ as an integer when x has at most six decimals and the product is exact; else NaN. */
function micros(x: number): number {
  const scaled = Math.round(x * MICRO);
  return scaled / MICRO === x && Math.abs(scaled) < EXACT ? scaled : NaN;
}

const big = (x: Numeric): Decimal => (typeof x === 'number' ? new Decimal(x) : x);

export function add(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = micros(a) + micros(b);
    if (Math.abs(sum) < EXACT) return sum / MICRO;
  }
  return big(a).plus(big(b));
}

export const negate = (a: Numeric): Numeric => (typeof a === 'number' ? 0 - a : a.negated());
export const subtract = (a: Numeric, b: Numeric): Numeric => add(a, negate(b));

export function multiply(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Math.abs(a * b) <= SAFE) return a * b + 0;
    const product = micros(a) * micros(b);
    if (Math.abs(product) < EXACT) return product / (MICRO * MICRO) + 0;
  }
  return big(a).times(big(b));
}

export function divide(a: Numeric, b: Numeric): Numeric {
  if (isZero(b)) throw new FormulaRuntimeError('Division by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && a % b === 0) return a / b + 0;
    const quotient = micros(a / b);
    // The quotient is exact when multiplying back gives the dividend to the last digit.
    const back = quotient * micros(b);
    if (Math.abs(back) <= SAFE && back === micros(a) * MICRO) return quotient / MICRO + 0;
  }
  return big(a).dividedBy(big(b));
}

export function remainder(a: Numeric, b: Numeric): Numeric {
  if (isZero(b)) throw new FormulaRuntimeError('Division by zero');
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    return (a % b) + 0;
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
