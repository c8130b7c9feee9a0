import type { Connection } from 'jsforce';
import { must, type DealState } from '../gate/deals.ts';
import type { Person } from '../gate/gate-org.ts';

/** Checks of which some add up to each readiness of the reference, all of them to 100. */
const weights = [60, 15, 10, 7, 5, 3] as const;

/** A later version of the playbook of large deals: its second stage has one question for each weight. */
export async function loadScoredPlaybook(admin: Connection): Promise<void> {
  const { records } = await admin.query<{ Id: string }>("SELECT Id FROM MF_Role__c WHERE Key__c = 'AR'");
  const version = { Key__c: 'M1', Version__c: '2.0', Key_Version__c: 'M1|2.0', Deal_Type__c: 'HQ_Solution' };
  const draft = { Name: 'M1', ...version, Status__c: 'Draft', Effective_From__c: '2026-02-01' };
  const [playbook] = (await must(admin, 'create', 'MF_Playbook__c', [draft])) as [string];
  const stages = ['S1 Lead Validation', 'S2 Opportunity Initiation', 'S3 Needs Shaping'].map((value, index) => ({
    Name: value,
    Playbook__c: playbook,
    Key__c: `M1|2.0|S${index + 1}`,
    Code__c: `S${index + 1}`,
    Order__c: index + 1,
    Stage_Value__c: value,
    After_Win__c: false,
    Threshold__c: 80,
    Standard_Days__c: 10,
  }));
  const ids = await must(admin, 'create', 'MF_Stage__c', stages);
  const checks = ids.flatMap((stage, index) =>
    weights.map((weight) => ({
      Title_En__c: `Worth ${weight}`,
      Title_Zh__c: `权重 ${weight}`,
      Kind__c: 'Question',
      Weight__c: weight,
      Mandatory__c: false,
      Blocking__c: false,
      Evidence_Kind__c: 'None',
      Order__c: 100 - weight,
      Stage__c: stage,
      Owner_Role__c: records[0]!.Id,
      Industry__c: 'All',
      Due_Days__c: 5,
      Key__c: `M1|2.0|S${index + 1}-W${weight}`,
    })),
  );
  await must(admin, 'create', 'MF_Check_Definition__c', checks);
  await must(admin, 'update', 'MF_Playbook__c', [{ Id: playbook, Status__c: 'Published' }]);
}

/** The owner answers the questions that add up to a score, the heaviest first. */
export async function passForScore(owner: Person, deal: DealState, score: number): Promise<void> {
  let left = score;
  const chosen = weights.filter((weight) => {
    const taken = weight <= left;
    if (taken) left -= weight;
    return taken;
  });
  if (left !== 0) throw new RangeError(`Expected a sum of ${weights.join(', ')}, got ${score}.`);
  const rows = chosen.map((weight) => ({ Id: deal.check(`W${weight}`).Id, Status__c: 'Passed', Answer__c: 'Yes' }));
  await must(owner.connection, 'update', 'MF_Check__c', rows);
}
