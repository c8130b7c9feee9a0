import type { DemoDeal } from '../../model/demo/deals.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';
import type { TaskContext } from '../task.ts';
import { dayAfter } from './apply-deals.ts';
import { isClosed, type SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/** Checks of the story that stay open whatever the share: the opinion without which there is no bid, and a minor question. */
const staysOpen = ['GOV-CRYPTO-OPINION', 'S5-COMPETITOR-PRICE'];

const evidence = 'https://docs.example.com/hengyue/evidence';

/**
 * Does what the demo's people have done so far: answers and evidence on the first checks of each pending deal's gate. A
 * check may be closed only by its assignee, so each is assigned to the running user (a dispatcher may), closed, and given
 * to its owner. Killed between two writes, the same checks are chosen again and each goes on from where it stands.
 */
export async function applyProgress(
  context: TaskContext,
  plan: SeedPlan,
  ownerId: (key: string) => string,
): Promise<void> {
  const pending = plan.pendingDeals.filter((deal) => !isClosed(deal));
  if (pending.length === 0) return;
  const byOpportunity = Map.groupBy(await readChecks(context), (check) =>
    String(nested(check, 'Gate__r', 'Deal__r', 'Opportunity__r', 'Name')),
  );
  const held = await heldRoles(context);
  const chosen = pending.flatMap((deal) =>
    doneChecks(deal, byOpportunity.get(deal.name) ?? [])
      .filter((check) => check['Kind__c'] !== 'Role' || held.has(`${deal.name} ${String(check['Role_Key__c'])}`))
      .map((check) => ({ check, owner: ownerId(deal.owner) })),
  );
  const open = chosen.filter(({ check }) => check['Status__c'] === 'Open');
  const write = (step: string, rows: OrgRecord[]) =>
    writeAll(context, { step, object: 'MF_Check__c', operation: 'update', rows });
  await write(
    'assign checks',
    open.map(({ check }) => ({ Id: check['Id'], Assignee__c: plan.state.me })),
  );
  await write(
    'close checks',
    open.map(({ check }) => closed(check, plan)),
  );
  await write(
    'hand checks back',
    chosen
      .filter(({ check, owner }) => check['Status__c'] === 'Open' || check['Assignee__c'] !== owner)
      .map(({ check, owner }) => ({ Id: check['Id'], Assignee__c: owner })),
  );
}

/** A role that nobody holds yet stays open: its check passes by the person. */
async function heldRoles(context: TaskContext): Promise<Set<string>> {
  const members = await context.org.query('SELECT Role_Key__c, Deal__r.Opportunity__r.Name FROM MF_Team_Member__c');
  return new Set(
    members.map((row) => `${String(nested(row, 'Deal__r', 'Opportunity__r', 'Name'))} ${String(row['Role_Key__c'])}`),
  );
}

/** Open checks and those that a seeding closed before. */
async function readChecks(context: TaskContext): Promise<OrgRecord[]> {
  const rows = await context.org
    .query(soql`SELECT Id, Status__c, Assignee__c, Evidence__c, Kind__c, Role_Key__c, Validity_Days__c, Definition__r.Key__c,
    Definition__r.Answer_Type__c, Definition__r.Options_Zh__c, Gate__r.Deal__r.Opportunity__r.Name, Order__c FROM MF_Check__c
    WHERE From_Playbook__c = TRUE AND Gate__r.Deal__r.Opportunity__r.IsClosed = FALSE ORDER BY Gate__c, Order__c`);
  return rows.filter((check) => check['Status__c'] === 'Open' || check['Evidence__c'] === evidence);
}

function doneChecks(deal: DemoDeal, checks: readonly OrgRecord[]): OrgRecord[] {
  // A check of the kind Dispatch passes by an accepted order, which none of these deals has yet.
  const kept = (check: OrgRecord) =>
    check['Kind__c'] === 'Dispatch' ||
    staysOpen.some((key) => String(nested(check, 'Definition__r', 'Key__c')).endsWith(`|${key}`));
  const wanted = Math.round(checks.length * deal.done);
  return checks.filter((check) => !kept(check)).slice(0, wanted);
}

function closed(check: OrgRecord, plan: SeedPlan): OrgRecord {
  const days = check['Validity_Days__c'];
  return {
    Id: check['Id'],
    Status__c: 'Passed',
    Answer__c: answer(check, plan),
    Evidence__c: evidence,
    Done_By__c: plan.state.me,
    Done_On__c: `${plan.state.today}T01:30:00.000Z`,
    Expires_On__c: typeof days === 'number' ? dayAfter(plan.state.today, days) : null,
  };
}

function answer(check: OrgRecord, plan: SeedPlan): string | null {
  if (check['Kind__c'] !== 'Question') return null;
  const first = String(nested(check, 'Definition__r', 'Options_Zh__c') ?? '').split('\n')[0] ?? '';
  const answers: Readonly<Record<string, string>> = {
    YesNo: 'Yes',
    Number: '85',
    Date: dayAfter(plan.state.today, 30),
    Choice: first,
    Multi: first,
  };
  return answers[String(nested(check, 'Definition__r', 'Answer_Type__c'))] ?? '已与客户核实。';
}

function nested(row: OrgRecord, ...path: string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as OrgRecord | null | undefined)?.[name], row);
}
