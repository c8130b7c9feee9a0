import type { QueryRecord } from './contract.ts';
import type { RunContext, Running } from './run-context.ts';
import type { Entry, RecordPlan } from './resolve/record-plan.ts';

/** Rows as REST shows records: attributes first, then the fields in the order of the SELECT list. */
export class RecordBuilder {
  readonly #running: Running;
  readonly #context: RunContext;
  readonly #entries: readonly Entry[];
  readonly #id: number | undefined;
  readonly #type: string | undefined;
  /** All of the address but the id. */
  readonly #address: string;
  #nested: Map<RecordPlan, RecordBuilder> | undefined;

  constructor(running: Running, plan: RecordPlan) {
    this.#running = running;
    this.#context = running.context;
    this.#entries = plan.entries;
    this.#id = plan.id;
    this.#type = plan.type;
    this.#address = `${running.urlBase}/sobjects/${plan.type ?? ''}/`;
  }

  build(row: readonly unknown[], children: readonly unknown[]): QueryRecord {
    const record: QueryRecord = { attributes: this.#attributes(row) };
    for (const entry of this.#entries) {
      if (entry.kind === 'value') {
        const value = row[entry.index];
        record[entry.key] = entry.show ? entry.show(value, this.#context) : value;
      } else {
        record[entry.key] = this.#nestedValue(entry, row, children);
      }
    }
    return record;
  }

  #nestedValue(
    entry: Exclude<Entry, { kind: 'value' }>,
    row: readonly unknown[],
    children: readonly unknown[],
  ): unknown {
    switch (entry.kind) {
      case 'parent':
        return row[entry.plan.id ?? 0] === null ? null : this.#inner(entry.plan).build(row, []);
      case 'children':
        return children[entry.child] ?? null;
      case 'typeof': {
        const id = row[entry.id];
        const chosen = typeof id === 'string' ? (entry.cases.get(id.slice(0, 3)) ?? entry.otherwise) : undefined;
        return chosen ? this.#inner(chosen).build(row, []) : null;
      }
    }
  }

  #inner(plan: RecordPlan): RecordBuilder {
    const nested = (this.#nested ??= new Map<RecordPlan, RecordBuilder>());
    let builder = nested.get(plan);
    if (!builder) nested.set(plan, (builder = new RecordBuilder(this.#running, plan)));
    return builder;
  }

  #attributes(row: readonly unknown[]): QueryRecord['attributes'] {
    if (this.#id === undefined) return { type: 'AggregateResult' };
    const id = String(row[this.#id]);
    if (this.#type !== undefined) return { type: this.#type, url: this.#address + id };
    const type = this.#context.session.org.schema().objectByPrefix(id.slice(0, 3))?.name ?? 'Name';
    return { type, url: `${this.#running.urlBase}/sobjects/${type}/${id}` };
  }
}
