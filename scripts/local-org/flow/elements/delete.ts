import { findRecords, foundBy } from '../find-records.ts';
import type { Part } from '../flow-content.ts';
import { objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { FlowRecord } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { recordFilter } from '../record-filter.ts';
import { recordsIn } from '../records-in.ts';
import { settle } from '../settle.ts';
import { writeRows } from '../write-rows.ts';

type Delete = Part<'recordDeletes'>;

export function recordDelete(element: Delete, context: FlowContext): Element {
  return { kind: 'bulk', name: element.name ?? '', run: gatherer(context, element) };
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
  const type = located(element, 'object', () => objectNamed(context.schema, element.object));
  const query = { type, filter: recordFilter(type, element.filters ?? [], element.filterLogic) };
  return (interviews) => {
    const found = foundBy(interviews, findRecords(query, interviews));
    settle(
      interviews,
      element,
      (interview) => found(interview).map((row) => FlowRecord.reading(type, row)),
      (tx, writes) => writeRows(tx, 'delete', writes),
    );
  };
}
