import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
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
    dispatch: await dispatch(context),
  };
}

async function dispatch({ org }: TaskContext): Promise<SeedState['dispatch']> {
  // Seeding takes the right to see rates before it writes one: who does not see them has not begun.
  const rate = (await org.fields('MF_Resource__c')).has('Rate__c') ? ', Rate__c' : '';
  const engineers = await org.query(`SELECT Key__c${rate} FROM MF_Resource__c WHERE Key__c LIKE 'HY-E%'`);
  const orders = await org.query(
    "SELECT Import_Key__c, Taking_Over__c FROM MF_Dispatch__c WHERE Import_Key__c LIKE 'HY-DO-%'",
  );
  const keys = (rows: OrgRecord[], field: string) => new Set(rows.map((row) => String(row[field])));
  return {
    engineers: keys(engineers, 'Key__c'),
    unfinishedEngineers: keys(
      engineers.filter((row) => row['Rate__c'] === null),
      'Key__c',
    ),
    orders: keys(orders, 'Import_Key__c'),
    unfinishedOrders: keys(
      orders.filter((row) => row['Taking_Over__c'] === true),
      'Import_Key__c',
    ),
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
