import { compileFunction } from 'node:vm';

import type { Typed } from '../build/typed.ts';
import type { CompiledFormula, FormulaValue } from '../contract.ts';
import type { Value } from '../value/value.ts';
import { expression } from './expression.ts';
import { Writer } from './writer.ts';

/** Most formulas run a few times after they were compiled; code of its own pays for those that run often. */
const OFTEN = 100;
/** Beyond it a function of the engine underneath is compiled too slowly to be worth it. */
const LONGEST = 60_000;

/**
 * The formula as closures first, and as one function of its own once it is used often. Closures share their code
 * with every other formula, so that nothing in them can be inlined. Both give the same values: a test compares them.
 */
export function heated(typed: Typed, blanks: 'zero' | 'blank', finish: Finish): Evaluate {
  let uses = 0;
  let current: Evaluate = (environment) => {
    uses += 1;
    if (uses === OFTEN) current = generated(typed, blanks, finish);
    return finish(typed.run(environment));
  };
  return (environment) => current(environment);
}

function generated(typed: Typed, blanks: 'zero' | 'blank', finish: Finish): Evaluate {
  const writer = new Writer(blanks);
  const code = `${writer.constant(finish)}(${expression(typed, writer)})`;
  if (code.length > LONGEST) return (environment) => finish(typed.run(environment));
  const body = writer.body(code);
  const build = compileFunction(body, writer.names) as (...constants: unknown[]) => Evaluate;
  return build(...writer.constants);
}

/** From the engine's values to those of the record. */
type Finish = (value: Value) => FormulaValue;
type Evaluate = CompiledFormula['evaluate'];
