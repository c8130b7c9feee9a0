import { allocate } from '../../allocate/allocate-task.ts';
import { shareRates } from '../../dispatch/share-rates-task.ts';
import { runTask, type TaskContext } from '../../task.ts';
import type { SeedPlan } from '../plan-seed.ts';
import { applyBudgetDecisions, applyDealFigures } from './apply-deal-figures.ts';
import { applyEngineers } from './apply-engineers.ts';
import { applyOrders } from './apply-orders.ts';
import { applyWeeks } from './apply-weeks.ts';
import { idsByWords, insertMissing } from './missing-rows.ts';

/** Presales of the demo company: who can do what, who asked for whom, who came, what it cost, and how fair it was. */
export async function applyDispatch(
  context: TaskContext,
  plan: SeedPlan,
  userOf: (person: string) => string | undefined,
): Promise<void> {
  const deals = await applyDealFigures(context, plan);
  const decisions = await applyBudgetDecisions(context, plan, deals);
  const engineers = await applyEngineers(context, plan, userOf);
  await runTask(shareRates, context, {}, { dryRun: false });
  const weeks = await applyWeeks(context, plan, engineers);
  await applyOrders(context, plan, { deals, engineers, weeks, decisions, userOf });
  const isRun = await applyRuns(context, plan);
  if (!isRun && plan.dispatch.size === 'small') await runTask(allocate, context, firstRun, { dryRun: false });
}

/** The open orders of the small company are weighed within two seconds; those of the full one are left to the command. */
const firstRun = { mode: 'worth', seconds: 10 } as const;

/** Returns whether the org has had a run of its own. */
async function applyRuns(context: TaskContext, plan: SeedPlan): Promise<boolean> {
  const known = idsByWords(await context.org.query('SELECT Id, Run_Key__c FROM MF_Allocation_Run__c'), ['Run_Key__c']);
  const rows = plan.dispatch.runs.map(({ key, day, fields }) => {
    const times = { Started_At__c: `${day}T04:30:00.000Z`, Finished_At__c: `${day}T04:30:02.000Z` };
    return [key, { Run_Key__c: key, ...times, ...fields }] as const;
  });
  await insertMissing(context, 'allocation runs', 'MF_Allocation_Run__c', known, new Map(rows));
  const ofStory = new Set(rows.map(([key]) => key));
  return [...known.keys()].some((key) => !ofStory.has(key));
}
