import type { Connection } from 'jsforce';
import { playbooks } from './fixture-playbooks.ts';

async function insert(admin: Connection, object: string, rows: object[]): Promise<string[]> {
  const results = await admin.sobject(object).create(rows, { allOrNone: true });
  return [results].flat().map((result) => {
    if (!result.success) throw new Error(`${object}: ${JSON.stringify(result.errors)}`);
    return result.id;
  });
}

/** Writes and publishes the small playbooks. */
export async function loadFixturePlaybooks(admin: Connection): Promise<void> {
  const roles = await insert(admin, 'MF_Role__c', [
    { Name: 'Account responsible', Key__c: 'AR' },
    { Name: 'Legal', Key__c: 'LEGAL' },
    { Name: 'Head', Key__c: 'HEAD' },
    { Name: 'Solution responsible', Key__c: 'SR' },
    { Name: 'Resource manager', Key__c: 'RM' },
  ]);
  const [AR, LEGAL, HEAD, SR, RM] = roles;
  const roleOf: Readonly<Record<string, string | undefined>> = { AR, LEGAL, HEAD, SR, RM };
  for (const { key, dealType, stages, checks } of playbooks) {
    const [playbook] = await insert(admin, 'MF_Playbook__c', [
      {
        Name: key,
        Key__c: key,
        Version__c: '1.0',
        Key_Version__c: `${key}|1.0`,
        Deal_Type__c: dealType,
        Status__c: 'Draft',
        Effective_From__c: '2026-01-01',
      },
    ]);
    const ids = await insert(
      admin,
      'MF_Stage__c',
      stages.map((stage, index) => ({
        Name: stage.value,
        Playbook__c: playbook,
        Key__c: `${key}|1.0|${stage.code}`,
        Code__c: stage.code,
        Order__c: index + 1,
        Stage_Value__c: stage.value,
        After_Win__c: stage.afterWin ?? false,
        Threshold__c: 80,
        Standard_Days__c: 10,
        Nominal_Probability__c: (index + 1) * 10,
        Budget_Percent__c: stage.code === 'S2' ? 50 : null,
      })),
    );
    await insert(
      admin,
      'MF_Check_Definition__c',
      stages.flatMap((stage, index) =>
        checks.map(({ code, role, ...fields }) => ({
          ...fields,
          Stage__c: ids[index],
          Owner_Role__c: roleOf[role],
          Industry__c: 'All',
          Due_Days__c: 5,
          Key__c: `${key}|1.0|${stage.code}-${code}`,
        })),
      ),
    );
    const published = await admin.sobject('MF_Playbook__c').update({ Id: playbook!, Status__c: 'Published' });
    if (!published.success) throw new Error(JSON.stringify(published.errors));
  }
}
