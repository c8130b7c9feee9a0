import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOrg, type EngineOrg } from '../../../support/local-org/engine-org.ts';
import { component } from '../schema/component-samples.ts';

let org: EngineOrg;
beforeEach(() => {
  org = openEngineOrg([
    component('CustomField', 'Opportunity.Level__c', {
      type: 'Picklist',
      label: 'Level',
      valueSet: {
        restricted: true,
        valueSetDefinition: {
          sorted: false,
          value: [
            { fullName: 'Low', default: true, label: 'Low' },
            { fullName: 'High', default: false, label: 'High' },
          ],
        },
      },
    }),
    component('CustomField', 'Opportunity.Share__c', { type: 'Percent', label: 'Share', precision: 5, scale: 2 }),
    component('CustomField', 'Opportunity.Seen__c', { type: 'DateTime', label: 'Seen' }),
    component('CustomField', 'Opportunity.Short__c', { type: 'Text', label: 'Short', length: 5 }),
    component('CustomField', 'Opportunity.Contact_Mail__c', { type: 'Email', label: 'Contact Mail' }),
    component('CustomField', 'Account.Key__c', {
      type: 'Text',
      label: 'Key',
      length: 20,
      unique: true,
      externalId: true,
    }),
  ]);
});
afterEach(() => org.close());

const deal = (more: object = {}) => ({ Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-06-30', ...more });
const history = (id: string) =>
  org.rows('Opportunity') &&
  org.session.org.store.find(org.session.org.schema().object('OpportunityHistory')!, 'OpportunityId', [id]);

describe('an opportunity', () => {
  it('takes probability, outcome and forecast from its stage', () => {
    const id = org.insert('Opportunity', deal());
    expect(org.row('Opportunity', id)).toMatchObject({
      Probability: 10,
      IsClosed: false,
      IsWon: false,
      ForecastCategoryName: 'Pipeline',
    });
    org.update('Opportunity', { Id: id, StageName: 'Closed Won' });
    expect(org.row('Opportunity', id)).toMatchObject({
      Probability: 100,
      IsClosed: true,
      IsWon: true,
      ForecastCategory: 'Closed',
    });
  });

  it('keeps the probability that the same save gives', () => {
    const id = org.insert('Opportunity', deal({ Probability: 35 }));
    expect(org.row('Opportunity', id)['Probability']).toBe(35);
    org.update('Opportunity', { Id: id, NextStep: 'call' });
    expect(org.row('Opportunity', id)['Probability']).toBe(35);
  });

  it('writes a stage line for a change of stage, amount or date and for nothing else', () => {
    const id = org.insert('Opportunity', deal({ Amount: 100 }));
    org.update('Opportunity', { Id: id, NextStep: 'call' });
    expect(history(id)).toHaveLength(1);
    org.update('Opportunity', { Id: id, Amount: 250 });
    expect(history(id).at(-1)).toMatchObject({ Amount: 250, PrevAmount: 100, StageName: 'Prospecting' });
  });

  it('counts a close date that moves into a later month', () => {
    const id = org.insert('Opportunity', deal());
    org.update('Opportunity', { Id: id, CloseDate: '2026-06-29' });
    expect(org.row('Opportunity', id)['PushCount']).toBeNull();
    org.update('Opportunity', { Id: id, CloseDate: '2026-07-01' });
    expect(org.row('Opportunity', id)['PushCount']).toBe(1);
  });
});

describe('values of a request', () => {
  it('come as text for every type and are stored in their own', () => {
    const id = org.insert(
      'Opportunity',
      deal({ Amount: '12.345', IsPrivate: 'true', Share__c: '7.5', Seen__c: '2026-03-02T10:00:00+08:00' }),
    );
    expect(org.row('Opportunity', id)).toMatchObject({
      Amount: 12.35,
      IsPrivate: true,
      Share__c: 7.5,
      Seen__c: '2026-03-02T02:00:00.000Z',
    });
  });

  it.each([
    [{ Amount: 'many' }, 'JSON_PARSER_ERROR', ['Amount']],
    [{ CloseDate: '2026-02-30' }, 'JSON_PARSER_ERROR', ['CloseDate']],
    [{ Short__c: 'abcdef' }, 'STRING_TOO_LONG', ['Short__c']],
    [{ Share__c: 1000 }, 'NUMBER_OUTSIDE_VALID_RANGE', ['Share__c']],
    [{ Level__c: 'Middle' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', ['Level__c']],
    [{ Contact_Mail__c: 'nobody' }, 'INVALID_EMAIL_ADDRESS', ['Contact_Mail__c']],
    [{ AccountId: 'x' }, 'MALFORMED_ID', ['AccountId']],
    [{ AccountId: '006LO0000000001YAA' }, 'MALFORMED_ID', ['AccountId']],
    [{ AccountId: '001LO000000ZZZZYA4' }, 'INVALID_CROSS_REFERENCE_KEY', ['AccountId']],
    [{ IsClosed: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['IsClosed']],
    [{ Nonsense__c: 1 }, 'INVALID_FIELD', []],
    [{ StageName: null }, 'REQUIRED_FIELD_MISSING', ['StageName']],
  ])('are refused when they do not fit: %j', (more, statusCode, fields) => {
    const [result] = org.save('insert', 'Opportunity', [deal(more)]);
    expect(result?.errors.map((error) => [error.statusCode, error.fields])).toEqual([[statusCode, fields]]);
  });

  it('default to the picklist value marked so', () => {
    expect(org.row('Opportunity', org.insert('Opportunity', deal()))['Level__c']).toBe('Low');
    expect(org.row('Opportunity', org.insert('Opportunity', deal({ Level__c: 'high' })))['Level__c']).toBe('High');
  });

  it('name a parent by its external id', () => {
    const account = org.insert('Account', { Name: 'Grid', Key__c: 'A-1' });
    expect(org.row('Opportunity', org.insert('Opportunity', deal({ Account: { Key__c: 'a-1' } })))['AccountId']).toBe(
      account,
    );
    const [result] = org.save('insert', 'Opportunity', [deal({ Account: { Key__c: 'none' } })]);
    expect(result?.errors[0]?.message).toBe(
      'Foreign key external ID: none not found for field Key__c in entity Account',
    );
  });
});

describe('the optimistic lock and unique values', () => {
  it('refuses what was changed since it was read', () => {
    const id = org.insert('Opportunity', deal());
    const read = String(org.row('Opportunity', id)['SystemModstamp']);
    org.moveClock(5000);
    expect(org.updateIfUnmodified('Opportunity', { Id: id, NextStep: 'a' }, read).success).toBe(true);
    expect(org.updateIfUnmodified('Opportunity', { Id: id, NextStep: 'b' }, read).success).toBe(false);
  });

  it('refuses a second holder of a unique value, stored or in the same request', () => {
    const first = org.insert('Account', { Name: 'Grid', Key__c: 'K' });
    const results = org.save('insert', 'Account', [
      { Name: 'Other', Key__c: 'k' },
      { Name: 'New', Key__c: 'N' },
      { Name: 'Newer', Key__c: 'n' },
    ]);
    expect(results.map((result) => result.errors[0]?.statusCode)).toEqual([
      'DUPLICATE_VALUE',
      undefined,
      'DUPLICATE_VALUE',
    ]);
    expect(results[0]?.errors[0]?.message).toBe(
      `duplicate value found: Key__c duplicates value on record with id: ${first}`,
    );
  });
});

describe('a sales team', () => {
  const shares = (id: string) =>
    org.session.org.store
      .find(org.session.org.schema().object('OpportunityShare')!, 'OpportunityId', [id])
      .map((row) => [row['RowCause'], row['OpportunityAccessLevel']]);

  it('holds a person once, with the access given last, and forgets both on delete', () => {
    const id = org.insert('Opportunity', deal());
    const member = { OpportunityId: id, UserId: org.session.user.id };
    const first = org.insert('OpportunityTeamMember', {
      ...member,
      TeamMemberRole: 'Sales Rep',
      OpportunityAccessLevel: 'Read',
    });
    const again = org.insert('OpportunityTeamMember', { ...member, OpportunityAccessLevel: 'Edit' });
    expect(again).toBe(first);
    expect(org.row('OpportunityTeamMember', first)).toMatchObject({
      TeamMemberRole: 'Sales Rep',
      OpportunityAccessLevel: 'Edit',
    });
    expect(shares(id)).toEqual([['Team', 'Edit']]);
    expect(org.save('delete', 'OpportunityTeamMember', [{ Id: first }])[0]?.errors).toEqual([]);
    expect(shares(id)).toEqual([]);
  });
});

describe('access', () => {
  it('refuses what the user may not create, edit or write to', () => {
    const id = org.insert('Opportunity', deal());
    org.restrict({
      canEditField: (_type, field) => field !== 'Amount',
      canEditRecord: (_type, row) => row['Id'] !== id,
    });
    expect(org.save('insert', 'Opportunity', [deal({ Amount: 1 })])[0]?.errors[0]).toMatchObject({
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: ['Amount'],
    });
    expect(org.update('Opportunity', { Id: id, NextStep: 'x' }).errors[0]).toEqual({
      statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: [],
    });
  });
});
