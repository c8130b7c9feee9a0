import { conditionLogic } from '../flow/condition-logic.ts';
import type { FieldValue } from '../org.ts';
import type { Criterion } from '../schema/filter-model.ts';
import type { Field } from '../schema/model.ts';
import { valueTest, wantedValues, type ComparisonOptions } from './filter-comparison.ts';
import type { RecordView } from './record-view.ts';

/** One side of a criterion, read from the record that is being saved. */
export interface Operand {
  /** Absent for a global without a field of its own. */
  readonly field?: Field;
  read(view: RecordView): FieldValue;
}

export type CriteriaTest = (view: RecordView) => boolean;

export interface Criteria extends ComparisonOptions {
  readonly items: readonly Criterion[];
  /** `1 AND (2 OR 3)`; absent = all. */
  readonly logic?: string | undefined;
  /** Turns a name of the filter into what it reads; throws where there is none. */
  operand(name: string): Operand;
}

/** Criteria that people click together, as one test. Throws what a deploy reports. */
export function criteriaTest({ items, logic, operand, caseSensitive }: Criteria): CriteriaTest {
  const tests = items.map((item) => {
    const left = operand(item.field);
    const test = valueTest(item.operation, { caseSensitive });
    if (item.valueField !== undefined) {
      const right = operand(item.valueField);
      return (view: RecordView) => test(left.read(view), [right.read(view)]);
    }
    const wanted = wantedValues(left.field, item.value);
    return (view: RecordView) => test(left.read(view), wanted);
  });
  const combine = conditionLogic(logic?.toLowerCase(), tests.length);
  return (view) => combine((index) => tests[index]?.(view) ?? false);
}
