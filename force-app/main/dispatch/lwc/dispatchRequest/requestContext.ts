import { inLanguage, rowsOf, valueAt, type Node } from 'c/gateData';
import type { Draft, Need } from 'c/dispatchRequestForm';

/** What the last step of a request holds against the deal as it is now. */
export interface RequestContext {
  readonly margin: number | null;
  /** Percent. */
  readonly probability: number | null;
  readonly tier: string | null;
  readonly deadline: string | null;
  readonly readiness: number;
  readonly showcase: number;
  /** Null where the user may not see it. */
  readonly budget: number | null;
  readonly spent: number | null;
  readonly seesBudget: boolean;
  /** The first stage is too early for an order. */
  readonly early: boolean;
  readonly gateNeeds: readonly { readonly id: string; readonly title: string }[];
}

export function contextOf(data: unknown, deal: Node): RequestContext {
  const number = (...path: string[]) => valueAt(deal, ...path) as number | null;
  return {
    margin: number('Gross_Margin__c'),
    probability: number('Win_Probability_Adjusted__c'),
    tier: valueAt(deal, 'Strategic_Tier__c') as string | null,
    deadline: valueAt(deal, 'Tender_Deadline__c') as string | null,
    readiness: number('Current_Gate__r', 'Score__c') ?? 0,
    showcase: number('Showcase__c') ?? 0,
    budget: number('Presales_Budget__c'),
    spent: number('Presales_Spent__c'),
    seesBudget: 'Presales_Budget__c' in deal,
    early: (number('Opportunity__r', 'MF_Stage_Order__c') ?? 0) < 2,
    gateNeeds: rowsOf(data, 'MF_Check__c')
      .filter((check) => valueAt(check, 'Gate__c') === valueAt(deal, 'Current_Gate__c'))
      .filter((check) => valueAt(check, 'Status__c') !== 'Passed')
      .map((check) => ({ id: check.Id, title: inLanguage(check, ['Title_En__c'], ['Title_Zh__c']) })),
  };
}

/** A draft of the org as the form edits it. */
export function draftOf(data: unknown, id: string): Draft | undefined {
  const node = rowsOf(data, 'MF_Dispatch__c').find((order) => order.Id === id);
  if (node === undefined) return undefined;
  const text = (field: string) => String(valueAt(node, field) ?? '');
  const needs = rowsOf(data, 'MF_Dispatch_Skill__c').filter((need) => valueAt(need, 'Dispatch__c') === id);
  return {
    id,
    purpose: text('Purpose__c'),
    deliverable: text('Deliverable__c'),
    emergency: valueAt(node, 'Emergency__c') === true,
    emergencyReason: text('Emergency_Reason__c'),
    region: text('Region__c'),
    hours: text('Hours__c'),
    headcount: text('Headcount__c'),
    firstWeek: text('First_Week__c'),
    lastWeek: text('Last_Week__c'),
    needs: needs.map(toNeed),
    // The form asks for it itself: a query of an object that a user may not read would fail as a whole.
    nomination: null,
    nominee: '',
    nomineeReason: '',
  };
}

const toNeed = (node: Node): Need => ({
  key: node.Id,
  id: node.Id,
  skill: String(valueAt(node, 'Skill__c') ?? ''),
  name: inLanguage(node, ['Skill__r', 'Name'], ['Skill__r', 'Name_Zh__c']),
  level: Number(valueAt(node, 'Level__c') ?? 3),
  percent: Math.round(Number(valueAt(node, 'Weight__c') ?? 0) * 10_000) / 100,
  mandatory: valueAt(node, 'Mandatory__c') === true,
});
