import { assign } from '../assign.ts';
import { contentOf, type Part } from '../flow-content.ts';
import type { Element, FlowContext } from '../flow-plan.ts';
import { integrityError, located } from '../flow-problem.ts';
import { copied, type FlowValue } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, initialValues, newFrame, type Frame, type Interview } from '../interview.ts';

type Subflow = Part<'subflows'>;

/** Starts the other flow as a further frame; when that ends, `finishSubflow` takes its outputs. */
export function subflow(element: Subflow, context: FlowContext): Element {
  checkSubflow(element, context);
  return {
    kind: 'immediate',
    name: element.name ?? '',
    run: (interview) => {
      const plan = context.subflow(element.flowName ?? '');
      const values = initialValues(plan);
      for (const { name = '', value } of element.inputAssignments ?? [])
        values.set(name, copied(valueOf(interview, value)));
      const frame: Frame = newFrame(plan, values, frameOf(interview).asUser);
      frame.onEnd = () => finishSubflow(interview, element, frame);
      interview.frames.push(frame);
    },
  };
}

/** Runs when the subflow's frame is already taken off: names are the caller's again. */
function finishSubflow(interview: Interview, element: Subflow, ended: Frame): void {
  const frame = frameOf(interview);
  const output = (name: string): FlowValue => ended.values.get(name) ?? null;
  for (const { assignToReference = '', name = '' } of element.outputAssignments ?? [])
    assign(interview, assignToReference, output(name));
  if (element.storeOutputAutomatically === true) {
    for (const { name, isOutput } of ended.plan.variables.values()) {
      if (isOutput) frame.values.set(`${element.name ?? ''}.${name}`, copied(output(name)));
    }
  }
  frame.at = element.connector?.targetReference;
}

/** The other flow need not be active yet, but it must be there and take and give what is named. */
function checkSubflow(element: Subflow, context: FlowContext): void {
  const variables = context.subflowVariables(element.flowName ?? '');
  const called = context.schema.component('Flow', element.flowName ?? '');
  const trigger = called && contentOf(called).start?.triggerType;
  if (trigger !== undefined && trigger !== 'None')
    located(element, 'flowName', () => {
      throw integrityError(`The flow "${element.flowName ?? ''}" has a trigger: nothing else can start it.`);
    });
  const check = (part: { readonly name?: string }, fits: 'isInput' | 'isOutput'): void => {
    const variable = variables.get(part.name ?? '');
    if (variable?.[fits] === true) return;
    located(part, 'name', () => {
      const words = fits === 'isInput' ? 'input' : 'output';
      throw integrityError(`The flow "${element.flowName ?? ''}" has no ${words} variable "${part.name ?? ''}".`);
    });
  };
  for (const part of element.inputAssignments ?? []) check(part, 'isInput');
  for (const part of element.outputAssignments ?? []) check(part, 'isOutput');
}
