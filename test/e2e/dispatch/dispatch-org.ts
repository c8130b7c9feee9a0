import type { Connection } from 'jsforce';
import { createUser } from '../../support/local-org.ts';
import { broadDispatchPermissionSet } from './broad-dispatch-set.ts';
import { must } from '../gate/deals.ts';
import { deployFiles } from '../gate/deploy-files.ts';
import { openGateOrg, type GateOrg, type Person } from '../gate/gate-org.ts';

const DAY = 86_400_000;
/** When the story begins: the Monday at which the gate's org stands. */
const START = Date.parse('2026-03-02T04:00:00Z');

const people = {
  chen: ['MF_Presales'],
  wang: ['MF_Presales'],
  rival: ['MF_Seller'],
  leader: ['MF_Sales_Leader'],
  finance: ['MF_Role_Finance'],
  auditor: ['MF_Dispatch_Auditor'],
  /** Writes every field of every record of dispatch, and holds no custom permission. */
  intruder: ['Broad', 'Broad_Dispatch'],
} as const;

export interface DispatchOrg extends GateOrg {
  readonly chen: Person;
  readonly wang: Person;
  readonly rival: Person;
  readonly leader: Person;
  readonly finance: Person;
  readonly auditor: Person;
  readonly intruder: Person;
  /** Ids of the two engineers, 450 and 280 an hour, and of the skills PWR and SEC. */
  readonly engineers: Readonly<Record<'chen' | 'wang', string>>;
  readonly skills: Readonly<Record<'PWR' | 'SEC', string>>;
  /** The Monday so many weeks from the first one of the story. */
  monday(weeks?: number): string;
  /** The org's time now. */
  instant(): string;
}

/** The gate's org with engineers, their rates and skills, and the people of dispatch. */
export async function openDispatchOrg(): Promise<DispatchOrg> {
  const org = await openGateOrg();
  let moved = 0;
  await deployFiles(org.admin, { 'permissionsets/Broad_Dispatch.permissionset': broadDispatchPermissionSet() });
  const made: Record<string, Person> = {};
  for (const [name, sets] of Object.entries(people)) {
    const username = await createUser(org.admin, `${name}@gate.test`, { profile: 'Standard User' });
    made[name] = { id: await assign(org.admin, username, sets), connection: await org.test.connectAs(username) };
  }
  const person = (name: keyof typeof people) => made[name]!;
  const engineers = await hire(org, { chen: [person('chen').id, 450], wang: [person('wang').id, 280] });
  const [PWR, SEC] = await must(org.dispatcher.connection, 'create', 'MF_Skill__c', [
    { Name: 'Power', Key__c: 'PWR', Family__c: 'Industry' },
    { Name: 'Security', Key__c: 'SEC', Family__c: 'Technology' },
  ]);
  return {
    ...org,
    chen: person('chen'),
    wang: person('wang'),
    rival: person('rival'),
    leader: person('leader'),
    finance: person('finance'),
    auditor: person('auditor'),
    intruder: person('intruder'),
    engineers: engineers as DispatchOrg['engineers'],
    skills: { PWR: PWR!, SEC: SEC! },
    monday: (weeks = 0) => new Date(START + 7 * weeks * DAY).toISOString().slice(0, 10),
    instant: () => new Date(START + moved * DAY).toISOString(),
    moveClock(days) {
      moved += days;
      org.moveClock(days);
    },
  };
}

async function hire(org: GateOrg, rates: Readonly<Record<string, readonly [string, number]>>) {
  const worker = org.integration.connection;
  const engineers: Record<string, string> = {};
  for (const [name, [user, rate]] of Object.entries(rates)) {
    const row = { Name: name, Key__c: name, User__c: user, Unit__c: 'Presales', Region__c: 'HQ', Weekly_Hours__c: 40 };
    const [id] = await must(worker, 'create', 'MF_Resource__c', [{ ...row, Active__c: true }]);
    const [rateId] = await must(worker, 'create', 'MF_Rate__c', [
      { Resource__c: id!, Hourly_Rate__c: rate, Valid_From__c: '2026-01-01', OwnerId: user },
    ]);
    await must(worker, 'update', 'MF_Resource__c', [{ Id: id!, Rate__c: rateId! }]);
    engineers[name] = id!;
  }
  return engineers;
}

async function assign(admin: Connection, username: string, names: readonly string[]): Promise<string> {
  const { records } = await admin.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`);
  const user = records[0]!.Id;
  for (const name of names) {
    const sets = await admin.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
    await must(admin, 'create', 'PermissionSetAssignment', [
      { AssigneeId: user, PermissionSetId: sets.records[0]!.Id },
    ]);
  }
  return user;
}
