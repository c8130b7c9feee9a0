import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { file } from '../metadata/local-package.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const tracked = '<trackHistory>true</trackHistory>';
const plan = customObject(
  'Plan',
  '<enableHistory>true</enableHistory>' +
    field('Budget__c', 'Number', `<precision>8</precision><scale>0</scale>${tracked}`) +
    field('Story__c', 'LongTextArea', `<length>900</length>${tracked}<visibleLines>3</visibleLines>`) +
    field(
      'Client__c',
      'Lookup',
      `<referenceTo>Account</referenceTo><relationshipName>Plans</relationshipName>${tracked}`,
    ) +
    field('Hidden__c', 'Text', '<length>9</length>'),
);
const deal = file('CustomObject', `<fields><fullName>Amount</fullName>${tracked}</fields>`);

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
  await deploy(test.connection, ['CustomObject: Plan__c', 'CustomField: Opportunity.Amount'], {
    'objects/Plan__c.object': plan,
    'objects/Opportunity.object': deal,
  });
  const fields = ['Budget', 'Story', 'Client', 'Hidden'].map((name) => `Plan__c.${name}__c`);
  await grant(test.connection, test.org.username, ['Plan__c'], fields);
});
afterAll(() => test.close());

const lines = async (soql: string) => {
  const { records } = await test.connection.query<Record<string, unknown>>(soql);
  return records.map(({ Field, DataType, OldValue, NewValue }) => [Field, DataType, OldValue, NewValue]);
};

describe('the history of an object', () => {
  it('has a line for each tracked field that changed, two for a lookup, and no text of long ones', async () => {
    const plans = test.connection.sobject('Plan__c');
    const account = await test.connection.sobject('Account').create({ Name: 'Client' });
    const { id } = await plans.create({ Name: 'P', Budget__c: 1 });
    await plans.update({
      Id: id as string,
      Budget__c: 2,
      Hidden__c: 'x',
      Client__c: account.id,
      Story__c: 's'.repeat(300),
    });
    await plans.update({ Id: id as string, Budget__c: 2 });
    const all = `SELECT Field, DataType, OldValue, NewValue FROM Plan__History WHERE ParentId = '${id}' ORDER BY Field, DataType`;
    expect(await lines(all)).toEqual([
      ['Budget__c', 'Double', 1, 2],
      ['Client__c', 'Text', null, 'Client'],
      ['Client__c', 'EntityId', null, account.id],
      ['created', 'Text', null, null],
      ['Story__c', 'StringPlusClob', null, null],
    ]);
  });
});

describe('the histories of a deal', () => {
  it('are its fields where they are tracked, and its stages always', async () => {
    const deals = test.connection.sobject('Opportunity');
    const { id } = await deals.create({ Name: 'D', StageName: 'Prospecting', CloseDate: '2026-09-01', Amount: 10 });
    await deals.update({ Id: id as string, Amount: 20, StageName: 'Qualification' });
    await deals.update({ Id: id as string, Description: 'nothing of note' });
    const fields = `SELECT Field, DataType, OldValue, NewValue FROM OpportunityFieldHistory WHERE OpportunityId = '${id}' AND Field != 'created'`;
    expect(await lines(fields)).toEqual([['Amount', 'Currency', 10, 20]]);
    const { records } = await test.connection.query<Record<string, unknown>>(
      `SELECT StageName, Amount, Probability FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY Id`,
    );
    expect(records).toMatchObject([
      { StageName: 'Prospecting', Amount: 10, Probability: 10 },
      { StageName: 'Qualification', Amount: 20, Probability: 10 },
    ]);
  });
});
