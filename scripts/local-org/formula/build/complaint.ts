import { FormulaCompileError } from '../errors.ts';
import type { Node } from '../syntax/ast.ts';
import type { StaticType, Typed } from './typed.ts';

/** The platform's sentences about a formula that does not type. Names appear as they were written. */

export function describe(name: string): string {
  return /^[A-Za-z]/.test(name) ? `function '${name}()'` : `operator '${name}'`;
}

const label = (type: StaticType | 'Text Literal'): string =>
  type === 'MultiPicklist' ? 'Multi-Select Picklist' : type;

export function wrongType(
  name: string,
  expected: readonly (StaticType | 'Text Literal')[],
  actual: Typed,
): FormulaCompileError {
  if (actual.reference && (actual.type === 'Picklist' || actual.type === 'MultiPicklist'))
    return picklistMisused(actual);
  const wanted = expected
    .filter((type) => type !== actual.type)
    .map(label)
    .join(', ');
  return new FormulaCompileError(
    `Incorrect parameter type for ${describe(name)}. Expected ${wanted}, received ${label(actual.type)}`,
    actual.node.at,
  );
}

export function picklistMisused(actual: Typed): FormulaCompileError {
  const field = actual.node.kind === 'reference' ? actual.node.name : (actual.reference?.path.join('.') ?? '');
  const sentence =
    actual.type === 'Picklist'
      ? `Field ${field} is a picklist field. Picklist fields are only supported in certain functions.`
      : `Field ${field} is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.`;
  return new FormulaCompileError(sentence, actual.node.at);
}

export function wrongCount(name: string, expected: number, received: number, at: number): FormulaCompileError {
  return new FormulaCompileError(
    `Incorrect number of parameters for ${describe(name)}. Expected ${expected}, received ${received}`,
    at,
  );
}

/** The argument is of a type that no argument of this function may have. */
export const illegalArgument = (name: string, node: Node): FormulaCompileError =>
  new FormulaCompileError(`Incorrect argument type for ${describe(name)}.`, node.at);

export const unknownFunction = (name: string, at: number): FormulaCompileError =>
  new FormulaCompileError(`Unknown function ${name}. Check spelling.`, at);

export const functionNotAllowed = (name: string, at: number): FormulaCompileError =>
  new FormulaCompileError(`Function ${name} may not be used in this type of formula`, at);

export const unknownField = (name: string, at: number): FormulaCompileError =>
  new FormulaCompileError(`Field ${name} does not exist. Check spelling.`, at);
