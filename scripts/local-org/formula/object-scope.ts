import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { compileFormula } from './compile.ts';
import type { FormulaScope, ResolvedReference } from './contract.ts';
import { FormulaCompileError } from './errors.ts';
import { describeField, locateField } from './field-path.ts';
import { resolveGlobal } from './global-scope.ts';

/**
 * Names as a formula on records of `type` sees them: its fields, those of its parents, and the `$` globals.
 * A default value is worked out before there is a record and sees the globals only.
 */
export function objectScope(schema: Schema, type: SObjectType, context: FormulaScope['context']): FormulaScope {
  return {
    context,
    resolve(path) {
      if (path[0]?.startsWith('$')) return resolveGlobal(schema, path, context);
      return context === 'default' ? undefined : resolveField(schema, type, path, context);
    },
  };
}

function resolveField(
  schema: Schema,
  type: SObjectType,
  path: readonly string[],
  context: FormulaScope['context'],
): ResolvedReference | undefined {
  const located = locateField(schema, type, path);
  if (!located) return undefined;
  const described = describeField(located, context);
  const { owner, field } = located;
  return field.formula && field.custom ? { ...described, compiledSize: formulaSize(schema, owner, field) } : described;
}

/** Sizes per version of the schema; 'open' while the formula is being compiled, so that a circle is noticed. */
const sizes = new WeakMap<Schema, Map<string, number | 'open'>>();

/** A formula field of the org's own counts with its whole formula wherever it is named. */
function formulaSize(schema: Schema, owner: SObjectType, { name, formula }: Field): number {
  const known = sizes.get(schema) ?? new Map<string, number | 'open'>();
  sizes.set(schema, known);
  const key = `${owner.name}.${name}`;
  const size = known.get(key);
  if (size === 'open') throw new FormulaCompileError(CIRCLE, 0);
  if (size !== undefined || !formula) return size ?? 0;
  known.set(key, 'open');
  try {
    const compiled = compileFormula(formula.source, objectScope(schema, owner, 'field'), { blanks: formula.blanks });
    known.set(key, compiled.compiledSize);
    return compiled.compiledSize;
  } catch (error) {
    known.delete(key);
    throw error instanceof FormulaCompileError && error.message !== CIRCLE ? nested(name, error) : error;
  }
}

const CIRCLE = 'Formula cannot use another formula field that directly or indirectly refers to itself.';

/** The position inside the other formula would mislead; the reference's takes its place. */
const nested = (name: string, { message }: FormulaCompileError): FormulaCompileError =>
  new FormulaCompileError(`Error in referenced formula ${name}, ${message}`, 0);
