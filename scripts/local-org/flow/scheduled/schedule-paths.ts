import { sound, type Batch, type SaveItem } from '../../save/save-item.ts';
import type { Transaction } from '../../save/transaction.ts';
import type { FlowPlan } from '../flow-plan.ts';
import { FlowRecord } from '../flow-value.ts';
import { PathQueue } from './path-queue.ts';

/** Records of a batch that a flow with scheduled paths looked at. */
export interface Judged {
  /** Those that set the flow off. */
  readonly entered: readonly SaveItem[];
  /** Those that do not meet its conditions (any more). */
  readonly outside: readonly SaveItem[];
  /** Those that still meet them, but did not come to meet them now. */
  readonly staying: readonly SaveItem[];
}

/**
 * Puts down what is to run later. A record that leaves the conditions loses what waits for it; one that is changed gets
 * its times anew.
 */
export function schedulePaths(tx: Transaction, batch: Batch, plan: FlowPlan, judged: Judged): void {
  const queue = new PathQueue(tx.store);
  for (const path of plan.paths) {
    if (path.isAsync) {
      for (const item of sound(judged.entered)) add(tx, batch, plan, item, path, queue);
      continue;
    }
    const kept = judged.staying.filter((item) => queue.has(plan.name, path.name, item.id ?? ''));
    for (const item of [...judged.outside, ...judged.entered, ...kept])
      queue.remove(plan.name, path.name, item.id ?? '');
    for (const item of sound([...judged.entered, ...kept])) add(tx, batch, plan, item, path, queue);
  }
  tx.store.afterCommit(() => tx.session.org.pathsWait?.());
}

function add(
  tx: Transaction,
  batch: Batch,
  plan: FlowPlan,
  item: SaveItem,
  path: FlowPlan['paths'][number],
  queue: PathQueue,
): void {
  if (path.first === undefined) return;
  const due = path.due(tx, new FlowRecord(batch.type, item.after));
  if (due === undefined) return;
  queue.add({
    flow: plan.name,
    path: path.name,
    object: batch.type.name,
    recordId: item.id ?? '',
    userId: tx.session.user.id,
    due,
    isNew: batch.operation === 'insert',
    depth: due <= tx.now ? tx.pathDepth : 0,
    prior: path.isAsync && item.before !== undefined ? JSON.stringify(item.before) : null,
  });
}
