import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, textAt } from '../support/local-org/answer-parts.ts';
import { startUiOrg, type UiOrg } from '../support/local-org/ui-org.ts';

let org: UiOrg;
let accountId: string;
let projectId: string;
beforeAll(async () => {
  org = await startUiOrg();
  const { connection } = org.wang;
  accountId = (await connection.sobject('Account').create({ Name: '50%_off Acme' })).id as string;
  await connection.sobject('Account').create({ Name: '50x off' });
  const projects = await connection.sobject('Project__c').create([
    { Name: 'A', Budget__c: 3, Account__c: accountId, Status__c: 'Open' },
    { Name: 'B', Budget__c: 2, Account__c: accountId, Status__c: 'Open' },
    { Name: 'C', Budget__c: 1, Account__c: accountId, Status__c: 'Closed', Due__c: '2026-01-01' },
  ]);
  projectId = projects[0]?.id as string;
});
afterAll(() => org.close());

const namesIn = (body: unknown, path = 'records'): unknown[] =>
  listAt(body, path).map((record) => at(record, 'fields.Name.value'));

describe('a related list', () => {
  it('is sorted, paged and filtered', async () => {
    const path = `/ui-api/related-list-records/${accountId}/Projects__r`;
    const first = await org.wang.call('GET', `${path}?fields=Project__c.Name&sortBy=-Budget__c&pageSize=2`);
    const second = await org.wang.call(
      'GET',
      `${path}?fields=Project__c.Name&sortBy=-Budget__c&pageSize=2&pageToken=${textAt(first.body, 'nextPageToken')}`,
    );
    const filtered = await org.wang.call('POST', path, {
      fields: ['Project__c.Name'],
      where: '{ and: [{ Budget__c: { lt: 3 } }, { Status__c: { eq: "Open" } }] }',
    });
    expect(namesIn(first.body)).toEqual(['A', 'B']);
    expect(first.body).toMatchObject({
      count: 2,
      currentPageToken: '0',
      nextPageToken: '2',
      previousPageToken: null,
      listReference: {
        inContextOfRecordId: accountId,
        parentObjectApiName: 'Account',
        relatedListId: 'Projects__r',
        type: 'relatedList',
      },
    });
    expect(namesIn(second.body)).toEqual(['C']);
    expect(second.body).toMatchObject({ nextPageToken: null, previousPageToken: '0' });
    expect(namesIn(filtered.body)).toEqual(['B']);
  });

  it('refuses what it cannot filter or find', async () => {
    const path = `/ui-api/related-list-records/${accountId}`;
    const unreadable = await org.wang.call('POST', `${path}/Projects__r`, { where: '{ Name: ' });
    const operator = await org.wang.call('POST', `${path}/Projects__r`, { where: '{ Name: { foo: "x" } }' });
    const list = await org.wang.call('GET', `${path}/Nothing__r?fields=Name`);
    const hidden = await org.guest.call('GET', `${path}/Projects__r?fields=Name`);
    expect([unreadable, operator, list, hidden].map(({ status }) => status)).toEqual([400, 400, 400, 403]);
  });

  it('is counted up to a maximum', async () => {
    const all = await org.wang.call('GET', `/ui-api/related-list-count/${accountId}/Projects__r`);
    const capped = await org.wang.call('GET', `/ui-api/related-list-count/${accountId}/Projects__r?maxCount=2`);
    expect(all.body).toMatchObject({ count: 3, hasMore: false });
    expect(capped.body).toMatchObject({ count: 2, hasMore: true });
  });

  it("has the columns of the parent's layout", async () => {
    const { body } = await org.wang.call('GET', '/ui-api/related-list-info/Project__c/Milestones__r');
    expect(listAt(body, 'displayColumns').map((each) => at(each, 'fieldApiName'))).toEqual(['Name', 'Weight__c']);
  });

  it('is among those of the layout, and where there is none among those that people fill', async () => {
    const lists = async (object: string): Promise<unknown[]> => {
      const { body } = await org.wang.call('GET', `/ui-api/related-list-info/${object}`);
      return listAt(body, 'relatedLists').map((each) => at(each, 'objectApiName'));
    };
    expect(await lists('Project__c')).toEqual(['Milestone__c']);
    expect(await lists('Account')).toEqual(expect.arrayContaining(['Contact', 'Opportunity', 'Project__c']));
    expect((await lists('Account')).filter((name) => /(Share|History)$/.test(String(name)))).toEqual([]);
  });
});

describe('a list view', () => {
  it('has its columns, filters and records', async () => {
    const info = await org.wang.call('GET', '/ui-api/list-info/Project__c/Open_Projects');
    const records = await org.wang.call('POST', '/ui-api/list-records/Project__c/Open_Projects', {
      sortBy: ['Budget__c'],
    });
    expect(at(info.body, 'displayColumns')).toEqual([
      { fieldApiName: 'Name', label: 'Project Name', sortable: true },
      { fieldApiName: 'Budget__c', label: '预算', sortable: true },
      { fieldApiName: 'Owner.Alias', label: '所有人别名', sortable: true },
    ]);
    expect(at(info.body, 'filteredByInfo')).toEqual([
      { fieldApiName: 'Status__c', label: '状态', operandLabels: ['Open'], operator: 'Equals' },
    ]);
    expect(namesIn(records.body)).toEqual(['B', 'A']);
    expect(at(records.body, 'records.0.fields.Owner.value.fields.Alias.value')).toBe('wang');
  });

  it('of everything is there without being deployed, recent ones are refused by name', async () => {
    const all = await org.wang.call('GET', '/ui-api/list-ui/Project__c/All');
    const views = await org.wang.call('GET', '/ui-api/list-info/Project__c');
    const recent = await org.wang.call('GET', '/ui-api/list-info/Project__c/__Recent');
    expect(namesIn(all.body, 'records.records')).toEqual(['A', 'B', 'C']);
    expect(listAt(views.body, 'lists').map((each) => at(each, 'apiName'))).toEqual(['All', 'Open_Projects']);
    expect([recent.status, at(recent.body, '0.message')]).toEqual([
      501,
      'The local org does not support List view __Recent.',
    ]);
  });
});

describe('a lookup', () => {
  it('finds records by what a person types, wildcards taken as they are', async () => {
    const typed = await org.wang.call(
      'GET',
      '/ui-api/lookups/Project__c/Account__c/Account?searchType=TypeAhead&q=50%25_',
    );
    const word = await org.wang.call('GET', '/ui-api/lookups/Project__c/Account__c?searchType=TypeAhead&q=acm');
    const inside = await org.wang.call(
      'GET',
      '/ui-api/lookups/Project__c/Account__c/Account?searchType=TypeAhead&q=cme',
    );
    expect(namesIn(typed.body)).toEqual(['50%_off Acme']);
    expect(namesIn(word.body, 'lookupResults.Account.records')).toEqual(['50%_off Acme']);
    expect(at(inside.body, 'count')).toBe(0);
  });

  it('refuses a field that looks nothing up', async () => {
    const { body } = await org.wang.call('GET', '/ui-api/lookups/Project__c/Name');
    expect(body).toEqual([
      { errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message: 'Field: Name is not a valid lookup field.' },
    ]);
  });
});

describe('layouts and apps', () => {
  it('show only what the user may see', async () => {
    const fields = async (person: 'admin' | 'wang'): Promise<unknown[]> => {
      const { body } = await org[person].call('GET', '/ui-api/layout/Project__c?recordTypeId=012000000000000AAA');
      const items = listAt(body, 'sections.0.layoutRows').flatMap((row) => listAt(row, 'layoutItems'));
      return items.map((item) => at(item, 'layoutComponents.0.apiName')).filter((name) => name !== null);
    };
    expect(await fields('admin')).toEqual(['Name', 'Budget__c', 'Secret__c', 'Account__c']);
    expect(await fields('wang')).toEqual(['Name', 'Budget__c', 'Account__c']);
  });

  it('put the tabs of an app in order, without those of hidden objects', async () => {
    const tabs = async (person: 'guest' | 'wang'): Promise<unknown[]> => {
      const { body } = await org[person].call('GET', '/ui-api/apps');
      return listAt(body, 'apps.0.navItems').map((item) => at(item, 'developerName'));
    };
    expect(await tabs('wang')).toEqual(['standard-home', 'Project__c', 'standard-Account']);
    expect(await tabs('guest')).toEqual(['standard-home', 'standard-Account']);
  });

  it('come together with the record and the object in a record UI', async () => {
    const { body } = await org.wang.call('GET', `/ui-api/record-ui/${projectId}?layoutTypes=Compact&modes=View`);
    const layout = `layouts.Project__c.${textAt(body, `records.${projectId}.recordTypeId`)}.Compact.View`;
    expect(at(body, `${layout}.sections.0.layoutRows.0.layoutItems.0.label`)).toBe('Project Name');
    expect(at(body, 'objectInfos.Project__c.label')).toBe('项目');
  });

  it('refuses resources that are not there by their own names', async () => {
    const { status, body } = await org.wang.call('GET', '/ui-api/favorites');
    expect([status, at(body, '0.message')]).toEqual([
      501,
      'The local org does not support GET /services/data/v66.0/ui-api/favorites.',
    ]);
  });
});
