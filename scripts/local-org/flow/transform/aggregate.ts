import { RecordView } from '../../save/record-view.ts';
import { NotSupportedError } from '../../errors.ts';
import type { FieldValue } from '../../org.ts';
import { integrityError } from '../flow-problem.ts';
import { FlowFault, FlowRecord, isCollection } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { readReference } from '../references.ts';
import type { TransformAction } from './mapping.ts';

/** How many items a collection has, or the sum of a field over them. */
export function aggregate(action: TransformAction): (interview: Interview) => number {
  const parameter = (name: string): string | undefined => {
    const value = (action.inputParameters ?? []).find((one) => one.name === name)?.value;
    return value?.elementReference ?? value?.stringValue;
  };
  const collection = parameter('aggregationValues');
  if (collection === undefined) throw integrityError('The transform needs the input parameter "aggregationValues".');
  if (action.outputFieldApiName !== undefined)
    throw new NotSupportedError(`Flow transformType ${action.transformType ?? ''} with outputFieldApiName`);
  // It may come as a path: only the field itself counts.
  const field = parameter('aggregationField')?.split('.').at(-1);
  if (action.transformType === 'Count') return (interview) => itemsOf(interview, collection).length;
  return (interview) =>
    itemsOf(interview, collection).reduce<number>((sum, item) => plus(sum, amount(interview, item, field)), 0);
}

function itemsOf(interview: Interview, collection: string): readonly (FieldValue | FlowRecord)[] {
  const items = readReference(interview, collection);
  if (items !== null && !isCollection(items)) throw new FlowFault(`Expected a collection, got ${collection}`);
  return items ?? [];
}

function amount(interview: Interview, item: FieldValue | FlowRecord, name: string | undefined): number {
  if (!(item instanceof FlowRecord)) return Number(item ?? 0);
  const field = item.type.field(name ?? '');
  if (field === undefined) throw new FlowFault(`Expected a field of ${item.type.name} to sum, got ${name ?? ''}`);
  return Number(new RecordView(interview.tx, item.type, item.values).value(field) ?? 0);
}

/** Without what binary arithmetic adds: 0.1 + 0.2 is 0.3. */
const plus = (one: number, other: number): number => Number((one + other).toPrecision(15));
