import { compileFormula } from './compile.ts';
import type { CompiledFormula, FormulaOptions, FormulaScope } from './contract.ts';

/** A text, a comment, or a merge field: only the last is rewritten. */
const PIECES = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[^]*?\*\/|\{!([^{}]*)\}/g;

/** `{!$Record.Name}` → `$Record.Name` at the same place, so that positions in errors fit what was written. */
function unwrapMergeFields(source: string): string {
  return source.replace(PIECES, (piece, name: string | undefined) => (name === undefined ? piece : `  ${name} `));
}

/** Compiles a formula of a flow, whose names stand in `{! }`. */
export function compileFlowFormula(source: string, scope: FormulaScope, options: FormulaOptions): CompiledFormula {
  return compileFormula(unwrapMergeFields(source), scope, options);
}
