import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';

import {
  add,
  compare,
  divide,
  formatNumber,
  multiply,
  remainder,
  toDecimal,
} from '../../../../scripts/local-org/formula/value/decimal.ts';
import { power, roundTo, toWhole } from '../../../../scripts/local-org/formula/value/rounding.ts';

const Exact = Decimal.clone({ precision: 39, rounding: Decimal.ROUND_HALF_UP });

/** A repeatable stream of numbers as people store them: whole and with up to eight decimals, small and large. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (;;) {
    const digits = Math.floor(next() * 13);
    const places = Math.floor(next() * 9);
    const whole = Math.floor(next() * 10 ** digits) * (next() < 0.5 ? -1 : 1);
    yield Number(`${whole}e-${places}`);
  }
}

const PAIRS = 20_000;

function pairs(): [number, number][] {
  const stream = numbers(20260314);
  return Array.from({ length: PAIRS }, () => [Number(stream.next().value), Number(stream.next().value)]);
}

describe('arithmetic on plain numbers, where it is taken for speed,', () => {
  const laws = {
    add: (a: number, b: number) => [add(a, b), new Exact(a).plus(b)],
    multiply: (a: number, b: number) => [multiply(a, b), new Exact(a).times(b)],
    divide: (a: number, b: number) => (b === 0 ? [0, new Exact(0)] : [divide(a, b), new Exact(a).div(b)]),
    remainder: (a: number, b: number) => (b === 0 ? [0, new Exact(0)] : [remainder(a, b), new Exact(a).mod(b)]),
  } as const;

  it.each(Object.entries(laws))('gives the same decimal as 39 digits do: %s', (_name, law) => {
    for (const [a, b] of pairs()) {
      const [fast, exact] = law(a, b);
      if (fast === undefined || exact === undefined || !toDecimal(fast).equals(exact))
        expect([a, b, fast]).toEqual([a, b, exact]);
    }
  });

  it('orders as decimals do, also beside a decimal', () => {
    for (const [a, b] of pairs().slice(0, 2000)) {
      expect(compare(a, b)).toBe(new Exact(a).cmp(b));
      expect(compare(toDecimal(a), b)).toBe(new Exact(a).cmp(b));
    }
  });

  it('rounds half up and cuts as decimals do', () => {
    for (const [a] of pairs()) {
      for (const places of [0, 1, 2, 5]) {
        const rounded = new Exact(a).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber() + 0;
        const cut = new Exact(a).toDecimalPlaces(places, Decimal.ROUND_DOWN).toNumber() + 0;
        if (roundTo(a, places, 'half-up') !== rounded)
          expect([a, places, roundTo(a, places, 'half-up')]).toEqual(rounded);
        if (roundTo(a, places, 'down') !== cut) expect([a, places, roundTo(a, places, 'down')]).toEqual(cut);
      }
    }
  });

  it('never yields a negative zero', () => {
    for (const zero of [
      multiply(-1, 0),
      divide(0, -5),
      remainder(-4, 2),
      roundTo(-0.001, 2, 'half-up'),
      toWhole(-0.4, 'FLOOR'),
    ]) {
      expect(formatNumber(zero)).toBe('0');
      expect(Object.is(zero, -0)).toBe(false);
    }
  });

  it('raises whole numbers exactly', () => {
    for (let base = -9; base <= 9; base += 1) {
      for (let exponent = 0; exponent <= 15; exponent += 1) {
        expect(toDecimal(power(base, exponent)).toFixed()).toBe((BigInt(base) ** BigInt(exponent)).toString());
      }
    }
  });
});
