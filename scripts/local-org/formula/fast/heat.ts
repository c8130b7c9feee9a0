import { compileFunction } from 'node:vm';

import type { Run, Typed } from '../build/typed.ts';
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
export function heated(typed: Typed, blanks: 'zero' | 'blank'): Run {
  let { run } = typed;
  let uses = 0;
  return (environment) => {
    if (uses < OFTEN) {
      uses += 1;
      if (uses === OFTEN) run = generated(typed, blanks);
    }
    return run(environment);
  };
}

export function generated(typed: Typed, blanks: 'zero' | 'blank'): Run {
  const writer = new Writer(blanks);
  const code = expression(typed, writer);
  if (code.length > LONGEST) return typed.run;
  return writer.compile(code, (body, names) => compileFunction(body, names) as (...constants: unknown[]) => unknown);
}
