import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

const SOBJECTS = '/services/data/v66.0/sobjects';

describe('describe', () => {
  it('lists every object with its address', async () => {
    const { sobjects, maxBatchSize } = await test.connection.describeGlobal();
    expect(maxBatchSize).toBe(200);
    const opportunity = sobjects.find(({ name }) => name === 'Opportunity');
    expect(opportunity).toMatchObject({
      keyPrefix: '006',
      queryable: true,
      createable: true,
      urls: { sobject: `${SOBJECTS}/Opportunity` },
    });
    expect(sobjects.map(({ name }) => name)).not.toContain('FlowDefinition');
  });

  it('tells what an object is made of', async () => {
    const described = await test.connection.describe('opportunity');
    expect(described).toMatchObject({ name: 'Opportunity', label: 'Opportunity', custom: false });
    const stage = described.fields.find(({ name }) => name === 'StageName');
    expect(stage).toMatchObject({ type: 'picklist', nillable: false });
    expect(stage?.picklistValues?.map(({ value }) => String(value))).toContain('Closed Won');
    const account = described.fields.find(({ name }) => name === 'AccountId');
    expect(account).toMatchObject({ type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' });
    const lines = described.childRelationships.find(({ childSObject }) => childSObject === 'OpportunityLineItem');
    expect(lines).toMatchObject({ field: 'OpportunityId', cascadeDelete: true });
  });

  it('gives the short form with the object’s own address', async () => {
    const basic = await test.connection.request<{ objectDescribe: object }>(`${SOBJECTS}/Account`);
    expect(basic).toMatchObject({ objectDescribe: { name: 'Account', keyPrefix: '001' }, recentItems: [] });
  });

  it('does not know what is not there', async () => {
    const missing = { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };
    await expect(test.connection.describe('Nothing__c')).rejects.toMatchObject(missing);
    await expect(test.connection.request(`${SOBJECTS}/Nothing__c`)).rejects.toMatchObject(missing);
  });

  it('shows less to somebody who may less', async () => {
    const username = await createUser(test.connection, 'minimal@example.com', {
      profile: 'Minimum Access - Salesforce',
    });
    const minimal = await test.connectAs(username);
    const { sobjects } = await minimal.describeGlobal();
    expect(sobjects.map(({ name }) => name)).not.toContain('Opportunity');
    await expect(minimal.describe('Opportunity')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });
});

describe('changes of a span of time', () => {
  it('are listed, deletions apart', async () => {
    const { connection } = test;
    const start = new Date(Date.now() - 60_000).toISOString();
    const end = new Date(Date.now() + 60_000).toISOString();
    const [kept, gone] = await connection.sobject('Account').create([{ Name: 'Kept' }, { Name: 'Gone' }]);
    await connection.sobject('Account').destroy(gone?.id as string);
    const updated = await connection.sobject('Account').updated(start, end);
    expect(updated.ids).toContain(kept?.id);
    expect(updated.ids).not.toContain(gone?.id);
    const deleted = await connection.sobject('Account').deleted(start, end);
    expect(deleted.deletedRecords.map(({ id }) => id)).toEqual([gone?.id]);
  });

  it.each([
    ['updated?start=x&end=y', 'INVALID_REPLICATION_DATE'],
    ['updated', 'INVALID_REPLICATION_DATE'],
    [`updated?start=${new Date().toISOString()}&end=2001-01-01T00:00:00Z`, 'INVALID_REPLICATION_DATE'],
  ])('are refused: %s', async (query, errorCode) => {
    await expect(test.connection.request(`${SOBJECTS}/Account/${query}`)).rejects.toMatchObject({ errorCode });
  });
});
