import type { TaskContext } from '../task.ts';
import type { SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/** Closes the deals of the past. A win without its gates is a logged bypass: these were won before Midfield came. */
export async function closeDeals(
  context: TaskContext,
  plan: SeedPlan,
  opportunities: ReadonlyMap<string, string>,
): Promise<void> {
  const past = plan.deals.filter((deal) => deal.stage.startsWith('Closed'));
  const open = new Set(
    (await context.org.query('SELECT Name FROM Opportunity WHERE IsClosed = FALSE')).map((row) => String(row['Name'])),
  );
  const rows = past
    .filter((deal) => open.has(deal.name))
    .map((deal) => ({
      Id: opportunities.get(deal.name),
      StageName: deal.stage,
      MF_Move_Reason__c: deal.reason ?? '系统上线前已赢单,补录。 Won before Midfield was introduced.',
    }));
  await writeAll(context, { step: 'closed deals', object: 'Opportunity', operation: 'update', rows });
}
