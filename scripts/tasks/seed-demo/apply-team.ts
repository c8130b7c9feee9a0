import type { DemoDeal } from '../../model/demo/deals.ts';
import type { TaskContext } from '../task.ts';
import { isClosed, type SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

const designers = ['chen.li', 'wang.min', 'presales.01', 'presales.02', 'presales.03'];

/** Names the people of the pending open deals: the owner as account responsible, and on solution deals those who design and deliver. */
export async function applyTeam(context: TaskContext, plan: SeedPlan, ownerId: (key: string) => string): Promise<void> {
  const open = plan.pendingDeals.filter((deal) => !isClosed(deal));
  if (open.length === 0) return;
  const roles = new Map(
    (await context.org.query('SELECT Id, Key__c FROM MF_Role__c')).map((row) => [String(row['Key__c']), row['Id']]),
  );
  const deals = new Map(
    (await context.org.query('SELECT Id, Opportunity__r.Name FROM MF_Deal__c')).map((row) => [
      (row['Opportunity__r'] as { Name: string }).Name,
      String(row['Id']),
    ]),
  );
  const named = await context.org.query('SELECT Deal__c, Role_Key__c FROM MF_Team_Member__c');
  const held = new Set(named.map((row) => `${String(row['Deal__c'])} ${String(row['Role_Key__c'])}`));
  const rows = open.flatMap((deal) =>
    teamOf(deal, plan.deals.indexOf(deal)).map(([role, person]) => ({
      Deal__c: deals.get(deal.name),
      Role__c: roles.get(role),
      Role_Key__c: role,
      Member__c: ownerId(person),
      From_Date__c: plan.state.today,
    })),
  );
  await writeAll(context, {
    step: 'teams',
    object: 'MF_Team_Member__c',
    operation: 'insert',
    rows: rows.filter((row) => !held.has(`${String(row.Deal__c)} ${row.Role_Key__c}`)),
  });
}

/** Role → person, by the deal's place in the demo so that it is the same in every org. */
function teamOf(deal: DemoDeal, place: number): [role: string, person: string][] {
  const team: [string, string][] = [['AR', deal.owner]];
  if (deal.dealType === 'Standard_Product') return team;
  team.push(['SR', designers[place % designers.length] ?? '']);
  if (place % 3 !== 0) team.push(['FR', 'xu.lei']);
  return team;
}
