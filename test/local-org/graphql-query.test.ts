import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, keysAt, listAt, textAt } from '../support/local-org/answer-parts.ts';
import { startUiOrg, type UiOrg } from '../support/local-org/ui-org.ts';

let org: UiOrg;
let accountId: string;
beforeAll(async () => {
  org = await startUiOrg({ now: () => Date.parse('2026-03-02T08:00:00Z') });
  accountId = (await org.wang.connection.sobject('Account').create({ Name: 'Acme' })).id as string;
  const budgets = [10, 20, 30, null];
  const projects = await org.wang.connection.sobject('Project__c').create(
    budgets.map((Budget__c, index) => ({
      Name: `P${String(index)}`,
      Budget__c,
      Account__c: index < 2 ? accountId : null,
      Due__c: `2026-03-0${String(index + 1)}`,
      Tags__c: index === 0 ? 'Cloud;Edge' : 'Core',
    })),
  );
  const milestones = projects
    .slice(0, 2)
    .flatMap(({ id }) => [1, 2, 3].map((Weight__c) => ({ Name: `M${String(Weight__c)}`, Project__c: id, Weight__c })));
  await org.wang.connection.sobject('Milestone__c').create(milestones);
});
afterAll(() => org.close());

const names = async (args: string): Promise<unknown[]> => {
  const { body } = await org.wang.graphql(
    `{ uiapi { query { Project__c(${args}) { edges { node { Name { value } } } } } } }`,
  );
  expect(at(body, 'errors')).toEqual([]);
  return listAt(body, 'data.uiapi.query.Project__c.edges').map((edge) => at(edge, 'node.Name.value'));
};

describe('a query', () => {
  it.each([
    ['where: { Budget__c: { gt: 10, lte: 30 } }', ['P1', 'P2']],
    ['where: { Budget__c: { eq: null } }', ['P3']],
    ['where: { Name: { in: ["P0", "P3"] } }', ['P0', 'P3']],
    ['where: { Name: { nin: ["P0", "P3"] } }', ['P1', 'P2']],
    ['where: { Name: { like: "p%" }, not: { Name: { eq: "P1" } } }', ['P0', 'P2', 'P3']],
    ['where: { or: [{ Name: { eq: "P0" } }, { Budget__c: { eq: 30 } }] }', ['P0', 'P2']],
    ['where: { and: [{ Budget__c: { gte: 20 } }, { Budget__c: { lt: 30 } }] }', ['P1']],
    ['where: { Account__r: { Name: { eq: "acme" } } }', ['P0', 'P1']],
    ['where: { Due__c: { eq: { literal: TODAY } } }', ['P1']],
    ['where: { Due__c: { gt: { value: "2026-03-02" } } }', ['P2', 'P3']],
    ['where: { Due__c: { eq: { range: { next_n_days: 1 } } } }', ['P2']],
    ['where: { Tags__c: { includes: ["Edge"] } }', ['P0']],
    ['where: { Id: { inq: { Milestone__c: { Weight__c: { eq: 2 } }, ApiName: "Project__c" } } }', ['P0', 'P1']],
    ['where: { Id: { ninq: { Milestone__c: { Weight__c: { eq: 2 } }, ApiName: "Project__c" } } }', ['P2', 'P3']],
    ['orderBy: { Budget__c: { order: DESC, nulls: LAST } }', ['P2', 'P1', 'P0', 'P3']],
    [
      'orderBy: { Account__r: { Name: { order: DESC, nulls: LAST } }, Name: { order: DESC } }',
      ['P1', 'P0', 'P3', 'P2'],
    ],
    ['scope: MINE, first: 2', ['P0', 'P1']],
  ])('answers %s', async (args, expected) => {
    expect(await names(args)).toEqual(expected);
  });

  it('pages forward by cursor', async () => {
    const page = (after?: string) =>
      org.wang.graphql(
        'query Q($after: String) { uiapi { query { Project__c(first: 3, after: $after, orderBy: { Name: { order: ASC } }) ' +
          '{ totalCount edges { cursor node { Name { value } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }',
        { after: after ?? null },
      );
    const first = at((await page()).body, 'data.uiapi.query.Project__c');
    const second = at((await page(textAt(first, 'pageInfo.endCursor'))).body, 'data.uiapi.query.Project__c');
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'djE6MA==' } });
    expect(second).toMatchObject({
      totalCount: 4,
      edges: [{ cursor: 'djE6Mw==', node: { Name: { value: 'P3' } } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });

  it('reads parents and the children of every record, each cut to its own page', async () => {
    const { body } = await org.wang.graphql(
      `{ uiapi { query { Project__c(where: { Account__r: { Name: { ne: null } } }) { edges { node {
        Account__r { Name { value } Owner { Name { value } } }
        heavy: Milestones__r(where: { Weight__c: { gt: 1 } }, first: 1, orderBy: { Weight__c: { order: DESC } }) {
          totalCount pageInfo { hasNextPage } edges { node { Name { value } Weight__c { value displayValue } } } }
        light: Milestones__r(where: { Weight__c: { eq: 1 } }) { edges { node { Name { value } } } }
      } } } } } }`,
    );
    expect(at(body, 'errors')).toEqual([]);
    const node = {
      Account__r: { Name: { value: 'Acme' }, Owner: { Name: { value: 'wang' } } },
      heavy: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { Name: { value: 'M3' }, Weight__c: { value: 3, displayValue: '3.0' } } }],
      },
      light: { edges: [{ node: { Name: { value: 'M1' } } }] },
    };
    expect(at(body, 'data.uiapi.query.Project__c.edges')).toEqual([{ node }, { node }]);
  });

  it('takes variables, fragments and aliases, and shows values in the language of the user', async () => {
    const { body } = await org.wang.graphql(
      `query Q($where: Project__c_Filter, $first: Int = 1) { uiapi { query { mine: Project__c(where: $where, first: $first) {
        edges { node { ...envelope Status__c { value displayValue label } Budget__c { format } } } } } } }
      fragment envelope on Record { __typename ApiName DisplayValue RecordTypeId(fallback: true) { value } }`,
      { where: { Name: { eq: 'P1' } } },
    );
    expect(at(body, 'data.uiapi.query.mine.edges.0.node')).toMatchObject({
      __typename: 'Project__c',
      ApiName: 'Project__c',
      DisplayValue: 'P1',
      Status__c: { value: 'Open', displayValue: '进行中', label: '进行中' },
      Budget__c: { format: 'US$20.00' },
    });
  });

  it('fails on a field the user cannot see, unless it is optional', async () => {
    const query = (directive: string) =>
      `{ uiapi { query { Project__c(first: 1) { edges { node { Id Secret__c ${directive} { value } } } } } } }`;
    const strict = await org.wang.graphql(query(''));
    const optional = await org.wang.graphql(query('@optional'));
    expect(strict).toMatchObject({
      status: 200,
      body: {
        data: null,
        errors: [
          {
            message:
              "Validation error of type FieldUndefined: Field 'Secret__c' in type 'Project__c' is undefined @ 'uiapi/query/Project__c/edges/node/Secret__c'",
            paths: [],
            extensions: { ErrorType: 'ValidationError' },
          },
        ],
      },
    });
    expect(at(optional.body, 'errors')).toEqual([]);
    expect(keysAt(optional.body, 'data.uiapi.query.Project__c.edges.0.node')).toEqual(['Id']);
  });

  it('does not know an object that the user may not read', async () => {
    const { body } = await org.guest.graphql('{ uiapi { query { Project__c { edges { node { Id } } } } } }');
    expect(at(body, 'errors.0.message')).toBe(
      "Validation error of type FieldUndefined: Field 'Project__c' in type 'RecordQuery' is undefined @ 'uiapi/query/Project__c'",
    );
  });

  it.each([
    ['{ uiapi { query { Account {', 'InvalidSyntax'],
    ['{ uiapi { query { Account(bar: 1) { edges { node { Id } } } } } }', 'ValidationError'],
    ['{ uiapi { query { Account(where: { Name: { foo: "x" } }) { edges { node { Id } } } } } }', 'ValidationError'],
    [
      '{ uiapi { query { Project__c(where: { Due__c: { eq: "2026-03-02" } }) { edges { node { Id } } } } } }',
      'ValidationError',
    ],
    ['{ uiapi { query { Account(first: 2001) { edges { node { Id } } } } } }', 'DataFetchingException'],
    ['{ uiapi { query { Account(after: "nonsense") { edges { node { Id } } } } } }', 'DataFetchingException'],
    ['{ uiapi { query { Account(scope: TEAM) { edges { node { Id } } } } } }', 'OperationNotSupported'],
    [
      `{ uiapi { query { ${[...'abcdefghijk'].map((alias) => `${alias}: Account { totalCount }`).join(' ')} } } }`,
      'ExecutionAborted',
    ],
  ])('refuses %s as %s', async (query, type) => {
    const { status, body } = await org.wang.graphql(query);
    expect(status).toBe(200);
    expect(at(body, 'errors.0.extensions.ErrorType')).toBe(type);
  });

  it("keeps quotes and wildcards of a person's text in one value", async () => {
    const Name = `O'Neil \\ "x" 100%_ 🏗️`;
    await org.wang.connection.sobject('Account').create({ Name });
    const { body } = await org.wang.graphql(
      'query Q($name: String) { uiapi { query { Account(where: { Name: { eq: $name } }) { edges { node { Name { value } } } } } } }',
      { name: Name },
    );
    expect(at(body, 'data.uiapi.query.Account.edges')).toEqual([{ node: { Name: { value: Name } } }]);
  });
});

describe('an aggregate', () => {
  it('groups, counts and sums', async () => {
    const { body } = await org.wang.graphql(
      `{ uiapi { aggregate { Project__c(groupBy: { Tags: { group: true } }) { totalCount } } } }`.replace(
        'Tags',
        'Account__c',
      ),
    );
    expect(at(body, 'data.uiapi.aggregate.Project__c.totalCount')).toBe(2);
    const summed = await org.wang.graphql(
      `{ uiapi { aggregate { Project__c(groupBy: { Status__c: { group: true } }, where: { Budget__c: { ne: null } }) { edges { node { aggregate {
        Status__c { value label } Id { count { value } } Budget__c { sum { value displayValue } max { value } } Due__c { min { value } } } } } } } } }`,
    );
    expect(at(summed.body, 'data.uiapi.aggregate.Project__c.edges.0.node.aggregate')).toEqual({
      Status__c: { value: 'Open', label: '进行中' },
      Id: { count: { value: 3 } },
      Budget__c: { sum: { value: 60, displayValue: 'US$60.00' }, max: { value: 30 } },
      Due__c: { min: { value: '2026-03-01' } },
    });
  });
});

describe('metadata', () => {
  it('gives object infos, picklist values by record type and the current user', async () => {
    const { body } = await org.wang.graphql(
      `{ uiapi { currentUser { Id } objectInfos(objectInfoInputs: [{ apiName: "Project__c", recordTypeIDs: [], fieldNames: ["Status__c"] }]) {
        label fields { ApiName ... on PicklistField { picklistValuesByRecordTypeIDs { picklistValues { label value } } } } } } }`,
    );
    const [info] = listAt(body, 'data.uiapi.objectInfos');
    const status = listAt(info, 'fields').find((field) => at(field, 'ApiName') === 'Status__c');
    expect(at(body, 'data.uiapi.currentUser.Id')).toBe(org.wang.id);
    expect(at(info, 'label')).toBe('项目');
    expect(at(status, 'picklistValuesByRecordTypeIDs.0.picklistValues.0')).toEqual({
      label: '进行中',
      value: 'Open',
    });
  });

  it('answers introspection with the types of the user', async () => {
    const { body } = await org.wang.graphql('{ __type(name: "Project__c") { fields { name } } }');
    const fields = listAt(body, 'data.__type.fields').map((each) => at(each, 'name'));
    expect(fields).toContain('Budget__c');
    expect(fields).toContain('Milestones__r');
    expect(fields).not.toContain('Secret__c');
  });
});
