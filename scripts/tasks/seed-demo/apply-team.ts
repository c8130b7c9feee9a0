import type { TaskContext } from '../task.ts';
import type { SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/** Names the people of the new open deals: the owner as account responsible, and on solution deals those who design and deliver. */
export async function applyTeam(context: TaskContext, plan: SeedPlan, ownerId: (key: string) => string): Promise<void> {
  const open = new Map(
    plan.missingDeals.filter((deal) => !deal.stage.startsWith('Closed')).map((deal) => [deal.name, deal]),
  );
  if (open.size === 0) return;
  const roles = new Map(
    (await context.org.query('SELECT Id, Key__c FROM MF_Role__c')).map((row) => [String(row['Key__c']), row['Id']]),
  );
  const deals = await context.org.query('SELECT Id, Opportunity__r.Name FROM MF_Deal__c ORDER BY Id');
  const rows = deals.flatMap((row, index) => {
    const deal = open.get((row['Opportunity__r'] as { Name: string }).Name);
    if (!deal) return [];
    const solution = deal.dealType !== 'Standard_Product';
    const people: [string, string][] = [
      ['AR', deal.owner],
      ...(solution ? ([['SR', designers[index % designers.length] ?? '']] as [string, string][]) : []),
      ...(solution && index % 3 !== 0 ? ([['FR', 'xu.lei']] as [string, string][]) : []),
    ];
    return people.map(([role, person]) => ({
      Deal__c: row['Id'],
      Role__c: roles.get(role),
      Role_Key__c: role,
      Member__c: ownerId(person),
      From_Date__c: plan.state.today,
    }));
  });
  await writeAll(context, { step: 'teams', object: 'MF_Team_Member__c', operation: 'insert', rows });
}

const designers = ['chen.li', 'wang.min', 'presales.01', 'presales.02', 'presales.03'];
