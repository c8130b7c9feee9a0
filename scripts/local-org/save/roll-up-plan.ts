import type { SummaryField } from '../schema/filter-model.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { fieldFormula } from './bound-formula.ts';
import { rollUpFilter, type RowTest } from './roll-up-filter.ts';

export interface RollUp {
  /** The parent's field. */
  readonly target: Field;
  readonly summary: SummaryField;
  /** The child's field that is aggregated; absent for a count. */
  readonly source?: Field;
  readonly counts: RowTest;
}

/** The roll-ups that a child type feeds through one of its master-detail fields. */
export interface RollUpPlan {
  readonly foreignKey: Field;
  readonly parent: SObjectType;
  readonly rollUps: readonly RollUp[];
  /** Fields of the child whose change can change a roll-up. */
  readonly inputs: readonly string[];
}

const plans = new WeakMap<Schema, Map<string, readonly RollUpPlan[]>>();

export function rollUpPlans(schema: Schema, child: SObjectType): readonly RollUpPlan[] {
  const known = plans.get(schema) ?? new Map<string, readonly RollUpPlan[]>();
  plans.set(schema, known);
  const found = known.get(child.name) ?? buildPlans(schema, child);
  known.set(child.name, found);
  return found;
}

function buildPlans(schema: Schema, child: SObjectType): RollUpPlan[] {
  return child.fields.flatMap((foreignKey) => {
    const parent = schema.object(foreignKey.reference?.to[0] ?? '');
    if (parent === undefined) return [];
    const rollUps = parent.fields.flatMap((target) => {
      const summary = target.summary;
      return summary?.childObject === child.name && summary.foreignKey === foreignKey.name
        ? [rollUp(child, target, summary)]
        : [];
    });
    return rollUps.length === 0
      ? []
      : [{ foreignKey, parent, rollUps, inputs: inputsOf(schema, child, foreignKey, rollUps) }];
  });
}

function rollUp(child: SObjectType, target: Field, summary: SummaryField): RollUp {
  const source = summary.summarizedField === undefined ? undefined : child.field(summary.summarizedField);
  return { target, summary, counts: rollUpFilter(child, summary), ...(source === undefined ? {} : { source }) };
}

function inputsOf(schema: Schema, child: SObjectType, foreignKey: Field, rollUps: readonly RollUp[]): string[] {
  const names = new Set([foreignKey.name, 'IsDeleted']);
  const add = (field: Field | undefined): void => {
    if (field === undefined) return;
    if (field.formula === undefined) names.add(field.name);
    else for (const { last } of fieldFormula(schema, child, field).accessors) if (last !== field) add(last);
  };
  for (const { source, summary } of rollUps) {
    add(source);
    for (const filter of summary.filters) add(child.field(filter.field.slice(filter.field.lastIndexOf('.') + 1)));
  }
  return [...names];
}
