import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { compileFormula } from './compile.ts';
import type { CompiledFormula, FormulaType } from './contract.ts';
import { formulaType } from './field-path.ts';
import { objectScope } from './object-scope.ts';

const compiledFields = new WeakMap<Schema, Map<string, CompiledFormula>>();

/**
 * The formula of a field, compiled once per version of the schema: its result is of the field's type, rounded to
 * its scale and, for a percent field, stored as percent fields are. Throws FormulaCompileError.
 */
export function compileFieldFormula(schema: Schema, type: SObjectType, field: Field): CompiledFormula {
  const known = compiledFields.get(schema) ?? new Map<string, CompiledFormula>();
  compiledFields.set(schema, known);
  const key = `${type.name}.${field.name}`;
  const compiled = known.get(key) ?? compileField(schema, type, field);
  known.set(key, compiled);
  return compiled;
}

function compileField(schema: Schema, type: SObjectType, field: Field): CompiledFormula {
  if (!field.formula) throw new TypeError(`Expected a formula field, got ${type.name}.${field.name}`);
  return compileFormula(field.formula.source, objectScope(schema, type, 'field'), {
    blanks: field.formula.blanks,
    returnType: resultType(field),
    percent: field.type === 'percent',
    ...(field.scale !== undefined && { scale: field.scale }),
  });
}

/** Names and other built-in texts are formulas too; whatever is no number, moment or flag is text. */
function resultType({ type }: Field): FormulaType {
  const found = formulaType(type);
  return found === undefined || found === 'Id' || found === 'Picklist' || found === 'MultiPicklist' ? 'Text' : found;
}
