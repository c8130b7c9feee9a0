import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Sql } from './resolve/sql.ts';
import type { RunContext } from './run-context.ts';

/** SQL with its values, prepared once and then run as often as its plan. */
export class ReadyStatement {
  readonly #sql: Sql;
  readonly #fixed: readonly SQLInputValue[] | undefined;
  #prepared: StatementSync | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
    const fixed = sql.values.filter((value) => typeof value !== 'function');
    this.#fixed = fixed.length === sql.values.length ? fixed : undefined;
  }

  values(context: RunContext): readonly SQLInputValue[] {
    return this.#fixed ?? this.#sql.values.map((value) => (typeof value === 'function' ? value(context) : value));
  }

  rows(context: RunContext, values: readonly SQLInputValue[]): unknown[][] {
    if (!this.#prepared) {
      this.#prepared = context.session.org.store.db.prepare(this.#sql.text);
      this.#prepared.setReturnArrays(true);
    }
    const [only] = values;
    const rows = values.length === 1 && only !== undefined ? this.#prepared.all(only) : this.#prepared.all(...values);
    return rows as unknown as unknown[][];
  }
}
