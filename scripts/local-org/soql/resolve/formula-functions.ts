import type { DatabaseSync } from 'node:sqlite';
import type { CompiledFormula, FormulaReference, FormulaValue } from '../../formula/contract.ts';
import { FormulaRuntimeError } from '../../formula/errors.ts';
import { compileFieldFormula } from '../../formula/field-formula.ts';
import type { Field, Schema, SObjectType } from '../../schema/model.ts';
import type { RunContext } from '../run-context.ts';

export interface FormulaFunction {
  /** The SQL function's name; its arguments are the values of the references in order. */
  readonly name: string;
  /** The same as an argument of another formula: it hands its error on. */
  readonly innerName: string;
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
    const innerName = `${name}_inner`;
    const options = { deterministic: compiled.deterministic, varargs: true };
    const evaluate = this.#evaluator(compiled);
    const failed = compiled.type === 'Boolean' ? 0 : null;
    this.#db.function(name, options, (...values) => tried(evaluate, values, failed));
    this.#db.function(innerName, options, (...values) => tried(evaluate, values, FAILED));
    return { name, innerName, references: compiled.references };
  }

  #evaluator(compiled: CompiledFormula): (...values: unknown[]) => string | number | null {
    const booleans = compiled.references.map((reference) => reference.type === 'Boolean');
    let given: unknown[] = [];
    const read = (reference: FormulaReference): FormulaValue => {
      const value = given[reference.index] as string | number | null | Uint8Array;
      if (value instanceof Uint8Array) throw new FormulaRuntimeError(`${reference.path.join('.')} has an error`);
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

/** Stands for `#Error!` between one formula and another; no field holds bytes. */
const FAILED = new Uint8Array(1);

/** A formula that cannot be worked out is blank in a query. */
function tried<Failed>(
  evaluate: (...values: unknown[]) => string | number | null,
  values: readonly unknown[],
  failed: Failed,
): string | number | null | Failed {
  try {
    return evaluate(...values);
  } catch (error) {
    if (error instanceof FormulaRuntimeError) return failed;
    throw error;
  }
}

/** SQL knows no truth but one and zero. */
const stored = (value: FormulaValue): string | number | null => (typeof value === 'boolean' ? (value ? 1 : 0) : value);
