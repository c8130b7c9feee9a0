import { Decimal } from './decimal.ts';

/** More digits than a double has, so that its last one is rounded and not guessed. */
const Precise = Decimal.clone({ precision: 25 });

/** The double nearest to the logarithm. Math.log may be one step beside it, which a second logarithm makes visible. */
export function naturalLogarithm(x: number): number {
  return x > 0 && Number.isFinite(x) ? new Precise(x.toPrecision(40)).ln().toNumber() : Math.log(x);
}
