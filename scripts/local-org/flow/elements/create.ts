import { assign } from '../assign.ts';
import { NotSupportedError } from '../../errors.ts';
import { setField } from '../coerce.ts';
import type { Part } from '../flow-content.ts';
import { checkAssignments, objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { FlowRecord, scalar } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, type Interview } from '../interview.ts';
import { recordsIn } from '../records-in.ts';
import { settle } from '../settle.ts';
import { writeRows } from '../write-rows.ts';

type Create = Part<'recordCreates'>;

export function recordCreate(element: Create, context: FlowContext): Element {
  refuseUpsert(element);
  const build = builderOf(context, element);
  return {
    kind: 'bulk',
    name: element.name ?? '',
    run: (interviews) =>
      settle(interviews, element, build, (tx, writes) => {
        const failures = writeRows(tx, 'insert', writes);
        writes.forEach(({ interview, records }, index) => {
          if (failures[index] === undefined) giveId(interview, element, records);
        });
        return failures;
      }),
  };
}

const UPSERT = [
  'doesUpsert',
  'operationOneMatchingRecord',
  'operationZeroMatchingRecords',
  'operationMultMatchingRecords',
  'upsertExternalIdField',
  'upsertStandardIdField',
] as const;

function refuseUpsert(element: Create): void {
  for (const field of UPSERT) {
    const value = element[field];
    if (value === undefined || value === false) continue;
    located(element, field, () => {
      throw new NotSupportedError(`Flow recordCreates ${field}`);
    });
  }
}

function builderOf(context: FlowContext, element: Create): (interview: Interview) => FlowRecord[] {
  const { inputReference } = element;
  if (inputReference !== undefined) return (interview) => recordsIn(interview, inputReference);
  const type = located(element, 'object', () => objectNamed(context.schema, element.object));
  checkAssignments(type, element.inputAssignments ?? []);
  return (interview) => {
    const record = new FlowRecord(type, {});
    for (const { field = '', value } of element.inputAssignments ?? [])
      setField(interview.tx, record, field, scalar(valueOf(interview, value)));
    return [record];
  };
}

function giveId(interview: Interview, element: Create, records: readonly FlowRecord[]): void {
  const id = records[0]?.id ?? null;
  if (element.assignRecordIdToReference !== undefined) assign(interview, element.assignRecordIdToReference, id);
  if (element.storeOutputAutomatically === true) frameOf(interview).values.set(element.name ?? '', id);
}
