import type { Row } from '../../org.ts';
import { checkValues } from '../check-values.ts';
import { BadValue } from '../convert-value.ts';
import { RecordView } from '../record-view.ts';
import { fail, saveItem, type Batch, type SaveItem } from '../save-item.ts';
import { behaviourOf } from '../standard/behaviours.ts';
import type { Transaction } from '../transaction.ts';
import { writeRecords } from '../write-records.ts';
import type { FieldUpdate } from './field-update.ts';
import { workflowPlan, type WorkflowPlan } from './plan.ts';
import type { Trigger, WorkflowRule } from './rule.ts';

/** A changed field has the rules looked at again, at most so often. */
const MOST_ROUNDS = 5;

/**
 * The workflow rules of the object, after the first write and before the flows that run after a save. Their field
 * updates are written at once: the platform's own checks hold for them, the company's validation rules do not run again.
 */
export function runWorkflow(tx: Transaction, batch: Batch, items: readonly SaveItem[]): void {
  const plan = workflowPlan(tx.schema, batch.type);
  if (plan === undefined || (batch.operation !== 'insert' && batch.operation !== 'update')) return;
  for (const item of items) runFor(tx, batch, plan, item);
}

function runFor(tx: Transaction, batch: Batch, plan: WorkflowPlan, item: SaveItem): void {
  const fired = new Set<WorkflowRule>();
  let before: Row | undefined = item.before;
  for (let round = 0; round <= MOST_ROUNDS && item.errors.length === 0; round++) {
    const view = new RecordView(tx, batch.type, item.after, { before });
    const rules = plan.rules.filter((rule) => !fired.has(rule) && starts(rule, view));
    for (const rule of rules) fired.add(rule);
    const updates = rules.flatMap((rule) => rule.updates.flatMap((name) => plan.updates.get(name) ?? []));
    if (updates.length === 0) return;
    before = item.after;
    if (!apply(tx, batch, item, updates)) return;
  }
}

/** Formula errors count as a rule that does not hold. */
function starts(rule: WorkflowRule, view: RecordView): boolean {
  try {
    return rule.holds(view) && triggered(rule.trigger, rule, view);
  } catch (error) {
    if (error instanceof Error && error.name === 'FormulaRuntimeError') return false;
    throw error;
  }
}

function triggered(trigger: Trigger, rule: WorkflowRule, view: RecordView): boolean {
  if (view.isNew || trigger === 'onAllChanges') return true;
  if (trigger === 'onCreateOnly') return false;
  return view.prior !== undefined && !rule.holds(view.prior);
}

/** Writes the updates and answers whether the rules shall be looked at again. */
function apply(tx: Transaction, batch: Batch, item: SaveItem, updates: readonly FieldUpdate[]): boolean {
  const again = saveItem({}, item.id);
  Object.assign(again, { before: item.after, after: { ...item.after }, derivedFrom: item.derivedFrom });
  let reevaluate = false;
  for (const { field, reevaluates, value } of updates) {
    try {
      const next = value(new RecordView(tx, batch.type, again.after, { before: item.before }));
      reevaluate ||= reevaluates && next !== (again.after[field.name] ?? null);
      again.after[field.name] = next;
      again.given.add(field.name);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      fail(item, error.statusCode, error.message, [field.name]);
    }
  }
  const update: Batch = { type: batch.type, operation: 'update', cause: 'flow', items: [again] };
  const behaviour = behaviourOf(batch.type);
  behaviour.derive?.(tx, update, again);
  checkValues(tx, batch.type, again);
  if (again.errors.length > 0 || item.errors.length > 0) {
    item.errors.push(...again.errors);
    return false;
  }
  writeRecords(tx, update, [again]);
  behaviour.written?.(tx, update, [again]);
  item.after = again.after;
  return reevaluate;
}
