import type { TaskContext } from '../task.ts';
import { isClosed, type SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/**
 * The last write of each pending deal, which takes the mark off. Deals of the past are closed by it; a win without its gates
 * is a logged bypass: these were won before Midfield came.
 */
export async function closeDeals(
  context: TaskContext,
  plan: SeedPlan,
  opportunities: ReadonlyMap<string, string>,
): Promise<void> {
  const [past, open] = [plan.pendingDeals.filter(isClosed), plan.pendingDeals.filter((deal) => !isClosed(deal))];
  const last = (name: string) => ({ Id: opportunities.get(name), Description: null });
  await writeAll(context, {
    step: 'closed deals',
    object: 'Opportunity',
    operation: 'update',
    rows: past.map((deal) => ({
      ...last(deal.name),
      StageName: deal.stage,
      MF_Move_Reason__c: deal.reason ?? '系统上线前已赢单，补录。 Won before Midfield was introduced.',
    })),
  });
  await writeAll(context, {
    step: 'open deals',
    object: 'Opportunity',
    operation: 'update',
    rows: open.map((deal) => last(deal.name)),
  });
}
