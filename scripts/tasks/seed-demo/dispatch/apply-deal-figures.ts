import type { OrgRecord } from '../../../salesforce/org-port.ts';
import type { TaskContext } from '../../task.ts';
import { dayAfter } from '../apply-deals.ts';
import type { SeedPlan } from '../plan-seed.ts';
import { writeAll } from '../write-all.ts';
import { insertMissing } from './missing-rows.ts';

/** Gives the demo's deals their worth and presales budget; a deal that knows its margin is left as it is. Returns name → id. */
export async function applyDealFigures(context: TaskContext, plan: SeedPlan): Promise<Map<string, string>> {
  const rows = await context.org.query(
    "SELECT Id, Gross_Margin__c, Opportunity__r.Name FROM MF_Deal__c WHERE Opportunity__r.Account.AccountNumber LIKE 'HY-A%'",
  );
  const nameOf = (row: OrgRecord) => (row['Opportunity__r'] as { Name: string }).Name;
  const ids = new Map(rows.map((row) => [nameOf(row), String(row['Id'])]));
  const blank = new Set(rows.filter((row) => row['Gross_Margin__c'] === null).map(nameOf));
  const figures = plan.dispatch.figures.filter(({ deal }) => blank.has(deal));
  await writeAll(context, {
    ...{ step: 'worth of deals', object: 'MF_Deal__c', operation: 'update' },
    rows: figures.map((one) => ({
      Id: ids.get(one.deal),
      Gross_Margin__c: one.grossMargin,
      Win_Probability_Adjusted__c: one.probability * 100,
      Strategic_Tier__c: one.tier,
      Tender_Deadline__c: dayAfter(plan.state.today, one.daysToDeadline),
      Showcase__c: one.showcase,
      Presales_Budget__c: one.budget,
    })),
  });
  return ids;
}

/** The decisions that carry what went over its budget. Returns the deal's name → id of its decision. */
export async function applyBudgetDecisions(
  context: TaskContext,
  plan: SeedPlan,
  deals: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const over = plan.dispatch.figures.filter(({ isOverBudget }) => isOverBudget);
  const made = await context.org.query("SELECT Id, Deal__c FROM MF_Decision__c WHERE Kind__c = 'ATI'");
  const known = new Map(made.map((row) => [String(row['Deal__c']), String(row['Id'])]));
  const rows = over.map(({ deal }) => {
    const row = { Deal__c: deals.get(deal), Kind__c: 'ATI', Outcome__c: 'Granted', Level__c: 'Region' };
    return [deals.get(deal) ?? '', { ...row, Decided_By__c: plan.state.me, Decided_On__c: plan.state.today }] as const;
  });
  const ids = await insertMissing(context, 'budget decisions', 'MF_Decision__c', known, new Map(rows));
  return new Map(over.map(({ deal }) => [deal, ids.get(deals.get(deal) ?? '') ?? '']));
}
