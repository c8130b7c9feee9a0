import { FormulaRuntimeError } from '../errors.ts';
import { add, compare, finite, negate, remainder, toInteger, toNumber, type Numeric } from '../value/decimal.ts';
import { naturalLogarithm } from '../value/logarithm.ts';
import { roundTo, toWhole } from '../value/rounding.ts';
import { lenient, strict, type FunctionDefinition } from './definition.ts';

const onDouble = (name: string, compute: (x: number) => number): FunctionDefinition =>
  strict({ name, params: ['Number'], result: 'Number' }, (x: Numeric) => finite(compute(toNumber(x))));

const whole = (name: 'FLOOR' | 'CEILING' | 'MFLOOR' | 'MCEILING'): FunctionDefinition =>
  strict({ name, params: ['Number'], result: 'Number' }, (x: Numeric) => toWhole(x, name));

/** MAX and MIN: one blank makes the result blank. */
const extreme = (name: 'MAX' | 'MIN', sign: 1 | -1): FunctionDefinition => ({
  name,
  build(call) {
    call.requireCount(1, 255);
    const runs = call.args.map((_, index) => call.typed(index, 'Number'));
    return {
      type: 'Number',
      run: (environment) => {
        let best: Numeric | null = null;
        for (const run of runs) {
          const value = run(environment) as Numeric | null;
          if (value === null) return null;
          if (best === null || compare(value, best) * sign > 0) best = value;
        }
        return best;
      },
    };
  },
});

const two = (name: string) => ({ name, params: ['Number', 'Number'] as const, result: 'Number' as const });

/** Outside -1…1 there is no angle: blank, not an error. */
const arc = (name: 'ASIN' | 'ACOS', compute: (x: number) => number): FunctionDefinition =>
  strict({ name, params: ['Number'], result: 'Number' }, (x: Numeric) => {
    const value = toNumber(x);
    return Math.abs(value) > 1 ? null : compute(value);
  });

/** The one function of numbers that fails on a blank instead of being blank. */
function angle(y: Numeric | null, x: Numeric | null): Numeric {
  if (y === null || x === null) throw new FormulaRuntimeError('ATAN2() has a blank argument');
  return finite(Math.atan2(toNumber(y), toNumber(x)));
}

export const MATH: readonly FunctionDefinition[] = [
  strict({ name: 'ABS', params: ['Number'], result: 'Number' }, (x: Numeric) => (compare(x, 0) < 0 ? negate(x) : x)),
  whole('FLOOR'),
  whole('CEILING'),
  whole('MFLOOR'),
  whole('MCEILING'),
  strict(two('ROUND'), (x: Numeric, places: Numeric) => roundTo(x, toInteger(places), 'half-up')),
  strict(two('TRUNC'), (x: Numeric, places: Numeric) => roundTo(x, toInteger(places), 'down')),
  strict(two('MOD'), (x: Numeric, by: Numeric) => remainder(x, by)),
  extreme('MAX', 1),
  extreme('MIN', -1),
  onDouble('SQRT', Math.sqrt),
  onDouble('EXP', Math.exp),
  onDouble('LN', naturalLogarithm),
  onDouble('LOG', (x) => naturalLogarithm(x) / Math.LN10),
  onDouble('SIN', Math.sin),
  onDouble('COS', Math.cos),
  onDouble('TAN', Math.tan),
  onDouble('ATAN', Math.atan),
  arc('ASIN', Math.asin),
  arc('ACOS', Math.acos),
  lenient(two('ATAN2'), angle),
  lenient({ name: 'PI', params: [], result: 'Number' }, () => add(Math.PI, 0)),
];
