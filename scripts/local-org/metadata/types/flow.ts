import type { Flow, FlowDefinition, FlowCustomError } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { flowProblems } from '../../flow/compile-flow.ts';
import type { Component } from '../../schema/model.ts';
import { flowHistory } from '../flows/history.ts';
import { checkName, limitText } from './common-checks.ts';
import type { Rule, RuleContext } from './rule.ts';
import { componentIn } from './rule.ts';

const processTypes = new Set(['AutoLaunchedFlow', 'Flow']);
const recordTriggers = new Set(['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete']);
const MAX_MESSAGE = 255;

export const flow: Rule<Flow> = (flow, context) => {
  checkName(context, context.fullName, 80, 'Flow API Name');
  limitText(context, flow, 'label', 255, 'Label');
  if (!flow.processType || !processTypes.has(flow.processType)) {
    return context.report(
      new NotSupportedError(`Flow processType ${flow.processType ?? ''}`).message,
      flow,
      'processType',
    );
  }
  checkNames(flow, context);
  checkTrigger(flow, context);
  checkOrder(flow, context);
  for (const error of flow.customErrors) checkCustomError(flow, error, context);
  const component = componentIn(context, 'Flow', context.fullName);
  // The engine's own compiler is the judge of elements, connectors, references and formulas.
  if (component === undefined) return;
  const judged = examined(component, flow);
  // The whole of it is a copy, its parts are not: only these know their lines.
  for (const { message, at, field } of flowProblems(context.schema, judged))
    context.report(message, at === judged.content ? flow : at, field);
};

/** A draft version stands beside the active one: it is compiled under a name of its own. */
function examined(component: Component, flow: Flow): Component {
  const content: Component['content'] = { ...flow };
  return component.content['status'] === flow.status
    ? component
    : { ...component, content, fullName: `${component.fullName}-draft` };
}

function checkNames(flow: Flow, context: RuleContext): void {
  const seen = new Set<string>();
  for (const parts of Object.values(flow)) {
    for (const part of Array.isArray(parts) ? parts : []) {
      const name: unknown = typeof part === 'object' && part !== null ? (part as { name?: unknown }).name : undefined;
      if (typeof name !== 'string' || name === '') continue;
      if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name))
        context.report(`The flow element name "${name}" is not valid`, part as object, 'name');
      if (seen.has(name.toLowerCase()))
        context.report(`The flow contains more than one element with the name "${name}"`, part as object, 'name');
      seen.add(name.toLowerCase());
    }
  }
}

/** Metadata API: Flow, triggerOrder. */
function checkOrder(flow: Flow, context: RuleContext): void {
  const { triggerOrder } = flow;
  if (triggerOrder === undefined || (Number.isInteger(triggerOrder) && triggerOrder >= 1 && triggerOrder <= 2_000))
    return;
  context.report('The trigger order must be a number from 1 to 2,000', flow, 'triggerOrder');
}

function checkTrigger(flow: Flow, context: RuleContext): void {
  const trigger = flow.start?.triggerType;
  if (flow.start && trigger && recordTriggers.has(trigger) && !flow.start.object) {
    context.report('Required field is missing: object', flow.start);
  }
  if (flow.start?.object && !context.schema.object(flow.start.object)) {
    context.report(`In field: object - no CustomObject named ${flow.start.object} found`, flow.start, 'object');
  }
  if (trigger !== 'RecordBeforeSave') return;
  const writes = [...flow.recordCreates, ...flow.recordDeletes, ...flow.subflows, ...flow.actionCalls];
  for (const element of writes) {
    context.report('A flow that runs before the record is saved cannot contain this element', element);
  }
  for (const update of flow.recordUpdates) {
    if (update.inputReference === '$Record') continue;
    context.report('A flow that runs before the record is saved can only update the record that started it', update);
  }
}

function checkCustomError(flow: Flow, error: FlowCustomError, context: RuleContext): void {
  const trigger = flow.start?.triggerType;
  if (!trigger || !recordTriggers.has(trigger)) {
    context.report('Custom error elements are only available in record-triggered flows', error);
  }
  if (error.customErrorMessages.length === 0) context.report('Required field is missing: customErrorMessages', error);
  for (const message of error.customErrorMessages) {
    const text = message.errorMessage;
    if (text.length > MAX_MESSAGE && !text.includes('{!')) {
      context.report(
        `Error Message: data value too large: ${text} (max length=${MAX_MESSAGE})`,
        message,
        'errorMessage',
      );
    }
    if (message.isFieldError && !message.fieldSelection)
      context.report('Required field is missing: fieldSelection', message);
    const object = context.schema.object(flow.start?.object ?? '');
    if (message.fieldSelection && object && !object.field(message.fieldSelection)) {
      context.report(
        `In field: fieldSelection - no CustomField named ${object.name}.${message.fieldSelection} found`,
        message,
        'fieldSelection',
      );
    }
  }
}

/** Says which version of a flow is active. */
export const flowDefinition: Rule<FlowDefinition> = (definition, context) => {
  const { fullName } = context;
  if (!componentIn(context, 'Flow', fullName)) {
    return context.report(`In field: fullName - no Flow named ${fullName} found`);
  }
  const number = definition.activeVersionNumber ?? 0;
  const history = flowHistory(context.session, fullName);
  // A version that the same deploy brings is one more than those that are there.
  const known =
    number === 0 ||
    number === (history?.versions.length ?? 0) + 1 ||
    history?.versions.some((each) => each.number === number);
  if (!known)
    context.report(
      `The version number ${number} of the flow ${fullName} does not exist`,
      definition,
      'activeVersionNumber',
    );
};
