import type { Part } from '../flow-content.ts';
import type { Element } from '../flow-plan.ts';
import { copied, FlowFault, isCollection } from '../flow-value.ts';
import { frameOf, type Interview, type LoopState } from '../interview.ts';
import { readReference } from '../references.ts';

export function loop(element: Part<'loops'>): Element {
  const name = element.name ?? '';
  const each = element.nextValueConnector?.targetReference;
  const after = element.noMoreValuesConnector?.targetReference;
  return {
    kind: 'immediate',
    name,
    run: (interview) => {
      const frame = frameOf(interview);
      const state =
        frame.loops.get(name) ?? begin(interview, element.collectionReference ?? '', element.iterationOrder === 'Desc');
      frame.loops.set(name, state);
      if (state.next >= state.items.length) {
        frame.loops.delete(name);
        frame.at = after;
        return;
      }
      const value = copied(state.items[state.next++] ?? null);
      frame.values.set(name, value);
      if (element.assignNextValueToReference !== undefined) frame.values.set(element.assignNextValueToReference, value);
      frame.at = each;
    },
  };
}

function begin(interview: Interview, reference: string, backwards: boolean): LoopState {
  const value = readReference(interview, reference);
  if (value !== null && !isCollection(value))
    throw new FlowFault(`Expected a collection to loop over, got a single value in ${reference}`);
  const items = value ?? [];
  return { items: backwards ? [...items].reverse() : items, next: 0 };
}
