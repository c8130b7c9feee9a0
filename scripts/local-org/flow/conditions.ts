import { NotSupportedError } from '../errors.ts';
import { comparison } from './comparison.ts';
import { conditionLogic } from './condition-logic.ts';
import type { Condition } from './flow-content.ts';
import { located } from './flow-problem.ts';
import { valueOf } from './flow-values.ts';
import { frameOf, type Interview } from './interview.ts';
import { readReference } from './references.ts';

export type Test = (interview: Interview) => boolean;

/** The conditions of an outcome, a filter or a wait as one test. */
export function conditionsTest(conditions: readonly Condition[], logic: string | undefined): Test {
  const tests = conditions.map((condition) => located(condition, undefined, () => conditionTest(condition)));
  const combine = conditionLogic(logic, tests.length);
  return (interview) => combine((index) => tests[index]?.(interview) ?? false);
}

function conditionTest(condition: Condition): Test {
  const reference = condition.leftValueReference ?? '';
  const { rightValue } = condition;
  const operator = condition.operator ?? 'EqualTo';
  for (const part of ['conditionType', 'aggregationOperator', 'aggregationField'] as const)
    if (condition[part] !== undefined) throw new NotSupportedError(`Flow condition ${part}`);
  if ((condition.conditions ?? []).length > 0) throw new NotSupportedError('Flow conditions within conditions');
  if (operator === 'IsChanged')
    return (interview) => isChanged(interview, reference) === (valueOf(interview, rightValue) !== false);
  if (operator === 'WasVisited') {
    return (interview) => frameOf(interview).visited.has(reference) === (valueOf(interview, rightValue) !== false);
  }
  const compare = comparison(operator, { ignoreCase: false });
  return (interview) => compare(readReference(interview, reference), valueOf(interview, rightValue));
}

/** A new record has not changed. */
function isChanged(interview: Interview, reference: string): boolean {
  if (interview.prior === undefined) return false;
  const now = readReference(interview, reference);
  return now !== readReference(interview, reference.replace(/^\$Record\b/i, '$Record__Prior'));
}
