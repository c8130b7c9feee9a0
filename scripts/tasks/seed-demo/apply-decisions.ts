import type { OrgRecord } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';
import type { TaskContext } from '../task.ts';
import { isClosed, type SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/** Grants the decision that the gate of each pending open deal asks for, so that its check can pass by it. */
export async function applyDecisions(context: TaskContext, plan: SeedPlan): Promise<void> {
  const pending = new Set(plan.pendingDeals.filter((deal) => !isClosed(deal)).map((deal) => deal.name));
  if (pending.size === 0) return;
  const checks = await context.org.query(soql`SELECT Decision_Kind__c, Gate__r.Deal__c,
    Gate__r.Deal__r.Opportunity__r.Name FROM MF_Check__c
    WHERE Kind__c = ${'Decision'} AND Status__c = ${'Open'} AND From_Playbook__c = TRUE ORDER BY Gate__c, Order__c`);
  const made = await context.org.query('SELECT Deal__c, Kind__c FROM MF_Decision__c');
  const known = new Set(made.map((row) => `${String(row['Deal__c'])} ${String(row['Kind__c'])}`));
  const rows = checks.flatMap((check) => {
    const { Deal__c: deal, Deal__r } = check['Gate__r'] as { Deal__c: string; Deal__r: { Opportunity__r: OrgRecord } };
    const kind = String(check['Decision_Kind__c']);
    if (!pending.has(String(Deal__r.Opportunity__r['Name'])) || known.has(`${deal} ${kind}`)) return [];
    return [
      {
        Deal__c: deal,
        Kind__c: kind,
        Outcome__c: 'Granted',
        Level__c: 'Industry',
        Decided_By__c: plan.state.me,
        Decided_On__c: plan.state.today,
      },
    ];
  });
  await writeAll(context, { step: 'decisions', object: 'MF_Decision__c', operation: 'insert', rows });
}
