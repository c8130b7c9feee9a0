import type { DatabaseSync } from 'node:sqlite';
import type { CompiledFormula, FormulaReference, FormulaValue } from '../../formula/contract.ts';
import { compileFieldFormula } from '../../formula/field-formula.ts';
import type { Field, Schema, SObjectType } from '../../schema/model.ts';
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
    const compiled = compileFieldFormula(schema, type, field);
    const name = `formula_${++this.#count}`;
    const evaluate = this.#evaluator(compiled);
    this.#db.function(name, { deterministic: compiled.deterministic, varargs: true }, evaluate);
    return { name, references: compiled.references };
  }

  #evaluator(compiled: CompiledFormula): (...values: unknown[]) => string | number | null {
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
        compiled.evaluate({ value: read, prior: read, isNew: false, isClone: false, now, timeZone, language }),
      );
    };
  }
}

/** SQL knows no truth but one and zero. */
const stored = (value: FormulaValue): string | number | null => (typeof value === 'boolean' ? (value ? 1 : 0) : value);
