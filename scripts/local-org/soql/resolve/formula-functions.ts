import type { DatabaseSync } from 'node:sqlite';
import { compileFormula } from '../../formula/compile.ts';
import type { CompiledFormula, FormulaReference, FormulaType, FormulaValue } from '../../formula/contract.ts';
import { objectScope } from '../../formula/object-scope.ts';
import type { Field, FieldType, Schema, SObjectType } from '../../schema/model.ts';
import type { RunContext } from '../run-context.ts';

export interface FormulaFunction {
  /** The SQL function's name; its arguments are the values of the references in order. */
  readonly name: string;
  readonly references: readonly FormulaReference[];
}

/** Formula fields as SQL functions, so that a query filters, sorts and groups by them like by any column. */
export class FormulaFunctions {
  readonly #db: DatabaseSync;
  readonly #known = new WeakMap<Schema, Map<string, FormulaFunction>>();
  #count = 0;
  /** Set before a statement runs; SQL runs to its end before another one starts. */
  context: RunContext | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  of(schema: Schema, type: SObjectType, field: Field): FormulaFunction {
    let known = this.#known.get(schema);
    if (!known) this.#known.set(schema, (known = new Map<string, FormulaFunction>()));
    const key = `${type.name}.${field.name}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = this.#register(schema, type, field)));
    return found;
  }

  #register(schema: Schema, type: SObjectType, field: Field): FormulaFunction {
    if (!field.formula) throw new TypeError(`Expected a formula field, got ${type.name}.${field.name}`);
    const compiled = compileFormula(field.formula.source, objectScope(schema, type, 'field'), {
      blanks: field.formula.blanks,
      returnType: formulaType(field.type),
      scale: field.type === 'percent' && field.scale !== undefined ? field.scale + 2 : field.scale,
    });
    const name = `formula_${++this.#count}`;
    const evaluate = this.#evaluator(compiled, field);
    this.#db.function(name, { deterministic: compiled.deterministic, varargs: true }, evaluate);
    return { name, references: compiled.references };
  }

  #evaluator(compiled: CompiledFormula, field: Field): (...values: unknown[]) => string | number | null {
    const booleans = compiled.references.map((reference) => reference.type === 'Boolean');
    let given: unknown[] = [];
    const read = (reference: FormulaReference): FormulaValue => {
      const value = given[reference.index] as string | number | null;
      return booleans[reference.index] ? value === 1 : value;
    };
    return (...values) => {
      const context = this.context;
      if (!context) throw new TypeError('Expected a running query around a formula');
      given = values;
      const { now, timeZone, language } = context;
      return stored(
        field,
        compiled.evaluate({ value: read, prior: read, isNew: false, isClone: false, now, timeZone, language }),
      );
    };
  }
}

/** A percent formula works in fractions; the field shows hundredths. */
function stored(field: Field, value: FormulaValue): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (field.type === 'percent' && typeof value === 'number') return Number((value * 100).toPrecision(15));
  return value;
}

function formulaType(type: FieldType): FormulaType {
  switch (type) {
    case 'boolean':
      return 'Boolean';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'Number';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'DateTime';
    case 'time':
      return 'Time';
    default:
      return 'Text';
  }
}
