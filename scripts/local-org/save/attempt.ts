import { fail, resetItem, sound, type Batch, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

export interface AttemptOptions {
  /** One failing record undoes all. */
  readonly allOrNone: boolean;
}

/**
 * Saves a batch the way the platform does with partial success: everything is tried; when records fail after something
 * was written, all of it is undone and tried again without them, so that nothing of a failed record remains.
 */
export function attemptBatch(tx: Transaction, batch: Batch, options: AttemptOptions): void {
  for (;;) {
    const items = sound(batch.items);
    if (items.length === 0) return;
    const kept = tx.attempt(
      () => tx.engine.write(tx, { ...batch, items }),
      () => sound(items).length === items.length || (!options.allOrNone && failedBeforeWriting(items)),
    );
    if (kept) return;
    for (const item of items) resetItem(item, batch.operation);
    if (options.allOrNone) return rollBackOthers(batch.items);
  }
}

const failedBeforeWriting = (items: readonly SaveItem[]): boolean =>
  !items.some((item) => item.written && item.errors.length > 0);

function failTogether(group: readonly SaveItem[]): void {
  const [cause] = group.flatMap((item) => item.errors);
  if (cause === undefined) return;
  for (const item of sound(group)) item.errors.push(cause);
}

export function rollBackOthers(items: readonly SaveItem[]): void {
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  for (const item of sound(items)) fail(item, 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message);
}

const AT_ONCE = 200;

/** A statement of any size: chunks of 200, and a group that fails anywhere leaves nothing in any of them. */
export function runGroups(tx: Transaction, batch: Batch, groups: readonly (readonly SaveItem[])[]): void {
  for (;;) {
    const items = sound(batch.items);
    if (items.length === 0) return;
    const kept = tx.attempt(
      () => {
        for (let start = 0; start < items.length; start += AT_ONCE) {
          tx.engine.write(tx, { ...batch, items: items.slice(start, start + AT_ONCE) });
        }
      },
      () => sound(items).length === items.length,
    );
    if (kept) return;
    for (const item of items) resetItem(item, batch.operation);
    for (const group of groups) failTogether(group);
  }
}
