import type { FormulaEnvironment } from '../contract.ts';
import { compare, type Numeric } from '../value/decimal.ts';
import type { Value } from '../value/value.ts';
import { illegalArgument, picklistMisused, wrongType } from './complaint.ts';
import { commonType, type StaticType, type Typed } from './typed.ts';

/** Two texts are equal also when both are blank; of other types a blank equals nothing and differs from nothing. */
export function sameValue(type: StaticType, a: Value, b: Value): boolean | null {
  if (type === 'Text') return a === b;
  if (a === null || b === null) return null;
  return type === 'Number' ? compare(a as Numeric, b as Numeric) === 0 : a === b;
}

export function equality(operator: '=' | '<>', left: Typed, right: Typed): Omit<Typed, 'node'> {
  for (const side of [left, right]) {
    if (side.type === 'Picklist' || side.type === 'MultiPicklist') throw picklistMisused(side);
    if (side.type === 'Location') throw illegalArgument(operator, side.node);
  }
  const type = commonType(left.type, right.type);
  if (!type) throw wrongType(operator, [left.type], right);
  // The platform's query names each side of a text comparison twice, to make blanks comparable.
  const size = type === 'Text' ? 2 * (left.size + right.size) + 28 : left.size + right.size + 3;
  return { type: 'Boolean', run: comparison(type, left, right, operator === '<>'), size };
}

function comparison(type: StaticType, left: Typed, right: Typed, negated: boolean) {
  const [a, b] = [left.run, right.run];
  if (type === 'Text') return (environment: FormulaEnvironment) => (a(environment) === b(environment)) !== negated;
  return (environment: FormulaEnvironment) => {
    const same = sameValue(type, a(environment), b(environment));
    return same === null ? null : same !== negated;
  };
}
