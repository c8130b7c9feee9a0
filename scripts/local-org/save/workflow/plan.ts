import type { Schema, SObjectType } from '../../schema/model.ts';
import { fieldUpdate, type FieldUpdate } from './field-update.ts';
import { isActive, workflowRule, type WorkflowRule } from './rule.ts';

export interface WorkflowPlan {
  readonly rules: readonly WorkflowRule[];
  readonly updates: ReadonlyMap<string, FieldUpdate>;
}

const plans = new WeakMap<Schema, ReadonlyMap<string, WorkflowPlan>>();

/** The active workflow rules of an object; undefined for nearly every object. */
export const workflowPlan = (schema: Schema, type: SObjectType): WorkflowPlan | undefined =>
  plansOf(schema).get(type.name);

function plansOf(schema: Schema): ReadonlyMap<string, WorkflowPlan> {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const names = new Set(schema.components('WorkflowRule').filter(isActive).map(objectNameOf));
  const found = new Map<string, WorkflowPlan>();
  for (const type of schema.objects) if (names.has(type.name)) found.set(type.name, planFor(schema, type));
  plans.set(schema, found);
  return found;
}

const objectNameOf = ({ fullName }: { readonly fullName: string }): string => fullName.slice(0, fullName.indexOf('.'));

function planFor(schema: Schema, type: SObjectType): WorkflowPlan {
  const rules = schema
    .components('WorkflowRule')
    .filter((each) => isActive(each) && objectNameOf(each) === type.name)
    .map((each) => workflowRule(schema, type, each));
  const updates = schema
    .components('WorkflowFieldUpdate')
    .filter((each) => objectNameOf(each) === type.name)
    .map((each) => [each.fullName, fieldUpdate(schema, type, each)] as const);
  return { rules, updates: new Map(updates) };
}
