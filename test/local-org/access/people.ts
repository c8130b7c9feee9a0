import { createUser, type TestOrg } from '../../support/local-org.ts';

interface Description {
  readonly profile: string;
  readonly role?: string;
  readonly sets?: readonly string[];
  readonly group?: string;
}

const MINIMUM = 'Minimum Access - Salesforce';
const STANDARD = 'Standard User';

/** Everybody who asks, with all that makes a difference to the answer. */
export const people = {
  admin: { profile: 'System Administrator' },
  owner: { profile: STANDARD, role: 'Rep', sets: ['Base'] },
  subordinate: { profile: STANDARD, role: 'Assistant', sets: ['Base'] },
  manager: { profile: STANDARD, role: 'Head', sets: ['Base'] },
  peer: { profile: STANDARD, role: 'Rep', sets: ['Base'] },
  seesObject: { profile: STANDARD, sets: ['Base', 'See_All'] },
  changesObject: { profile: STANDARD, sets: ['Change_All'] },
  seesAllData: { profile: STANDARD, sets: ['Base', 'See_All_Data'] },
  changesAllData: { profile: STANDARD, sets: ['Change_All_Data'] },
  /** Above the owner, so that only the missing object rights hold this person back. */
  readOnly: { profile: MINIMUM, role: 'Head', sets: ['Read_Only'] },
  grouped: { profile: STANDARD, sets: ['Base'] },
  teamReader: { profile: STANDARD, sets: ['Base'] },
  teamEditor: { profile: STANDARD, sets: ['Base'] },
  integration: { profile: 'Salesforce API Only System Integrations', sets: ['Base'] },
  /** Above the owner, but without a right on any object. */
  stranger: { profile: MINIMUM, role: 'Head' },
  /** Above the owner, with a group of permission sets whose muting set takes edit and delete away. */
  muted: { profile: MINIMUM, role: 'Head', group: 'Careful' },
} as const satisfies Readonly<Record<string, Description>>;

export type Persona = keyof typeof people;
export const personas = Object.keys(people) as Persona[];

export interface Person {
  readonly id: string;
  readonly token: string;
}

export type Cast = Readonly<Record<Persona, Person>> & { readonly receiver: string; readonly bystander: string };

/** Makes the people; a receiver of transferred records and a bystander who owns what is nobody's, come with them. */
export async function makePeople(test: TestOrg): Promise<Cast> {
  const { user_id: AssigneeId } = await test.connection.identity();
  const PermissionSetId = await idWhere(test, "PermissionSet WHERE Name = 'Fields'");
  await test.connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId });
  const entries: [string, Person][] = [];
  for (const [name, description] of Object.entries<Description>(people))
    entries.push([name, await makePerson(test, name, description)]);
  const receiver = await makePerson(test, 'receiver', { profile: STANDARD, sets: ['Base'] });
  const bystander = await makePerson(test, 'bystander', { profile: STANDARD, sets: ['Base'] });
  const cast = { ...Object.fromEntries(entries), receiver: receiver.id, bystander: bystander.id } as Cast;
  await nestGroups(test, cast);
  return cast;
}

async function makePerson(test: TestOrg, name: string, description: Description): Promise<Person> {
  const { connection } = test;
  const { profile, role, sets = [], group } = description;
  const UserRoleId = role ? await idOf(test, 'UserRole', role) : null;
  const username = await createUser(connection, `${name}@example.com`, { profile, fields: { UserRoleId } });
  const AssigneeId = await idWhere(test, `User WHERE Username = '${username}'`);
  for (const set of [...sets, 'Fields']) {
    const PermissionSetId = await idWhere(test, `PermissionSet WHERE Name = '${set}'`);
    await connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId });
  }
  if (group) {
    const PermissionSetGroupId = await idOf(test, 'PermissionSetGroup', group);
    await connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetGroupId });
  }
  return { id: AssigneeId, token: (await test.connectAs(username)).accessToken ?? '' };
}

/** The person stands in a group inside the group that the rules name. */
async function nestGroups(test: TestOrg, cast: Cast): Promise<void> {
  const outer = await idOf(test, 'Group', 'Readers');
  const inner = await idOf(test, 'Group', 'Inner_Readers');
  await test.connection.sobject('GroupMember').create({ GroupId: outer, UserOrGroupId: inner });
  await test.connection.sobject('GroupMember').create({ GroupId: inner, UserOrGroupId: cast.grouped.id });
}

export const idOf = (test: TestOrg, object: string, developerName: string): Promise<string> =>
  idWhere(test, `${object} WHERE DeveloperName = '${developerName}'`);

async function idWhere(test: TestOrg, rest: string): Promise<string> {
  const { records } = await test.connection.query<{ Id: string }>(`SELECT Id FROM ${rest} LIMIT 1`);
  const [found] = records;
  if (!found) throw new Error(`Expected a record: ${rest}`);
  return found.Id;
}
