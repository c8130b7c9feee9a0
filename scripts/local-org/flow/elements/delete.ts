import type { Row } from '../../org.ts';
import { findRecords } from '../find-records.ts';
import type { FlowContent } from '../flow-content.ts';
import { objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { FlowRecord } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { recordFilter } from '../record-filter.ts';
import { recordsIn } from '../records-in.ts';
import { settle } from '../settle.ts';
import { writeRows } from '../write-rows.ts';

type Delete = NonNullable<FlowContent['recordDeletes']>[number];

export function recordDeletes(context: FlowContext): Element[] {
  return (context.content.recordDeletes ?? []).map((element) => ({
    kind: 'bulk',
    name: element.name ?? '',
    run: gatherer(context, element),
  }));
}

function gatherer(context: FlowContext, element: Delete): (interviews: readonly Interview[]) => void {
  const { inputReference } = element;
  if (inputReference !== undefined) {
    return (interviews) =>
      settle(
        interviews,
        element,
        (interview) => recordsIn(interview, inputReference),
        (tx, writes) => writeRows(tx, 'delete', writes),
      );
  }
  const type = objectNamed(context.schema, element.object, element.name ?? '');
  const query = { type, filter: recordFilter(type, element.filters ?? [], element.filterLogic) };
  return (interviews) => {
    const found = new Map<Interview, readonly Row[]>(
      findRecords(query, interviews).map((rows, index) => [interviews[index] as Interview, rows]),
    );
    settle(
      interviews,
      element,
      (interview) => (found.get(interview) ?? []).map((row) => FlowRecord.reading(type, row)),
      (tx, writes) => writeRows(tx, 'delete', writes),
    );
  };
}
