import { assign } from '../assign.ts';
import type { FlowContent } from '../flow-content.ts';
import type { Element, FlowContext } from '../flow-plan.ts';
import { copied, type FlowValue } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, newFrame, type Frame, type Interview } from '../interview.ts';

type Subflow = NonNullable<FlowContent['subflows']>[number];

/** Starts the other flow as a further frame; when that ends, `finishSubflow` takes its outputs. */
export function subflows(context: FlowContext): Element[] {
  return (context.content.subflows ?? []).map((element) => ({
    kind: 'immediate',
    name: element.name ?? '',
    run: (interview) => {
      const plan = context.subflow(element.flowName ?? '');
      const values = new Map<string, FlowValue>(
        [...plan.variables.values()].map((variable) => [variable.name, variable.initial]),
      );
      for (const { name = '', value } of element.inputAssignments ?? [])
        values.set(name, copied(valueOf(interview, value)));
      const frame: Frame = newFrame(plan, values);
      frame.onEnd = () => finishSubflow(interview, element, frame);
      interview.frames.push(frame);
    },
  }));
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
