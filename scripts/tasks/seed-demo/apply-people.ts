import { permissionSetsOf, units, type Person } from '../../model/demo/people.ts';
import { soql } from '../../salesforce/soql.ts';
import type { TaskContext } from '../task.ts';
import { permissionSetNames, usernameOf, type SeedPlan } from './plan-seed.ts';
import { writeAll } from './write-all.ts';

/** Creates units (parents first), people and their permission sets. Returns username → id of everybody. */
export async function applyPeople(context: TaskContext, plan: SeedPlan): Promise<Map<string, string>> {
  const roles = await createUnits(context, plan);
  const rows = plan.missingPeople.map((person) => userRow(person, plan, roles));
  const created = await writeAll(context, { step: 'people', object: 'User', operation: 'insert', rows });
  const users = new Map([
    ...plan.state.users,
    ...plan.missingPeople.map((person, index) => [usernameOf(person, plan.state), created[index] ?? ''] as const),
  ]);
  await assignSets(context, plan, users);
  return users;
}

async function createUnits(context: TaskContext, plan: SeedPlan): Promise<Map<string, string>> {
  const ids = new Map(plan.state.roles);
  const depth = (key: string | undefined): number =>
    key === undefined ? 0 : 1 + depth(units.find((unit) => unit.key === key)?.parent);
  for (const level of [1, 2, 3]) {
    const wanted = plan.missingUnits.filter((unit) => depth(unit.key) === level);
    const rows = wanted.map((unit) => ({
      Name: unit.name,
      ParentRoleId: ids.get(units.find((parent) => parent.key === unit.parent)?.name ?? '') ?? null,
    }));
    const created = await writeAll(context, {
      step: `units, level ${level}`,
      object: 'UserRole',
      operation: 'insert',
      rows,
    });
    wanted.forEach((unit, index) => ids.set(unit.name, created[index] ?? ''));
  }
  return ids;
}

function userRow(person: Person, plan: SeedPlan, roles: ReadonlyMap<string, string>) {
  return {
    Username: usernameOf(person, plan.state),
    Email: `${person.key}@example.com`,
    LastName: person.lastName,
    FirstName: person.firstName,
    Alias: person.key.replace('.', '').slice(0, 8),
    Title: person.title,
    ProfileId: plan.state.profileId,
    UserRoleId: roles.get(units.find((unit) => unit.key === person.unit)?.name ?? '') ?? null,
    TimeZoneSidKey: person.timeZone,
    LocaleSidKey: person.language,
    LanguageLocaleKey: person.language,
    EmailEncodingKey: 'UTF-8',
  };
}

async function assignSets(context: TaskContext, plan: SeedPlan, users: ReadonlyMap<string, string>): Promise<void> {
  const names = permissionSetNames(plan.people);
  if (names.length === 0) return;
  const sets = new Map(
    (await context.org.query(soql`SELECT Id, Name FROM PermissionSet WHERE Name IN ${names}`)).map((row) => [
      String(row['Name']),
      String(row['Id']),
    ]),
  );
  const held = await context.org.query(
    soql`SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE PermissionSet.Name IN ${names}`,
  );
  const pairs = new Set(held.map((row) => `${String(row['AssigneeId'])} ${String(row['PermissionSetId'])}`));
  const rows = plan.people.flatMap((person) =>
    permissionSetsOf[person.job].map((name) => ({
      AssigneeId: users.get(usernameOf(person, plan.state)),
      PermissionSetId: sets.get(name),
    })),
  );
  const missing = rows.filter(
    (row) => row.PermissionSetId !== undefined && !pairs.has(`${String(row.AssigneeId)} ${row.PermissionSetId}`),
  );
  await writeAll(context, {
    step: 'permission sets',
    object: 'PermissionSetAssignment',
    operation: 'insert',
    rows: missing,
  });
}
