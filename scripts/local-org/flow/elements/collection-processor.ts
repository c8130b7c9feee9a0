import { NotSupportedError } from '../../errors.ts';
import { conditionsTest, type Test } from '../conditions.ts';
import type { Part } from '../flow-content.ts';
import { flowFormula } from '../flow-formula.ts';
import { order } from '../find-records.ts';
import type { Element, FlowContext } from '../flow-plan.ts';
import { copied, FlowFault, FlowRecord, isCollection, type FlowCollection } from '../flow-value.ts';
import { frameOf, type Interview } from '../interview.ts';
import { readReference } from '../references.ts';
import { RecordView } from '../../save/record-view.ts';
import type { FieldValue } from '../../org.ts';

type Processor = Part<'collectionProcessors'>;

export function collectionProcessor(element: Processor, context: FlowContext): Element {
  const name = element.name ?? '';
  const process = processorOf(context, element);
  return {
    kind: 'immediate',
    name,
    run: (interview) => {
      const items = readReference(interview, element.collectionReference ?? '');
      if (items !== null && !isCollection(items))
        throw new FlowFault(`Expected a collection, got ${element.collectionReference ?? ''}`);
      const frame = frameOf(interview);
      frame.values.set(name, copied(process(interview, items ?? [])));
      frame.at = element.connector?.targetReference;
    },
  };
}

function processorOf(
  context: FlowContext,
  element: Processor,
): (interview: Interview, items: FlowCollection) => FlowCollection {
  if (element.outputSObjectType !== undefined)
    throw new NotSupportedError('Flow collection processor outputSObjectType');
  switch (element.collectionProcessorType) {
    case 'FilterCollectionProcessor':
      return filter(element, filterTest(context, element));
    case 'SortCollectionProcessor':
      return (interview, items) => sort(interview, element, items);
    default:
      throw new NotSupportedError(`Flow collection processor ${element.collectionProcessorType ?? ''}`);
  }
}

function filterTest(context: FlowContext, element: Processor): Test {
  if (element.formula === undefined) return conditionsTest(element.conditions ?? [], element.conditionLogic);
  const formula = flowFormula(context.names, element.formula, 'Boolean');
  return (interview) => formula.evaluate(interview) === true;
}

function filter(element: Processor, test: Test) {
  const current = element.assignNextValueToReference ?? element.name ?? '';
  return (interview: Interview, items: FlowCollection): FlowCollection => {
    const { values } = frameOf(interview);
    const kept = items.filter((item) => {
      values.set(current, item);
      return test(interview);
    });
    values.delete(current);
    return kept;
  };
}

function sort(interview: Interview, element: Processor, items: FlowCollection): FlowCollection {
  const options = element.sortOptions ?? [];
  const sorted = [...items].sort((one, other) => {
    for (const option of options) {
      const left = sortKey(interview, one, option.sortField);
      const right = sortKey(interview, other, option.sortField);
      const difference = compareKeys(
        left,
        right,
        option.sortOrder === 'Desc',
        option.doesPutEmptyStringAndNullFirst === true,
      );
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return element.limit === undefined ? sorted : sorted.slice(0, element.limit);
}

function compareKeys(left: FieldValue, right: FieldValue, descending: boolean, blanksFirst: boolean): number {
  const blank = (value: FieldValue): boolean => value === null || value === '';
  if (blank(left) || blank(right)) return blank(left) === blank(right) ? 0 : blank(left) === blanksFirst ? -1 : 1;
  return descending ? order(right, left) : order(left, right);
}

function sortKey(interview: Interview, item: FieldValue | FlowRecord, name: string | undefined): FieldValue {
  if (!(item instanceof FlowRecord)) return item;
  const field = item.type.field(name ?? '');
  if (field === undefined) throw new FlowFault(`Expected a field of ${item.type.name} to sort by, got ${name ?? ''}`);
  return new RecordView(interview.tx, item.type, item.values).value(field);
}
