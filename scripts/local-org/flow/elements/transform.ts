import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { toDataType } from '../coerce.ts';
import type { Part } from '../flow-content.ts';
import { objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { integrityError, located } from '../flow-problem.ts';
import { FlowRecord, isCollection, isScalar, type FlowValue } from '../flow-value.ts';
import { frameOf, type Interview } from '../interview.ts';
import { aggregate } from '../transform/aggregate.ts';
import { eachItem } from '../transform/each-item.ts';
import { mapping, type Mapping } from '../transform/mapping.ts';

type Transform = Part<'transforms'>;
type Produce = (interview: Interview) => FlowValue;

/** Makes target data of source data: mapped field by field and item by item, counted, or summed. */
export function transform(element: Transform, context: FlowContext): Element {
  const name = element.name ?? '';
  const produce = producer(element, context);
  return {
    kind: 'immediate',
    name,
    run: (interview) => {
      const frame = frameOf(interview);
      frame.values.set(name, produce(interview));
      frame.at = element.connector?.targetReference;
    },
  };
}

function producer(element: Transform, context: FlowContext): Produce {
  const [values, ...more] = element.transformValues ?? [];
  if (more.length > 0) throw new NotSupportedError('Flow transforms with several transformValues');
  const actions = values?.transformValueActions ?? [];
  const [first] = actions;
  if (first?.transformType === 'Count' || first?.transformType === 'Sum') {
    if (actions.length > 1 || element.isCollection === true)
      throw new NotSupportedError(`Flow transformType ${first.transformType} beside others or into a collection`);
    const work = located(first, undefined, () => aggregate(first));
    return (interview) => toDataType(interview.tx, element.dataType, work(interview));
  }
  const type =
    element.objectType === undefined
      ? undefined
      : located(element, 'objectType', () => objectNamed(context.schema, element.objectType));
  return mapped(
    element,
    type,
    actions.map((action) => located(action, undefined, () => mapping(action, context, type))),
  );
}

function mapped(element: Transform, type: SObjectType | undefined, mappings: readonly Mapping[]): Produce {
  const collections = [...new Set(mappings.flatMap(({ collection }) => (collection === undefined ? [] : collection)))];
  if (collections.length > 1) throw new NotSupportedError('Flow transforms of several collections');
  const [collection] = collections;
  const one: Produce = (interview) => target(interview, element, type, mappings);
  if (element.isCollection !== true) {
    if (collection === undefined) return one;
    throw integrityError('A single value cannot be mapped from each item of a collection.');
  }
  const each = (interview: Interview): FlowValue[] =>
    collection === undefined ? [one(interview)] : eachItem(interview, collection, () => one(interview));
  return (interview) => each(interview).flatMap((item) => (isCollection(item) ? item : [item]));
}

/** One target: a record with its fields mapped, or the one value. */
function target(
  interview: Interview,
  element: Transform,
  type: SObjectType | undefined,
  mappings: readonly Mapping[],
): FlowValue {
  const start: FlowValue = type === undefined ? null : new FlowRecord(type, {});
  const value = mappings.reduce<FlowValue>((made, one) => one.apply(interview, made), start);
  return isScalar(value) ? toDataType(interview.tx, element.dataType, value) : value;
}
