import type { Numeric } from '../value/decimal.ts';
import type { Value } from '../value/value.ts';
import { wrongType } from './complaint.ts';
import type { Run, StaticType, Typed } from './typed.ts';

/** The types the platform lists when a sum or a comparison gets something else. */
export const COMPARABLE: readonly StaticType[] = ['Number', 'Date', 'DateTime'];

/** Blank in, blank out. */
export function onNumbers(left: Run, right: Run, compute: (a: Numeric, b: Numeric) => Value): Run {
  return (environment) => {
    const a = left(environment);
    const b = right(environment);
    return a === null || b === null ? null : compute(a as Numeric, b as Numeric);
  };
}

export function concatenation(operator: string, left: Typed, right: Typed): Run {
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
