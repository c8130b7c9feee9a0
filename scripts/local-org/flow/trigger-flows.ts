import type { FieldValue } from '../org.ts';
import type { Batch } from '../save/save-item.ts';
import type { Component, Schema, SObjectType } from '../schema/model.ts';
import { compileFlow, momentOf } from './compile-flow.ts';
import { conditionsTest, type Test } from './conditions.ts';
import { contentOf, type FlowContent } from './flow-content.ts';
import { entryFormula } from './flow-formula.ts';
import type { FlowMoment, FlowPlan } from './flow-plan.ts';
import { flowNames } from './flow-names.ts';
import { flowVariables } from './flow-resources.ts';

export interface TriggerFlow {
  readonly plan: FlowPlan;
  readonly operations: readonly Batch['operation'][];
  /** Does the record meet the conditions? */
  readonly meets: Test;
  /** Only records that did not meet them before. */
  readonly onlyWhenChanged: boolean;
}

const triggers = new WeakMap<Schema, Map<string, readonly TriggerFlow[]>>();

/** The active flows that stand at this moment of this object's save, in their order. */
export function triggerFlows(schema: Schema, type: SObjectType, moment: FlowMoment): readonly TriggerFlow[] {
  const known = triggers.get(schema) ?? new Map<string, readonly TriggerFlow[]>();
  triggers.set(schema, known);
  const key = `${type.name}.${moment}`;
  const found = known.get(key) ?? findTriggers(schema, type, moment);
  known.set(key, found);
  return found;
}

function findTriggers(schema: Schema, type: SObjectType, moment: FlowMoment): TriggerFlow[] {
  const standing = schema.components('Flow').filter((component) => {
    const content = contentOf(component);
    return (
      isActive(schema, component) &&
      momentOf(content) === moment &&
      content.start?.object?.toLowerCase() === type.name.toLowerCase()
    );
  });
  return standing.sort(inOrder).map((component) => triggerFlow(schema, type, component));
}

export function isActive(schema: Schema, component: Component): boolean {
  const version = schema.component('FlowDefinition', component.fullName)?.content['activeVersionNumber'];
  return version === undefined ? contentOf(component).status === 'Active' : Number(version) > 0;
}

/** Orders 1 to 1,000 first, then flows without one by age, then 1,001 to 2,000. */
function inOrder(one: Component, other: Component): number {
  const place = (component: Component): number => contentOf(component).triggerOrder ?? 1000.5;
  return (
    place(one) - place(other) ||
    compareText(one.createdDate, other.createdDate) ||
    compareText(one.fullName, other.fullName)
  );
}

const compareText = (one: FieldValue, other: FieldValue): number =>
  String(one) < String(other) ? -1 : one === other ? 0 : 1;

function triggerFlow(schema: Schema, type: SObjectType, component: Component): TriggerFlow {
  const content = contentOf(component);
  return {
    plan: compileFlow(schema, component),
    operations: operationsOf(content),
    meets: criteria(schema, type, content),
    onlyWhenChanged: content.start?.doesRequireRecordChangedToMeetCriteria === true,
  };
}

function operationsOf(content: FlowContent): readonly Batch['operation'][] {
  switch (content.start?.recordTriggerType) {
    case 'Create':
      return ['insert'];
    case 'Update':
      return ['update'];
    case 'Delete':
      return ['delete'];
    default:
      return momentOf(content) === 'RecordBeforeDelete' ? ['delete'] : ['insert', 'update'];
  }
}

function criteria(schema: Schema, type: SObjectType, content: FlowContent): Test {
  const { filterFormula, filters = [], filterLogic } = content.start ?? {};
  if (filterFormula !== undefined) {
    const formula = entryFormula(flowNames(schema, content, flowVariables(schema, content), type), filterFormula);
    return (interview) => formula.evaluate(interview) === true;
  }
  const conditions = filters.map(({ field = '', operator = 'EqualTo', value }) => ({
    leftValueReference: `$Record.${field}`,
    operator,
    ...(value === undefined ? {} : { rightValue: value }),
  }));
  return conditionsTest(conditions, filterLogic);
}
