import { NotSupportedError } from '../../errors.ts';
import type { Row } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { assign } from '../assign.ts';
import { findRecords, type RecordQuery } from '../find-records.ts';
import type { Part } from '../flow-content.ts';
import { fieldNamed, objectNamed, type Element, type FlowContext } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { FlowFault, FlowRecord } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf, type Interview } from '../interview.ts';
import { recordFilter } from '../record-filter.ts';
import { goWrong } from '../settle.ts';

type Lookup = Part<'recordLookups'>;

export function recordLookup(element: Lookup, context: FlowContext): Element {
  if ((element.relatedRecords ?? []).length > 0) throw new NotSupportedError('Flow recordLookups relatedRecords');
  const type = located(element, 'object', () => objectNamed(context.schema, element.object));
  const query: RecordQuery = {
    type,
    filter: recordFilter(type, element.filters ?? [], element.filterLogic),
    ...located(element, 'sortField', () => sortOf(type, element)),
  };
  for (const part of element.outputAssignments ?? []) located(part, 'field', () => fieldNamed(type, part.field));
  const visible = located(element, 'queriedFields', () => visibleFields(type, element));
  return {
    kind: 'bulk',
    name: element.name ?? '',
    run: (interviews) => {
      const found = findRecords(query, interviews);
      interviews.forEach((interview, index) => {
        const outcome = found[index] ?? [];
        if (outcome instanceof FlowFault) return goWrong(interview, element.faultConnector, outcome.message);
        const rows = limited(interview, element, outcome);
        const shown = readableFields(interview, type, visible);
        take(
          interview,
          element,
          rows.map((row) => FlowRecord.reading(type, row, shown)),
        );
        frameOf(interview).at = element.connector?.targetReference;
      });
    },
  };
}

/** A flow that runs as its user sees the fields that this user may see. */
function readableFields(
  interview: Interview,
  type: SObjectType,
  visible: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (!frameOf(interview).asUser) return visible;
  const names = visible ?? type.fields.map((field) => field.name);
  return new Set([...names].filter((name) => interview.tx.session.access.canReadField(type, name)));
}

function sortOf(type: SObjectType, element: Lookup): Pick<RecordQuery, 'sort'> {
  if (element.sortField === undefined || element.sortOrder === undefined) return {};
  const field: Field = fieldNamed(type, element.sortField);
  return { sort: { field, descending: element.sortOrder === 'Desc' } };
}

/** A Get that names its fields leaves the others blank. */
function visibleFields(type: SObjectType, element: Lookup): ReadonlySet<string> | undefined {
  const names = element.queriedFields ?? [];
  return names.length === 0 ? undefined : new Set(['Id', ...names.map((name) => fieldNamed(type, name).name)]);
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
