import { conditionsTest, type Test } from '../conditions.ts';
import type { Part } from '../flow-content.ts';
import type { Element } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { frameOf, type Interview } from '../interview.ts';

export function decision(element: Part<'decisions'>): Element {
  const outcomes = (element.rules ?? []).map((rule) => ({
    name: rule.name ?? '',
    next: rule.connector?.targetReference,
    test: outcomeTest(
      located(rule, undefined, () => conditionsTest(rule.conditions ?? [], rule.conditionLogic)),
      rule.doesRequireRecordChangedToMeetCriteria === true,
    ),
  }));
  const otherwise = element.defaultConnector?.targetReference;
  return {
    kind: 'immediate',
    name: element.name ?? '',
    run: (interview) => {
      const frame = frameOf(interview);
      const taken = outcomes.find((outcome) => outcome.test(interview));
      for (const outcome of outcomes) frame.values.set(outcome.name, outcome === taken);
      frame.at = taken === undefined ? otherwise : taken.next;
    },
  };
}

function outcomeTest(test: Test, onlyWhenChanged: boolean): Test {
  return onlyWhenChanged ? (interview) => test(interview) && !heldBefore(interview, test) : test;
}

/** Did the conditions hold for the record as it was? */
export function heldBefore(interview: Interview, test: Test): boolean {
  return interview.prior !== undefined && test({ ...interview, record: interview.prior });
}
