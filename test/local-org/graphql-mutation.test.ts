import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, textAt } from '../support/local-org/answer-parts.ts';
import { startUiOrg, type UiOrg } from '../support/local-org/ui-org.ts';

let org: UiOrg;
beforeAll(async () => {
  org = await startUiOrg();
});
afterAll(() => org.close());

const projectsNamed = async (name: string): Promise<unknown> => {
  const { body } = await org.wang.graphql(
    'query Q($name: String) { uiapi { query { Project__c(where: { Name: { eq: $name } }) { totalCount } } } }',
    { name },
  );
  return at(body, 'data.uiapi.query.Project__c.totalCount');
};

const create = async (fields: Record<string, unknown>): Promise<string> => {
  const { body } = await org.wang.graphql(
    'mutation M($input: Project__cCreateInput!) { uiapi { Project__cCreate(input: $input) { Record { Id } } } }',
    { input: { Project__c: fields } },
  );
  return textAt(body, 'data.uiapi.Project__cCreate.Record.Id');
};

describe('a mutation', () => {
  it('creates a record and a child that refers to it', async () => {
    const { body } = await org.wang.graphql(
      `mutation { uiapi(input: { allOrNone: true }) {
        parent: Project__cCreate(input: { Project__c: { Name: "Chain", Budget__c: 5 } }) { Record { Id Status__c { label } } }
        Milestone__cCreate(input: { Milestone__c: { Name: "First", Project__c: "@{parent}" } }) { Record { Project__c { value } } } } }`,
    );
    expect(at(body, 'errors')).toEqual([]);
    expect(at(body, 'data.uiapi.parent.Record.Status__c')).toEqual({ label: '进行中' });
    expect(at(body, 'data.uiapi.Milestone__cCreate.Record.Project__c.value')).toBe(
      at(body, 'data.uiapi.parent.Record.Id'),
    );
  });

  it('updates and deletes', async () => {
    const id = await create({ Name: 'Short-lived' });
    const updated = await org.wang.graphql(
      `mutation { uiapi { Project__cUpdate(input: { Id: "${id}", Project__c: { Budget__c: 7, Due__c: "2026-12-01" } }) { Record { Budget__c { value } } } } }`,
    );
    expect(at(updated.body, 'data.uiapi.Project__cUpdate.Record')).toEqual({ Budget__c: { value: 7 } });
    const deleted = await org.wang.graphql(`mutation { uiapi { Project__cDelete(input: { Id: "${id}" }) { Id } } }`);
    expect(at(deleted.body, 'data.uiapi.Project__cDelete')).toEqual({ Id: id });
    expect(await projectsNamed('Short-lived')).toBe(0);
  });

  it('reports every failing rule with its code and field', async () => {
    const id = await create({ Name: 'Rules' });
    const { status, body } = await org.wang.graphql(
      `mutation { uiapi { Project__cUpdate(input: { Id: "${id}", Project__c: { Budget__c: -1, Status__c: "Closed" } }) { Record { Id } } } }`,
    );
    expect(status).toBe(200);
    expect(at(body, 'data.uiapi.Project__cUpdate')).toBeNull();
    expect(
      listAt(body, 'errors').map((error) => ({
        message: at(error, 'message'),
        paths: at(error, 'paths'),
        extensions: at(error, 'extensions'),
      })),
    ).toEqual(
      expect.arrayContaining([
        {
          message: 'A budget is not negative.',
          paths: ['uiapi', 'Project__cUpdate'],
          extensions: {
            ErrorType: 'DataFetchingException',
            errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            fields: ['Budget__c'],
          },
        },
        {
          message: 'A closed project has a due date.',
          paths: ['uiapi', 'Project__cUpdate'],
          extensions: { ErrorType: 'DataFetchingException', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' },
        },
      ]),
    );
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('with allOrNone %s keeps %d of what succeeded beside a failure', async (allOrNone, kept) => {
    const name = `Beside ${String(allOrNone)}`;
    const { body } = await org.wang.graphql(
      `mutation { uiapi(input: { allOrNone: ${String(allOrNone)} }) {
        good: Project__cCreate(input: { Project__c: { Name: "${name}" } }) { Record { Id } }
        bad: Project__cCreate(input: { Project__c: { Name: "${name}", Budget__c: -1 } }) { Record { Id } } } }`,
    );
    expect(at(body, 'data.uiapi.bad')).toBeNull();
    expect(at(body, 'data.uiapi.good') === null).toBe(allOrNone);
    expect(await projectsNamed(name)).toBe(kept);
  });

  it('rolls back what a failed operation was chained to, even without allOrNone', async () => {
    const { body } = await org.wang.graphql(
      `mutation { uiapi(input: { allOrNone: false }) {
        a: Project__cCreate(input: { Project__c: { Name: "Chained" } }) { Record { Id } }
        Milestone__cCreate(input: { Milestone__c: { Name: "x", Project__c: "@{nowhere}" } }) { Record { Id } }
        b: Milestone__cCreate(input: { Milestone__c: { Name: "y", Project__c: "@{a}", Weight__c: 1000000 } }) { Record { Id } } } }`,
    );
    expect(at(body, 'data.uiapi')).toEqual({ a: null, Milestone__cCreate: null, b: null });
    expect(await projectsNamed('Chained')).toBe(0);
  });

  it.each([
    ['Project__cCreate(input: { Project__c: { Budget__c: 1 } }) { Record { Id } }', 'WrongType'],
    ['Project__cCreate(input: { Project__c: { Name: "x", Secret__c: "y" } }) { Record { Id } }', 'WrongType'],
    ['Project__cCreate(input: { Project__c: { Name: "x", Due__c: "tomorrow" } }) { Record { Id } }', 'WrongType'],
    ['Project__cCreate(input: { Project__c: { Name: "x" } }) { Id }', 'FieldUndefined'],
    ['Nothing__cCreate(input: {}) { Id }', 'FieldUndefined'],
  ])('refuses %s before anything is written', async (operation, type) => {
    const { body } = await org.wang.graphql(`mutation { uiapi { ${operation} } }`);
    expect(at(body, 'data')).toBeNull();
    expect(at(body, 'errors.0.message')).toContain(`Validation error of type ${type}: `);
  });
});
