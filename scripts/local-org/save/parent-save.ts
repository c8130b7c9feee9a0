import type { Row } from '../org.ts';
import { changedRollUps } from './roll-up.ts';
import { rollUpPlans, type RollUpPlan } from './roll-up-plan.ts';
import { saveItem, sound, type Batch, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

type SaveBatch = (tx: Transaction, batch: Batch) => void;

/**
 * Recomputes what the written children feed and sends each changed parent through its own save, and so on upwards.
 * A parent that is refused refuses the children that changed it.
 */
export function saveParents(tx: Transaction, batch: Batch, saveBatch: SaveBatch): void {
  for (const plan of rollUpPlans(tx.schema, batch.type)) {
    const causes = causingItems(batch, plan);
    if (causes.size === 0) continue;
    const items = [...changedRollUps(tx, batch.type, plan, [...causes.keys()])].map(([id, changes]) =>
      parentItem(id, changes),
    );
    if (items.length === 0) continue;
    for (let start = 0; start < items.length; start += 200) {
      saveBatch(tx, {
        type: plan.parent,
        operation: 'update',
        cause: 'rollUp',
        items: items.slice(start, start + 200),
      });
    }
    for (const parent of items) blame(causes.get(parent.id ?? '') ?? [], parent);
  }
}

function parentItem(id: string, changes: Row): SaveItem {
  return saveItem(changes, id);
}

function causingItems(batch: Batch, plan: RollUpPlan): Map<string, SaveItem[]> {
  const causes = new Map<string, SaveItem[]>();
  for (const item of sound(batch.items)) {
    if (
      batch.operation === 'update' &&
      !plan.inputs.some((name) => (item.before?.[name] ?? null) !== (item.after[name] ?? null))
    )
      continue;
    for (const id of new Set([item.before?.[plan.foreignKey.name], item.after[plan.foreignKey.name]])) {
      if (typeof id === 'string') causes.set(id, [...(causes.get(id) ?? []), item]);
    }
  }
  return causes;
}

function blame(children: readonly SaveItem[], parent: SaveItem): void {
  for (const child of parent.errors.length === 0 ? [] : children) child.errors.push(...parent.errors);
}
