import { assign } from '../assign.ts';
import { setField } from '../coerce.ts';
import { findRecords, foundBy } from '../find-records.ts';
import type { Part } from '../flow-content.ts';
import { checkAssignments, objectNamed, referredObject, type Element, type FlowContext } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { FlowRecord, scalar } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, type Interview } from '../interview.ts';
import { recordFilter } from '../record-filter.ts';
import { recordsIn } from '../records-in.ts';
import { settle } from '../settle.ts';
import { writeRows } from '../write-rows.ts';

type Update = Part<'recordUpdates'>;

export function recordUpdate(element: Update, context: FlowContext): Element {
  if (element.inputReference === undefined) return updateFound(context, element);
  const type = referredObject(context, element.inputReference);
  if (type !== undefined) checkAssignments(type, element.inputAssignments ?? []);
  const isTrigger = element.inputReference.toLowerCase() === '$record';
  return isTrigger && context.moment === 'RecordBeforeSave'
    ? updateInMemory(element)
    : updateGiven(element, element.inputReference);
}

/** Before the save $Record is still in memory: setting its fields is the update. */
function updateInMemory(element: Update): Element {
  return {
    kind: 'immediate',
    name: element.name ?? '',
    run: (interview) => {
      for (const { field = '', value } of element.inputAssignments ?? [])
        assign(interview, `$Record.${field}`, valueOf(interview, value));
      frameOf(interview).at = element.connector?.targetReference;
    },
  };
}

function updateGiven(element: Update, reference: string): Element {
  return {
    kind: 'bulk',
    name: element.name ?? '',
    run: (interviews) =>
      settle(
        interviews,
        element,
        (interview) => recordsIn(interview, reference).map((record) => withValues(interview, element, record)),
        (tx, writes) => writeRows(tx, 'update', writes),
      ),
  };
}

function updateFound(context: FlowContext, element: Update): Element {
  const type = located(element, 'object', () => objectNamed(context.schema, element.object));
  checkAssignments(type, element.inputAssignments ?? []);
  const query = { type, filter: recordFilter(type, element.filters ?? [], element.filterLogic) };
  return {
    kind: 'bulk',
    name: element.name ?? '',
    run: (interviews) => {
      const found = foundBy(interviews, findRecords(query, interviews));
      settle(
        interviews,
        element,
        (interview) => found(interview).map((row) => withValues(interview, element, FlowRecord.reading(type, row))),
        (tx, writes) => writeRows(tx, 'update', writes),
      );
    },
  };
}

function withValues(interview: Interview, element: Update, record: FlowRecord): FlowRecord {
  for (const { field = '', value } of element.inputAssignments ?? [])
    setField(interview.tx, record, field, scalar(valueOf(interview, value)));
  return record;
}
