import { compileFunction } from 'node:vm';
import type { QueryRecord } from './contract.ts';
import type { Entry, RecordPlan, Show } from './resolve/record-plan.ts';
import type { RunContext } from './run-context.ts';

/** One row as a record; `address` is all of the record's address but its id. */
type Build = (row: readonly unknown[], context: RunContext, address: string) => QueryRecord;

/** A function of its own pays for plans that have made so many records. */
const OFTEN = 50;

/**
 * Makes records without parents, children and TYPEOF, where all rows have the same fields in the same order. Written out as
 * code each record is one literal, which the engine underneath makes several times faster than field by field.
 */
export class FlatRecords {
  readonly #plan: RecordPlan;
  #built = 0;
  #build: Build | undefined;
  #urlBase: string | undefined;
  #address = '';

  private constructor(plan: RecordPlan) {
    this.#plan = plan;
  }

  static of(plan: RecordPlan): FlatRecords | undefined {
    const plain = plan.entries.every(({ kind }) => kind === 'value');
    return plain && (plan.type !== undefined || plan.id === undefined) ? new FlatRecords(plan) : undefined;
  }

  /** All of a record's address but its id; the same from query to query. */
  addressUnder(urlBase: string): string {
    if (urlBase !== this.#urlBase) {
      this.#urlBase = urlBase;
      this.#address = `${urlBase}/sobjects/${this.#plan.type ?? ''}/`;
    }
    return this.#address;
  }

  /** Undefined until the plan is used often. */
  builderFor(rows: number): Build | undefined {
    if (this.#build !== undefined) return this.#build;
    this.#built += rows;
    return this.#built < OFTEN ? undefined : (this.#build = written(this.#plan));
  }
}

function written({ entries, type, id }: RecordPlan): Build {
  const shows: Show[] = [];
  const values = entries.filter((entry): entry is Extract<Entry, { kind: 'value' }> => entry.kind === 'value');
  const fields = values.map(({ key, index, show }) => {
    const value = show === undefined ? `r[${index}]` : `s${shows.push(show) - 1}(r[${index}], c)`;
    return `[${JSON.stringify(key)}]: ${value}`;
  });
  const attributes =
    id === undefined ? `{ type: 'AggregateResult' }` : `{ type: ${JSON.stringify(type)}, url: a + r[${id}] }`;
  const body = `return (r, c, a) => ({ ${[`attributes: ${attributes}`, ...fields].join(', ')} });`;
  const make = compileFunction(
    body,
    shows.map((_, index) => `s${index}`),
  ) as (...shows: Show[]) => Build;
  return make(...shows);
}
