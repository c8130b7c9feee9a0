import type { FieldValue, Row } from '../org.ts';
import { roundHalfUp } from './convert-value.ts';
import { RecordView } from './record-view.ts';
import type { RollUp, RollUpPlan } from './roll-up-plan.ts';
import type { Transaction } from './transaction.ts';
import type { SObjectType } from '../schema/model.ts';

/** What the roll-ups of these parents are now: parent id → the fields that differ from what is stored. */
export function changedRollUps(
  tx: Transaction,
  child: SObjectType,
  plan: RollUpPlan,
  parentIds: readonly string[],
): Map<string, Row> {
  tx.records.load(plan.parent, parentIds);
  const children = new Map<string, RecordView[]>(parentIds.map((id) => [id, []]));
  for (const row of tx.store.find(child, plan.foreignKey.name, parentIds)) {
    children.get(String(row[plan.foreignKey.name]))?.push(new RecordView(tx, child, row));
  }
  const changed = new Map<string, Row>();
  for (const [id, views] of children) {
    const parent = tx.records.get(plan.parent, id);
    if (parent === undefined || parent['IsDeleted'] === true) continue;
    const changes: Row = {};
    for (const rollUp of plan.rollUps) {
      const value = aggregate(rollUp, views);
      if (value !== (parent[rollUp.target.name] ?? null)) changes[rollUp.target.name] = value;
    }
    if (Object.keys(changes).length > 0) changed.set(id, changes);
  }
  return changed;
}

function aggregate(rollUp: RollUp, views: readonly RecordView[]): FieldValue {
  const counted = views.filter((view) => rollUp.counts(view));
  const { source, summary } = rollUp;
  if (summary.operation === 'count' || source === undefined) return counted.length;
  const values = counted.map((view) => view.value(source)).filter((value) => value !== null);
  if (summary.operation === 'sum') {
    const sum = values.reduce<number>((total, value) => total + Number(value), 0);
    return roundHalfUp(sum, Math.min(source.scale ?? 8, 12));
  }
  const wanted = summary.operation === 'min' ? -1 : 1;
  return values.reduce<FieldValue>(
    (best, value) => (best === null || Math.sign(compare(value, best)) === wanted ? value : best),
    null,
  );
}

/** Dates and times are compared as the texts they are stored as. */
function compare(one: FieldValue, other: FieldValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}
