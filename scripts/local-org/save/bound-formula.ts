import type { CompiledFormula, FormulaReference, FormulaValue } from '../formula/contract.ts';
import { FormulaRuntimeError } from '../formula/errors.ts';
import { compileFieldFormula } from '../formula/field-formula.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { accessor, type Accessor } from './accessor.ts';
import type { RecordView } from './record-view.ts';

/** A compiled formula whose names are already turned into look-ups on a record. */
export interface BoundFormula {
  readonly compiled: CompiledFormula;
  readonly accessors: readonly Accessor[];
  run(view: RecordView): FormulaValue;
}

export function bindFormula(schema: Schema, type: SObjectType, compiled: CompiledFormula): BoundFormula {
  const accessors: Accessor[] = [];
  for (const reference of compiled.references) accessors[reference.index] = accessor(schema, type, reference);
  const read = (view: RecordView, reference: FormulaReference): FormulaValue => {
    const found = accessors[reference.index];
    if (found === undefined) throw new TypeError(`Expected a look-up for ${reference.path.join('.')}`);
    return found.read(view);
  };
  return {
    compiled,
    accessors,
    run: (view) => {
      const { user } = view.tx.session;
      return compiled.evaluate({
        value: (reference) => read(view, reference),
        prior: (reference) => (view.prior === undefined ? read(view, reference) : read(view.prior, reference)),
        lookUp: (column, name) => lookedUp(view, column.path, name),
        isNew: view.isNew,
        isClone: false,
        now: view.tx.now,
        timeZone: user.timeZone,
        language: user.language,
      });
    },
  };
}

/** The value of a formula that stands for a field; one that cannot be worked out (`#Error!`) leaves it blank. */
export function valueOrBlank(run: () => FormulaValue, isCheckbox: boolean): FormulaValue {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FormulaRuntimeError)) throw error;
    return isCheckbox ? false : null;
  }
}

/** Of several records with the name the oldest counts. Capitals do not matter, as in a query. */
function lookedUp(view: RecordView, [, object = '', , field = '']: readonly string[], name: string): FormulaValue {
  const { schema, store } = view.tx;
  const type = schema.object(object);
  const column = type?.field(field);
  if (!type || !column) throw new TypeError(`Expected a column ${object}.${field}`);
  const [first] = store.find(type, 'Name', [name]).sort((a, b) => (String(a.Id) < String(b.Id) ? -1 : 1));
  return first ? view.of(type, first).worked(column) : null;
}

const fieldFormulas = new WeakMap<Schema, Map<string, BoundFormula>>();

/** The formula of a field, compiled once per version of the schema. */
export function fieldFormula(schema: Schema, type: SObjectType, field: Field): BoundFormula {
  const formulas = fieldFormulas.get(schema) ?? new Map<string, BoundFormula>();
  fieldFormulas.set(schema, formulas);
  const key = `${type.name}.${field.name}`;
  const known = formulas.get(key);
  if (known !== undefined) return known;
  const bound = bindFormula(schema, type, compileFieldFormula(schema, type, field));
  formulas.set(key, bound);
  return bound;
}
