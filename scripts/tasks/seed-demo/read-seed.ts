import { MidfieldError } from '../../model/errors.ts';
import { soql } from '../../salesforce/soql.ts';
import type { TaskContext } from '../task.ts';
import { unfinishedMark, type SeedState } from './plan-seed.ts';

/** Profile of the demo's people: a full CRM licence without any right of ours; permission sets give those. */
const profileName = 'Standard User';

export async function readSeed(context: TaskContext): Promise<SeedState> {
  const { org } = context;
  const objects = await org.objects();
  if (!objects.has('MF_Deal__c')) throw new MidfieldError('PlaybookMissingInOrg', ['MF_Deal__c']);
  const published = await org.query("SELECT Id FROM MF_Playbook__c WHERE Status__c = 'Published' LIMIT 1");
  if (published.length === 0)
    throw new MidfieldError('PlaybookMissingInOrg', [
      'MF_Playbook__c: no playbook is published; run "midfield playbook load"',
    ]);
  const [me] = await org.query(soql`SELECT Id FROM User WHERE Username = ${org.username}`);
  const [profile] = await org.query(soql`SELECT Id FROM Profile WHERE Name = ${profileName}`);
  const [organization] = await org.query('SELECT Id FROM Organization');
  const suffix = `hengyue.${String(organization?.['Id']).slice(0, 15).toLowerCase()}.demo`;
  return {
    me: String(me?.['Id']),
    usernameSuffix: suffix,
    profileId: String(profile?.['Id']),
    today: new Date(context.now()).toISOString().slice(0, 10),
    roles: await idsBy(context, 'SELECT Id, Name FROM UserRole', 'Name'),
    users: await idsBy(context, 'SELECT Id, Username FROM User', 'Username'),
    accounts: await idsBy(
      context,
      "SELECT Id, AccountNumber FROM Account WHERE AccountNumber LIKE 'HY-A%'",
      'AccountNumber',
    ),
    ...(await deals(context)),
  };
}

async function deals(context: TaskContext): Promise<Pick<SeedState, 'opportunities' | 'unfinished'>> {
  const rows = await context.org.query(
    "SELECT Id, Name, Description FROM Opportunity WHERE Account.AccountNumber LIKE 'HY-A%'",
  );
  return {
    opportunities: new Map(rows.map((row) => [String(row['Name']), String(row['Id'])])),
    unfinished: new Set(rows.filter((row) => row['Description'] === unfinishedMark).map((row) => String(row['Name']))),
  };
}

async function idsBy(context: TaskContext, query: string, field: string): Promise<Map<string, string>> {
  return new Map((await context.org.query(query)).map((row) => [String(row[field]), String(row['Id'])]));
}
