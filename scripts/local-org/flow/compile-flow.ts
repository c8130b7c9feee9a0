import { OrgError } from '../errors.ts';
import type { Component, Schema, SObjectType } from '../schema/model.ts';
import { assignments } from './elements/assignment.ts';
import { collectionProcessors } from './elements/collection-processor.ts';
import { recordCreates } from './elements/create.ts';
import { customErrors } from './elements/custom-error.ts';
import { decisions } from './elements/decision.ts';
import { recordDeletes } from './elements/delete.ts';
import { recordLookups } from './elements/lookup.ts';
import { loops } from './elements/loop.ts';
import { subflows } from './elements/subflow.ts';
import { recordUpdates } from './elements/update.ts';
import { contentOf, type FlowContent } from './flow-content.ts';
import { elementOrder, connectorsOf } from './flow-order.ts';
import { refuseUnknown, type Element, type FlowContext, type FlowMoment, type FlowPlan } from './flow-plan.ts';
import { flowNames } from './flow-names.ts';
import { computedResources, flowVariables } from './flow-resources.ts';

const plans = new WeakMap<Schema, Map<string, FlowPlan>>();

/** A deployed flow ready to run; compiled once per version of the schema. Refuses by name what the engine does not do. */
export function compileFlow(schema: Schema, component: Component): FlowPlan {
  const known = plans.get(schema) ?? new Map<string, FlowPlan>();
  plans.set(schema, known);
  const plan = known.get(component.fullName) ?? build(schema, component);
  known.set(component.fullName, plan);
  return plan;
}

function build(schema: Schema, component: Component): FlowPlan {
  const content = contentOf(component);
  refuseUnknown(content);
  const variables = flowVariables(schema, content);
  const names = flowNames(schema, content, variables, recordType(schema, content));
  const context: FlowContext = {
    schema,
    content,
    names,
    variables,
    moment: momentOf(content),
    subflow: (name) => compileFlow(schema, subflowNamed(schema, name)),
  };
  const elements = new Map(elementsOf(context).map((element) => [element.name, element]));
  checkConnectors(component.fullName, content, elements);
  return {
    name: component.fullName,
    label: content.label ?? component.fullName,
    first: content.start?.connector?.targetReference ?? content.startElementReference,
    elements,
    order: elementOrder(content),
    variables,
    computed: computedResources(content, names),
  };
}

function elementsOf(context: FlowContext): Element[] {
  const { content } = context;
  const plain = [...assignments(content), ...decisions(content), ...loops(content), ...customErrors(content)];
  const records = [
    ...recordLookups(context),
    ...recordCreates(context),
    ...recordUpdates(context),
    ...recordDeletes(context),
  ];
  return [...plain, ...collectionProcessors(context), ...subflows(context), ...records];
}

export function momentOf(content: FlowContent): FlowMoment | undefined {
  const moment = content.start?.triggerType;
  return moment === 'RecordBeforeSave' || moment === 'RecordAfterSave' || moment === 'RecordBeforeDelete'
    ? moment
    : undefined;
}

function recordType(schema: Schema, content: FlowContent): SObjectType | undefined {
  return content.start?.object === undefined ? undefined : schema.object(content.start.object);
}

function subflowNamed(schema: Schema, name: string): Component {
  const component = schema.component('Flow', name);
  if (component === undefined) throw new OrgError('FIELD_INTEGRITY_EXCEPTION', `The flow "${name}" can't be found.`);
  return component;
}

function checkConnectors(flow: string, content: FlowContent, elements: ReadonlyMap<string, Element>): void {
  for (const target of connectorsOf(content)) {
    if (!elements.has(target))
      throw new OrgError('FIELD_INTEGRITY_EXCEPTION', `${flow}: the element "${target}" can't be found.`);
  }
}
