import type { Component, Schema, SObjectType } from '../schema/model.ts';
import { checkParts } from './check/check-parts.ts';
import { refuseUnknown } from './check/refuse-unknown.ts';
import { ELEMENT_KINDS } from './element-kinds.ts';
import { contentOf, type FlowContent } from './flow-content.ts';
import { flowNames } from './flow-names.ts';
import { elementOrder, connectorsOf } from './flow-order.ts';
import type { Element, FlowContext, FlowMoment, FlowPlan } from './flow-plan.ts';
import { entryFormula } from './flow-formula.ts';
import { type FlowProblem, FlowProblems, integrityError, located, titleOf } from './flow-problem.ts';
import { computedResources, flowVariables, subflowVariables } from './flow-resources.ts';
import { flowSchedule } from './scheduled/flow-schedule.ts';
import { scheduledPaths } from './scheduled/scheduled-paths.ts';

interface Compiled {
  readonly plan: FlowPlan;
  readonly problems: readonly FlowProblem[];
}

const compiled = new WeakMap<Schema, Map<string, Compiled>>();

/** A deployed flow ready to run; compiled once per version of the schema. */
export function compileFlow(schema: Schema, component: Component): FlowPlan {
  const { plan, problems } = compile(schema, component);
  if (problems[0] !== undefined) throw problems[0];
  return plan;
}

/** What a deploy has to say about a flow: mistakes, and by name whatever the engine does not do. */
export const flowProblems = (schema: Schema, component: Component): readonly FlowProblem[] =>
  compile(schema, component).problems;

function compile(schema: Schema, component: Component): Compiled {
  const known = compiled.get(schema) ?? new Map<string, Compiled>();
  compiled.set(schema, known);
  const found = known.get(component.fullName) ?? build(schema, component);
  known.set(component.fullName, found);
  return found;
}

function build(schema: Schema, component: Component): Compiled {
  const content = contentOf(component);
  const problems = new FlowProblems();
  refuseUnknown(content, problems);
  const variables = problems.collect(content, undefined, () => flowVariables(schema, content)) ?? new Map();
  const names = flowNames(schema, content, variables, recordType(schema, content));
  const context: FlowContext = {
    schema,
    content,
    names,
    variables,
    moment: momentOf(content),
    subflow: (name) => compileFlow(schema, subflowNamed(schema, name)),
    subflowVariables: (name) => subflowVariables(schema, name),
  };
  const elements = elementsOf(context, problems);
  checkEntry(context, problems);
  const computed = computedResources(content, names, problems);
  const schedule = flowSchedule(context, problems);
  const paths = schedule === undefined ? scheduledPaths(context, problems) : [];
  checkParts(context, problems);
  checkConnectors(content, problems);
  const plan: FlowPlan = {
    name: component.fullName,
    label: content.label ?? component.fullName,
    first: content.start?.connector?.targetReference ?? content.startElementReference,
    paths,
    ...(schedule === undefined ? {} : { schedule }),
    asUser: { UserMode: true, SystemModeWithoutSharing: false }[String(content.runInMode)],
    elements,
    order: elementOrder(content),
    variables,
    computed,
  };
  return { plan, problems: problems.found };
}

/** Compiled again when records come; here so that a deploy says what is wrong with it. */
function checkEntry({ content: { start }, names, moment }: FlowContext, problems: FlowProblems): void {
  const formula = start?.filterFormula;
  if (start === undefined || formula === undefined || moment === undefined) return;
  problems.collect(start, 'Start', () => located(start, 'filterFormula', () => entryFormula(names, formula)));
}

function elementsOf(context: FlowContext, problems: FlowProblems): Map<string, Element> {
  const elements = new Map<string, Element>();
  for (const kind of ELEMENT_KINDS) {
    for (const part of kind.parts(context.content)) {
      const element = problems.collect(part, titleOf(part, kind.label), () => kind.compile(part, context));
      if (element !== undefined) elements.set(element.name, element);
    }
  }
  return elements;
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
  if (component === undefined) throw integrityError(`The flow "${name}" can't be found.`);
  return component;
}

/** Elements of kinds that do not run are refused already; a connector to one of them is no second mistake. */
function checkConnectors(content: FlowContent, problems: FlowProblems): void {
  const names = new Set(
    Object.values(content).flatMap((list: unknown) =>
      Array.isArray(list) ? (list as { name?: string }[]).map(({ name }) => name) : [],
    ),
  );
  for (const connector of connectorsOf(content)) {
    if (names.has(connector.targetReference)) continue;
    problems.collect(connector, undefined, () => {
      throw integrityError(`The element "${connector.targetReference ?? ''}" can't be found.`);
    });
  }
}
