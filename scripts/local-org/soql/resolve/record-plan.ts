import type { RunContext } from '../run-context.ts';
import type { Sql } from './sql.ts';

/** How a result row becomes a record: positions in the row, in the order of the SELECT list. */
export interface RecordPlan {
  /** Object name; absent = by the id's prefix. */
  readonly type?: string;
  /** Position of the id; absent for aggregate results. */
  readonly id?: number;
  readonly entries: Entry[];
}

export type Show = (value: unknown, context: RunContext) => unknown;

export type Entry =
  | { readonly kind: 'value'; readonly key: string; readonly index: number; readonly show?: Show }
  | { readonly kind: 'parent'; readonly key: string; readonly plan: RecordPlan }
  | { readonly kind: 'children'; readonly key: string; readonly child: number }
  | {
      readonly kind: 'typeof';
      readonly key: string;
      readonly id: number;
      readonly cases: ReadonlyMap<string, RecordPlan>;
      readonly otherwise: RecordPlan | undefined;
    };

/** The SELECT list; equal expressions are read once. */
export class ColumnList {
  readonly #columns: Sql[] = [];
  readonly #known = new Map<string, number>();

  add(column: Sql): number {
    const known = column.values.length === 0 ? this.#known.get(column.text) : undefined;
    if (known !== undefined) return known;
    const index = this.#columns.push(column) - 1;
    this.#known.set(column.text, index);
    return index;
  }

  get all(): readonly Sql[] {
    return this.#columns;
  }
}
