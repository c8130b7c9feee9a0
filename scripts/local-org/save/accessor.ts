import { NotSupportedError } from '../errors.ts';
import type { FormulaValue, ResolvedReference } from '../formula/contract.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { globalAccessor } from './global-values.ts';
import type { RecordView } from './record-view.ts';

export interface Step {
  /** The reference field to follow. */
  readonly field: Field;
  readonly target: SObjectType;
}

/** How one name of a formula is read from a record. */
export interface Accessor {
  readonly steps: readonly Step[];
  /** The field at the end; absent for a global. */
  readonly last?: Field;
  read(view: RecordView): FormulaValue;
}

export function accessor(schema: Schema, type: SObjectType, reference: ResolvedReference): Accessor {
  const [first = ''] = reference.path;
  if (first.startsWith('$')) return globalAccessor(type, reference.path);
  const steps: Step[] = [];
  let at = type;
  for (const name of reference.path.slice(0, -1)) {
    const step = stepOf(schema, at, name);
    steps.push(step);
    at = step.target;
  }
  const last = at.field(reference.path.at(-1) ?? '');
  if (last === undefined) throw new NotSupportedError(`formula reference ${reference.path.join('.')}`);
  if (steps.length === 0) return { steps, last, read: (view) => view.worked(last) };
  return { steps, last, read: (view) => follow(view, steps, last) };
}

/** `Account`, `Deal__r`, or `Owner:User` where the relationship has several targets. */
function stepOf(schema: Schema, from: SObjectType, name: string): Step {
  const [relationship = '', wanted] = name.split(':');
  const field = from.relationship(relationship);
  const target = schema.object(wanted ?? field?.reference?.to[0] ?? '');
  if (field === undefined || target === undefined)
    throw new NotSupportedError(`formula relationship ${from.name}.${name}`);
  return { field, target };
}

function follow(view: RecordView, steps: readonly Step[], last: Field): FormulaValue {
  let at: RecordView | undefined = view;
  for (const step of steps) {
    at = at.parent(step.field);
    if (at?.type.name !== step.target.name) return last.type === 'boolean' ? false : null;
  }
  return at.worked(last);
}
