import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord, WriteResult } from '../../salesforce/org-port.ts';
import type { TaskContext } from '../task.ts';
import type { OrderRow } from './plan-writes.ts';

export interface Refusal {
  readonly order: string;
  readonly words: string;
}

/** Writes rows that belong to orders: an order that is refused once is left alone from then on, all others go on. */
export class OrderWriter {
  readonly refusals: Refusal[] = [];
  /** Rows that the org took. */
  written = 0;
  private readonly refused = new Set<string>();
  private readonly context: TaskContext;

  constructor(context: TaskContext) {
    this.context = context;
  }

  isRefused(orderId: string): boolean {
    return this.refused.has(orderId);
  }

  refuse({ orderId, order }: Pick<OrderRow, 'orderId' | 'order'>, words: string): void {
    if (!this.refused.has(orderId)) {
      this.refusals.push({ order, words });
      this.context.report({ event: 'warning-raised', warning: `${order}: ${words}` });
    }
    this.refused.add(orderId);
  }

  /** What was written, with its ids. An external id makes it an upsert, otherwise the rows carry their ids. */
  async write(
    step: string,
    object: string,
    rows: readonly OrderRow[],
    externalIdField?: string,
  ): Promise<{ readonly id: string; readonly of: OrderRow }[]> {
    const open = rows.filter((row) => !this.isRefused(row.orderId));
    const results = await this.send(
      step,
      object,
      open.map(({ row }) => row),
      externalIdField,
    );
    const written: { id: string; of: OrderRow }[] = [];
    for (const [index, of] of open.entries()) {
      const result = results[index];
      if (result?.success) written.push({ id: result.id ?? String(of.row['Id']), of });
      else this.refuse(of, result?.errors.join(' ') ?? '');
    }
    return written;
  }

  /** Rows of no order: the org's no to one of them ends it all. */
  async must(step: string, object: string, rows: readonly OrgRecord[], externalIdField: string): Promise<string[]> {
    const results = await this.send(step, object, rows, externalIdField);
    const errors = results.flatMap((result) => result.errors);
    if (errors.length > 0) throw new MidfieldError('OrgRejected', [errors.slice(0, 20).join('\n')]);
    return results.map((result) => result.id ?? '');
  }

  /** Rows of no order of which any may be refused: a warning and no id. */
  async may(
    step: string,
    object: string,
    rows: readonly OrgRecord[],
    externalIdField: string,
  ): Promise<(string | undefined)[]> {
    const results = await this.send(step, object, rows, externalIdField);
    for (const result of results)
      if (!result.success)
        this.context.report({ event: 'warning-raised', warning: `${object}: ${result.errors.join(' ')}` });
    return results.map((result, index) => (result.success ? (result.id ?? String(rows[index]?.['Id'])) : undefined));
  }

  /** Takes back what was written of orders that were refused afterwards. */
  async undo(object: string, rows: readonly OrderRow[]): Promise<void> {
    const results = await this.send(
      'taken back',
      object,
      rows.map(({ row }) => row),
    );
    for (const [index, { errors }] of results.entries())
      for (const words of errors)
        this.context.report({ event: 'warning-raised', warning: `${rows[index]?.order ?? ''}: ${words}` });
  }

  private async send(
    step: string,
    object: string,
    rows: readonly OrgRecord[],
    externalIdField?: string,
  ): Promise<WriteResult[]> {
    if (rows.length === 0) return [];
    const { org, report, signal } = this.context;
    signal.throwIfAborted();
    const options = {
      signal,
      onProgress: (done: number) => report({ event: 'step-progressed', step, done, total: rows.length }),
    };
    const results = externalIdField
      ? await org.upsert(object, externalIdField, rows, options)
      : await org.update(object, rows, options);
    const written = results.filter((result) => result.success).length;
    this.written += written;
    report({ event: 'step-finished', step, detail: `${written} of ${rows.length} ${object} written` });
    return results;
  }
}
