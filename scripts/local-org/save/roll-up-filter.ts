import { NotSupportedError } from '../errors.ts';
import type { SummaryField, SummaryFilter } from '../schema/filter-model.ts';
import type { SObjectType } from '../schema/model.ts';
import { valueTest, wantedValues } from './filter-comparison.ts';
import type { RecordView } from './record-view.ts';

export type RowTest = (view: RecordView) => boolean;

/** All filters of a roll-up as one test on a child record. */
export function rollUpFilter(child: SObjectType, summary: SummaryField): RowTest {
  const tests = summary.filters.map((filter) => filterTest(child, filter));
  return (view) => tests.every((test) => test(view));
}

function filterTest(child: SObjectType, { field: name, operation, value }: SummaryFilter): RowTest {
  const field = child.field(name.slice(name.lastIndexOf('.') + 1));
  if (field === undefined) throw new TypeError(`Expected a field of ${child.name}, got ${name}`);
  if (operation === 'includes' || operation === 'excludes') throw new NotSupportedError(`roll-up filter ${operation}`);
  const wanted = wantedValues(field, value);
  const test = valueTest(operation, { caseSensitive: false });
  return (view) => test(view.value(field), wanted);
}
