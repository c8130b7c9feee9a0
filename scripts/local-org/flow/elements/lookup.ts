import { OrgError } from '../../errors.ts';
import type { Row } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { assign } from '../assign.ts';
import { findRecords, type RecordQuery } from '../find-records.ts';
import type { FlowContent } from '../flow-content.ts';
import { objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { FlowRecord } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, type Interview } from '../interview.ts';
import { recordFilter } from '../record-filter.ts';

type Lookup = NonNullable<FlowContent['recordLookups']>[number];

export function recordLookups(context: FlowContext): Element[] {
  return (context.content.recordLookups ?? []).map((element) => {
    const name = element.name ?? '';
    const type = objectNamed(context.schema, element.object, name);
    const query: RecordQuery = {
      type,
      filter: recordFilter(type, element.filters ?? [], element.filterLogic),
      ...sortOf(type, element),
    };
    const visible = visibleFields(type, element);
    return {
      kind: 'bulk',
      name,
      run: (interviews) => {
        const found = findRecords(query, interviews);
        interviews.forEach((interview, index) => {
          take(
            interview,
            element,
            limited(interview, element, found[index] ?? []).map((row) => FlowRecord.reading(type, row, visible)),
          );
          frameOf(interview).at = element.connector?.targetReference;
        });
      },
    };
  });
}

function sortOf(type: SObjectType, element: Lookup): Pick<RecordQuery, 'sort'> {
  if (element.sortField === undefined || element.sortOrder === undefined) return {};
  const field: Field | undefined = type.field(element.sortField);
  if (field === undefined)
    throw new OrgError(
      'FIELD_INTEGRITY_EXCEPTION',
      `The field "${element.sortField}" for the object "${type.name}" doesn't exist.`,
    );
  return { sort: { field, descending: element.sortOrder === 'Desc' } };
}

/** A Get that names its fields leaves the others blank. */
function visibleFields(type: SObjectType, element: Lookup): ReadonlySet<string> | undefined {
  const names = element.queriedFields ?? [];
  return names.length === 0 ? undefined : new Set(['Id', ...names.map((name) => type.field(name)?.name ?? name)]);
}

function limited(interview: Interview, element: Lookup, rows: readonly Row[]): readonly Row[] {
  if (element.getFirstRecordOnly === true) return rows.slice(0, 1);
  const limit = element.limit === undefined ? null : valueOf(interview, element.limit);
  return limit === null ? rows : rows.slice(0, Number(limit));
}

function take(interview: Interview, element: Lookup, records: FlowRecord[]): void {
  const [first] = records;
  const clear = element.storeOutputAutomatically === true || element.assignNullValuesIfNoRecordsFound === true;
  if (element.storeOutputAutomatically === true) {
    frameOf(interview).values.set(element.name ?? '', element.getFirstRecordOnly === true ? (first ?? null) : records);
  } else if (element.outputReference !== undefined) {
    const target = frameOf(interview).plan.variables.get(element.outputReference);
    if (records.length > 0 || clear)
      assign(interview, element.outputReference, target?.isCollection === true ? records : (first ?? null));
  }
  for (const { assignToReference = '', field = '' } of element.outputAssignments ?? []) {
    const known = first?.type.field(field);
    if (first !== undefined && known !== undefined)
      assign(interview, assignToReference, first.values[known.name] ?? null);
    else if (clear) assign(interview, assignToReference, null);
  }
}
