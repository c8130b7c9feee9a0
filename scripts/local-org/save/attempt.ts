import { fail, resetItem, sound, type Batch, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

export interface AttemptOptions {
  /** One failing record undoes all. */
  readonly allOrNone: boolean;
  /** Items that stand and fall together; absent = each for itself. */
  readonly groups?: readonly (readonly SaveItem[])[];
}

/**
 * Saves a batch the way the platform does with partial success: everything is tried; when records fail after something
 * was written, all of it is undone and tried again without them, so that nothing of a failed record remains.
 */
export function attemptBatch(
  tx: Transaction,
  batch: Batch,
  options: AttemptOptions,
  run: (tx: Transaction, batch: Batch) => void,
): void {
  for (;;) {
    const items = sound(batch.items);
    if (items.length === 0) return;
    const kept = tx.attempt(
      () => run(tx, { ...batch, items }),
      () => sound(items).length === items.length || (!options.allOrNone && failedBeforeWriting(items, options)),
    );
    if (kept) return;
    for (const item of items) resetItem(item, batch.operation);
    if (options.allOrNone) return rollBackOthers(batch.items);
    for (const group of options.groups ?? []) failTogether(group);
  }
}

function failedBeforeWriting(items: readonly SaveItem[], options: AttemptOptions): boolean {
  if (items.some((item) => item.written && item.errors.length > 0)) return false;
  return (options.groups ?? []).every(
    (group) => group.every((item) => item.errors.length > 0) || sound(group).length === group.length,
  );
}

function failTogether(group: readonly SaveItem[]): void {
  const [cause] = group.flatMap((item) => item.errors);
  if (cause === undefined) return;
  for (const item of sound(group)) item.errors.push(cause);
}

export function rollBackOthers(items: readonly SaveItem[]): void {
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  for (const item of sound(items)) fail(item, 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message);
}
