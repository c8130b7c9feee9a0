import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';
import { at } from '../support/local-org/answer-parts.ts';
import { zipOf } from '../support/zip-of.ts';
import { accessPackage } from './access/access-package.ts';
import { type Cast, idOf, makePeople, type Persona } from './access/people.ts';
import { type Stage, stageOf } from './access/stage.ts';

let org: TestOrg;
let cast: Cast;
let stage: Stage;
beforeAll(async () => {
  org = await startTestOrg();
  const zip = await zipOf(accessPackage);
  const result = await org.connection.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (!result.success) throw new Error(JSON.stringify(result.details?.componentFailures));
  cast = await makePeople(org);
  stage = stageOf(org, cast);
});
afterAll(() => org.close());

const as = (who: Persona): Promise<Connection> => org.connectAs(`${who}@example.com`);

async function call(
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${org.org.url}/services/data/v66.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

const ask = (who: Persona, method: string, path: string, body?: unknown) => call(cast[who].token, method, path, body);
const codeOf = (body: unknown): unknown => at(body, '0.errorCode');
const sees = async (who: Persona, object: string, id: string): Promise<boolean> =>
  (await (await as(who)).query(`SELECT Id FROM ${object} WHERE Id = '${id}'`)).totalSize === 1;

describe('a manual share', () => {
  const share = (ParentId: string, level = 'Edit') => ({
    ParentId,
    UserOrGroupId: cast.peer.id,
    AccessLevel: level,
    RowCause: 'Manual',
  });

  test('is given by the owner, opens the record, and closes it when it is deleted', async () => {
    const plan = await stage.one('Plan__c', { Name: 'p', OwnerId: cast.owner.id });
    const given = await ask('owner', 'POST', '/sobjects/Plan__Share', share(plan));
    expect(given.status).toBe(201);
    expect(await sees('peer', 'Plan__c', plan)).toBe(true);
    expect((await ask('owner', 'DELETE', `/sobjects/Plan__Share/${String(at(given.body, 'id'))}`)).status).toBe(204);
    expect(await sees('peer', 'Plan__c', plan)).toBe(false);
  });

  test('is deleted beside those of other objects, whose ids begin alike', async () => {
    const rows = ['Plan__c', 'North__c'].map(async (object) => {
      const id = await stage.one(object, { Name: 'p', OwnerId: cast.owner.id });
      const given = await ask('owner', 'POST', `/sobjects/${object.replace('__c', '__Share')}`, share(id));
      return { object, id, shared: String(at(given.body, 'id')) };
    });
    const [plan, north] = await Promise.all(rows);
    if (!plan || !north) throw new Error('Expected two shares.');
    expect(await ask('owner', 'DELETE', `/composite/sobjects?ids=${north.shared},${plan.shared}`)).toMatchObject({
      body: [{ success: true }, { success: true }],
    });
    for (const { object, id } of [plan, north]) expect(await sees('peer', object, id)).toBe(false);
  });

  test('goes when the record gets another owner', async () => {
    const plan = await stage.one('Plan__c', { Name: 'p', OwnerId: cast.owner.id });
    await stage.one('Plan__Share', share(plan));
    await org.connection.sobject('Plan__c').update({ Id: plan, OwnerId: cast.receiver });
    expect(await sees('peer', 'Plan__c', plan)).toBe(false);
    const left = await org.connection.query(
      `SELECT Id FROM Plan__Share WHERE ParentId = '${plan}' AND RowCause = 'Manual'`,
    );
    expect(left.totalSize).toBe(0);
  });

  test('is not for whoever merely edits the record to give', async () => {
    const plan = await stage.one('Plan__c', { Name: 'p', OwnerId: cast.owner.id });
    await stage.one('Plan__Share', share(plan));
    const answer = await ask('peer', 'POST', '/sobjects/Plan__Share', {
      ...share(plan),
      UserOrGroupId: cast.grouped.id,
    });
    expect(codeOf(answer.body)).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
  });

  test.each([
    [
      'Notice__c',
      'Read',
      'field integrity exception: unknown (trivial share level Read, for organization with default level Read)',
    ],
    ['Plan__c', 'All', 'field integrity exception: AccessLevel (bad share level All)'],
  ])('of %s with %s is refused', async (object, level, message) => {
    const ParentId = await stage.one(object, { Name: 'p', OwnerId: cast.owner.id });
    const answer = await ask('owner', 'POST', `/sobjects/${object.replace('__c', '__Share')}`, share(ParentId, level));
    expect(answer.body).toMatchObject([{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', message }]);
  });

  test('does not exist for what is open to everybody', async () => {
    expect((await ask('admin', 'GET', '/sobjects/Board__Share/describe')).status).toBe(404);
  });
});

describe('a public group', () => {
  test('opens what is shared with it to the members of the groups inside, and to nobody once it loses them', async () => {
    const north = await stage.one('North__c', { Name: 'n', OwnerId: cast.owner.id, Region__c: 'North' });
    expect(await sees('grouped', 'North__c', north)).toBe(true);
    const inner = await idOf(org, 'Group', 'Inner_Readers');
    const { records } = await org.connection.query<{ Id: string }>(
      `SELECT Id FROM GroupMember WHERE GroupId = '${inner}'`,
    );
    const [member] = records;
    await org.connection.sobject('GroupMember').destroy(member?.Id ?? '');
    expect(await sees('grouped', 'North__c', north)).toBe(false);
    await org.connection.sobject('GroupMember').create({ GroupId: inner, UserOrGroupId: cast.grouped.id });
    expect(await sees('grouped', 'North__c', north)).toBe(true);
  });

  test('of a role and all below it holds them, and a role group only the role', async () => {
    const group = async (type: string) => {
      const rows = await org.connection.query<{ Id: string }>(
        `SELECT Id FROM Group WHERE DeveloperName = 'Rep' AND Type = '${type}'`,
      );
      return rows.records[0]?.Id ?? '';
    };
    const shared = async (type: string) => {
      const plan = await stage.one('Plan__c', { Name: 'p', OwnerId: cast.bystander });
      await stage.one('Plan__Share', { ParentId: plan, UserOrGroupId: await group(type), AccessLevel: 'Read' });
      return Promise.all(
        (['owner', 'peer', 'subordinate', 'grouped'] as const).map((who) => sees(who, 'Plan__c', plan)),
      );
    };
    expect(await shared('Role')).toEqual([true, true, false, false]);
    expect(await shared('RoleAndSubordinates')).toEqual([true, true, true, false]);
  });
});

test('a criteria rule lets go of a record that stops meeting it', async () => {
  const north = await stage.one('North__c', { Name: 'n', OwnerId: cast.owner.id, Region__c: 'North' });
  expect(await sees('grouped', 'North__c', north)).toBe(true);
  await org.connection.sobject('North__c').update({ Id: north, Region__c: 'South' });
  expect(await sees('grouped', 'North__c', north)).toBe(false);
});

test('a new owner must be able to read what he is given', async () => {
  const plan = await stage.one('Plan__c', { Name: 'p', OwnerId: cast.owner.id });
  const answer = await ask('owner', 'PATCH', `/sobjects/Plan__c/${plan}`, { OwnerId: cast.stranger.id });
  expect(answer.body).toMatchObject([
    { errorCode: 'TRANSFER_REQUIRES_READ', message: 'The new owner must have read permission' },
  ]);
});

describe('a field that nobody granted', () => {
  const path = () => stage.one('North__c', { Name: 'n', OwnerId: cast.owner.id, Region__c: 'North' });
  let hidden = '';
  beforeAll(async () => {
    hidden = await path();
    await createUser(org.connection, 'blind@example.com', { profile: 'Standard User' });
    const { records } = await org.connection.query<{ Id: string }>(
      "SELECT Id FROM User WHERE Username = 'blind@example.com'",
    );
    const sets = await org.connection.query<{ Id: string }>(
      "SELECT Id FROM PermissionSet WHERE Name IN ('Base', 'See_All')",
    );
    for (const { Id } of sets.records)
      await org.connection
        .sobject('PermissionSetAssignment')
        .create({ AssigneeId: records[0]?.Id ?? '', PermissionSetId: Id });
  });
  const blind = async () => (await org.connectAs('blind@example.com')).accessToken ?? '';

  test('is no column of a query and no key of a record, in describe, object info and GraphQL it is not there', async () => {
    const token = await blind();
    const query = await call(token, 'GET', '/query?q=SELECT+Region__c+FROM+North__c');
    expect([query.status, codeOf(query.body)]).toEqual([400, 'INVALID_FIELD']);
    const record = await call(token, 'GET', `/sobjects/North__c/${hidden}`);
    expect([record.status, at(record.body, 'Name'), at(record.body, 'Region__c')]).toEqual([200, 'n', undefined]);
    const fields = await call(token, 'GET', `/sobjects/North__c/${hidden}?fields=Region__c`);
    expect([fields.status, codeOf(fields.body)]).toEqual([400, 'INVALID_FIELD']);
    const described = at((await call(token, 'GET', '/sobjects/North__c/describe')).body, 'fields') as {
      name: string;
    }[];
    expect(described.map(({ name }) => name)).toContain('Name');
    expect(described.map(({ name }) => name)).not.toContain('Region__c');
    const info = await call(token, 'GET', '/ui-api/object-info/North__c');
    expect(at(info.body, 'fields.Name')).toBeDefined();
    expect(at(info.body, 'fields.Region__c')).toBeUndefined();
    const ui = await call(token, 'GET', `/ui-api/records/${hidden}?fields=North__c.Region__c`);
    expect([ui.status, codeOf(ui.body)]).toEqual([400, 'INVALID_FIELD']);
    const optional = await call(
      token,
      'GET',
      `/ui-api/records/${hidden}?fields=North__c.Name&optionalFields=North__c.Region__c`,
    );
    expect([optional.status, at(optional.body, 'fields.Region__c')]).toEqual([200, undefined]);
    const graph = await call(token, 'POST', '/graphql', {
      query: '{ uiapi { query { North__c { edges { node { Region__c { value } } } } } } }',
    });
    expect(at(graph.body, 'errors.0.message')).toMatch(/FieldUndefined|Region__c/);
    const bulk = await call(token, 'POST', '/jobs/query', {
      operation: 'query',
      query: 'SELECT Region__c FROM North__c',
    });
    expect([bulk.status, codeOf(bulk.body)]).toEqual([400, 'INVALID_FIELD']);
  });

  test('is not written either, and the whole record with it', async () => {
    const token = await blind();
    const rest = await call(token, 'POST', '/sobjects/North__c', { Name: 'n', Region__c: 'West' });
    expect(rest.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Region__c'] }]);
    const ui = await call(token, 'POST', '/ui-api/records', {
      apiName: 'North__c',
      fields: { Name: 'n', Region__c: 'West' },
    });
    expect([ui.status, at(ui.body, 'output.fieldErrors.Region__c.0.errorCode')]).toEqual([
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    ]);
    expect((await org.connection.query("SELECT Id FROM North__c WHERE Region__c = 'West'")).totalSize).toBe(0);
  });
});

describe('a muting permission set', () => {
  test('takes back only what its own group gives', async () => {
    const notice = await stage.one('Notice__c', { Name: 'n', OwnerId: cast.owner.id });
    expect((await ask('muted', 'PATCH', `/sobjects/Notice__c/${notice}`, { Name: 'm' })).status).toBe(400);
    const { records } = await org.connection.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Base'");
    const { id } = await org.connection
      .sobject('PermissionSetAssignment')
      .create({ AssigneeId: cast.muted.id, PermissionSetId: records[0]?.Id ?? '' });
    expect((await ask('muted', 'PATCH', `/sobjects/Notice__c/${notice}`, { Name: 'm' })).status).toBe(204);
    await org.connection.sobject('PermissionSetAssignment').destroy(id ?? '');
    expect((await ask('muted', 'PATCH', `/sobjects/Notice__c/${notice}`, { Name: 'o' })).status).toBe(400);
  });

  test('is retrieved as it was deployed and listed beside the sets of its group', async () => {
    const listed = await org.connection.metadata.list({ type: 'MutingPermissionSet' });
    expect(listed.map(({ fullName }) => fullName)).toEqual(['Careful_Muting']);
    const { records } = await org.connection.query<{ DeveloperName: string }>(
      'SELECT DeveloperName FROM MutingPermissionSet',
    );
    expect(records.map(({ DeveloperName }) => DeveloperName)).toEqual(['Careful_Muting']);
  });
});

describe('UserRecordAccess', () => {
  const asked = async (who: Persona, about: string, ids: readonly string[]) =>
    ask(
      who,
      'GET',
      `/query?q=${encodeURIComponent(
        `SELECT RecordId, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${about}' AND RecordId IN (${ids.map((id) => `'${id}'`).join(',')})`,
      )}`,
    );

  test('says the highest level of another user, and nothing about records that the asking user cannot read', async () => {
    const ids = await stage.records('Plan__c', 2, { Name: 'p', OwnerId: cast.owner.id });
    await stage.one('Plan__Share', { ParentId: ids[0] ?? '', UserOrGroupId: cast.peer.id, AccessLevel: 'Edit' });
    const levels = async (who: Persona, about: string) =>
      (at((await asked(who, about, ids)).body, 'records') as { MaxAccessLevel: string }[]).map(
        (row) => row.MaxAccessLevel,
      );
    expect(await levels('admin', cast.owner.id)).toEqual(['All', 'All']);
    expect(await levels('admin', cast.peer.id)).toEqual(['Edit', 'None']);
    expect(await levels('peer', cast.owner.id)).toEqual(['All']);
  });

  test('answers for 200 records and refuses 201', async () => {
    const ids = await stage.records('Board__c', 201, { Name: 'b' });
    expect(at((await asked('peer', cast.peer.id, ids.slice(1))).body, 'totalSize')).toBe(200);
    expect(codeOf((await asked('peer', cast.peer.id, ids)).body)).toBe('MALFORMED_QUERY');
  });
});

test.each([
  ['deactivated', 'User', 'Id', { IsActive: false }],
  ['frozen', 'UserLogin', 'UserId', { IsFrozen: true }],
])(
  'a user who is %s is refused everywhere with the token that worked a moment before',
  async (state, object, key, change) => {
    const username = await createUser(org.connection, `${state}@example.com`, { profile: 'Standard User' });
    const token = (await org.connectAs(username)).accessToken ?? '';
    const paths: readonly (readonly [string, string, unknown?])[] = [
      ['GET', '/sobjects/Account/describe'],
      ['GET', '/query?q=SELECT+Id+FROM+Account'],
      ['POST', '/graphql', { query: '{ uiapi { query { Account { totalCount } } } }' }],
      ['GET', '/ui-api/object-info/Account'],
      ['POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' }],
    ];
    const statuses = async () =>
      Promise.all(paths.map(async ([method, path, body]) => (await call(token, method, path, body)).status));
    expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
    const users = await org.connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`);
    const { records } = await org.connection.query<{ Id: string }>(
      `SELECT Id FROM ${object} WHERE ${key} = '${users.records[0]?.Id ?? ''}'`,
    );
    await org.connection.sobject(object).update({ Id: records[0]?.Id ?? '', ...change });
    expect(await statuses()).toEqual([401, 401, 401, 401, 401]);
    await expect(org.connectAs(username)).rejects.toThrow();
  },
);
