import type { Doomed } from '../deletion-plan.ts';
import type { Batch, SaveItem } from '../save-item.ts';
import type { Transaction } from '../transaction.ts';

/** What the platform does for one of its own objects beyond what its fields say. */
export interface StandardBehaviour {
  /** Fills dependent fields: once with the request's values, and again after the before-save flows. */
  derive?(tx: Transaction, batch: Batch, item: SaveItem): void;
  /** Checks of the platform's own, beside those of the fields. */
  check?(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void;
  /** Writes rows that stand beside the records: history, shares. */
  written?(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void;
  /** An insert of something that exists is an update of it: the stored id for each such item. */
  existing?(tx: Transaction, batch: Batch): ReadonlyMap<SaveItem, string>;
  /** Looks at what a deletion would take along, and refuses it at the root. */
  losing?(details: readonly Doomed[]): void;
}
