import { assign } from '../assign.ts';
import { NotSupportedError } from '../../errors.ts';
import { setField } from '../coerce.ts';
import type { Part } from '../flow-content.ts';
import { checkAssignments, objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { integrityError, located } from '../flow-problem.ts';
import { FlowRecord, scalar } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, type Interview } from '../interview.ts';
import { recordsIn } from '../records-in.ts';
import { settle } from '../settle.ts';
import { writeRows } from '../write-rows.ts';
import { upsertRows } from './upsert.ts';

type Create = Part<'recordCreates'>;

export function recordCreate(element: Create, context: FlowContext): Element {
  const upserts = checkUpsert(element);
  const build = builderOf(context, element);
  return {
    kind: 'bulk',
    name: element.name ?? '',
    run: (interviews) =>
      settle(interviews, element, build, (tx, writes) => {
        const failures = upserts
          ? upsertRows(tx, writes, element.upsertExternalIdField)
          : writeRows(tx, 'insert', writes);
        writes.forEach(({ interview, records }, index) => {
          if (failures[index] === undefined) giveId(interview, element, records);
        });
        return failures;
      }),
  };
}

const MATCHING = [
  'operationOneMatchingRecord',
  'operationZeroMatchingRecords',
  'operationMultMatchingRecords',
] as const;

/** Does it update what is there? By a key, all or none; finding records by conditions is another matter. */
function checkUpsert(element: Create): boolean {
  for (const field of MATCHING) {
    const value = element[field];
    if (value !== undefined && value !== 'None') refuse(element, field, `recordCreates ${field} ${value}`);
  }
  if (element.doesUpsert !== true) return false;
  if (element.doesUpsertAllOrNone !== true)
    refuse(element, 'doesUpsert', 'recordCreates doesUpsert without doesUpsertAllOrNone');
  if (element.inputReference === undefined) refuse(element, 'doesUpsert', 'recordCreates doesUpsert of single fields');
  if ((element.upsertExternalIdField === undefined) === (element.upsertStandardIdField === undefined))
    located(element, 'doesUpsert', () => {
      throw integrityError('Specify either upsertExternalIdField or upsertStandardIdField.');
    });
  return true;
}

function refuse(element: Create, field: string, feature: string): never {
  return located(element, field, () => {
    throw new NotSupportedError(`Flow ${feature}`);
  });
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
