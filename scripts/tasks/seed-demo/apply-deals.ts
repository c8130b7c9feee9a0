import type { DemoAccount } from '../../model/demo/accounts.ts';
import type { DemoDeal } from '../../model/demo/deals.ts';
import type { TaskContext } from '../task.ts';
import { isClosed, unfinishedMark, type SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/** The platform's own industries from which a deal takes its pack. */
const industryValues = { Power: 'Energy', Finance: 'Banking', Government: 'Government' } as const;

/** Creates accounts and opportunities; automation makes each opportunity's deal, gates and first checks. */
export async function applyDeals(
  context: TaskContext,
  plan: SeedPlan,
  ownerId: (key: string) => string,
): Promise<Map<string, string>> {
  const accountRows = plan.missingAccounts.map((account) => accountRow(account, plan));
  const created = await writeAll(context, {
    step: 'accounts',
    object: 'Account',
    operation: 'insert',
    rows: accountRows,
  });
  const accounts = new Map([
    ...plan.state.accounts,
    ...plan.missingAccounts.map((account, index) => [account.number, created[index] ?? ''] as const),
  ]);
  const rows = plan.missingDeals.map((deal) => ({
    Name: deal.name,
    AccountId: accounts.get(deal.account),
    OwnerId: ownerId(deal.owner),
    MF_Deal_Type__c: deal.dealType,
    StageName: openStage(deal),
    Amount: deal.amount,
    CloseDate: dayAfter(plan.state.today, deal.closeInDays),
    Description: unfinishedMark,
  }));
  const ids = await writeAll(context, { step: 'opportunities', object: 'Opportunity', operation: 'insert', rows });
  return new Map([
    ...plan.state.opportunities,
    ...plan.missingDeals.map((deal, index) => [deal.name, ids[index] ?? ''] as const),
  ]);
}

/** A closed deal is taken over in its last open stage and closed from there, as the rules ask. */
export function openStage(deal: DemoDeal): string {
  if (!isClosed(deal)) return deal.stage;
  if (deal.stage === 'Closed Won')
    return deal.dealType === 'Standard_Product' ? 'P4 Sign and Hand Over' : 'S7 Contract';
  return deal.dealType === 'Standard_Product' ? 'P3 Tender and Negotiate' : 'S5 Bid Preparation';
}

function accountRow(account: DemoAccount, plan: SeedPlan) {
  return {
    Name: account.name,
    AccountNumber: account.number,
    Industry: industryValues[account.industry],
    BillingCity: account.city,
    NumberOfEmployees: account.employees,
    OwnerId: plan.state.me,
  };
}

export function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
