import { FormulaRuntimeError } from '../errors.ts';
import { Decimal, decimalPlaces, isZero, scaleUp, tenTo, toDecimal, type Numeric } from './decimal.ts';

/** Digits that survive before FLOOR and CEILING decide, so that 3 × (1/3) counts as 1. */
const EXTERNAL_DIGITS = 33;
const Power = Decimal.clone({ precision: 18 });
const SMALLEST = new Decimal('1e-39');

/**
 * ROUND and TRUNC. Rounding away more digits than the number has gives 0, also for 7 to tens: the platform
 * counts significant digits and has none left.
 */
export function roundTo(value: Numeric, places: number, mode: 'half-up' | 'down'): Numeric {
  const quick = typeof value === 'number' && places >= 0 ? roundPlain(value, places, mode) : NaN;
  if (!Number.isNaN(quick)) return quick;
  const decimal = toDecimal(value);
  const rounding = mode === 'half-up' ? Decimal.ROUND_HALF_UP : Decimal.ROUND_DOWN;
  if (places >= 0) return plain(decimal.toDecimalPlaces(Math.min(places, 1000), rounding));
  const digits = Math.max(decimal.e + 1, 1) + places;
  return digits <= 0 ? 0 : plain(decimal.toSignificantDigits(digits, rounding));
}

/** NaN when the number is too long to be rounded as an integer. */
function roundPlain(value: number, places: number, mode: 'half-up' | 'down'): number {
  const has = decimalPlaces(value);
  if (has <= places) return value;
  const unit = tenTo(has - places);
  const scaled = scaleUp(value, has);
  const rest = scaled % unit;
  const away = mode === 'half-up' && Math.abs(rest) * 2 >= unit ? Math.sign(scaled) : 0;
  return ((scaled - rest) / unit + away) / tenTo(places) + 0;
}

const awayFromZero = (value: number): number => Math.sign(value) * Math.ceil(Math.abs(value));
const WHOLE = { FLOOR: Math.trunc, CEILING: awayFromZero, MFLOOR: Math.floor, MCEILING: Math.ceil } as const;

/** The four ways to an integer. FLOOR and CEILING mirror at zero, MFLOOR and MCEILING do not. */
export function toWhole(value: Numeric, name: 'FLOOR' | 'CEILING' | 'MFLOOR' | 'MCEILING'): Numeric {
  if (typeof value === 'number') return WHOLE[name](value) + 0;
  const decimal = toDecimal(value);
  const up =
    name === 'MCEILING' || (name === 'CEILING' && decimal.isPositive()) || (name === 'FLOOR' && decimal.isNegative());
  const ceiling = name === 'CEILING' || name === 'MCEILING';
  const near = decimal.toSignificantDigits(EXTERNAL_DIGITS, ceiling ? Decimal.ROUND_HALF_DOWN : Decimal.ROUND_HALF_UP);
  return plain(near.toDecimalPlaces(0, up ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR));
}

/** `^`: the exponent must be whole, the result below 10⁶⁴; 18 significant digits. */
export function power(base: Numeric, exponent: Numeric): Numeric {
  const by = toDecimal(exponent);
  const of = toDecimal(base);
  if (!by.isInteger() || (of.isZero() && by.isNegative())) throw outOfRange();
  if (!of.isZero() && (of.abs().e + 1) * by.toNumber() > 1e6) throw outOfRange();
  if (!of.isZero() && Math.log10(of.abs().toNumber()) * by.toNumber() > 64) throw outOfRange();
  const result = new Power(of).pow(by);
  return result.abs().lessThan(SMALLEST) ? 0 : plain(new Decimal(result));
}

const outOfRange = (): FormulaRuntimeError => new FormulaRuntimeError('Out of range argument to POWER() function');

/** Back to a JS number where that loses nothing. */
function plain(decimal: Decimal): Numeric {
  if (isZero(decimal)) return 0;
  return decimal.precision() <= 15 ? decimal.toNumber() : decimal;
}
