import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOrg, type EngineOrg } from '../../../support/local-org/engine-org.ts';
import type { RequestRow } from '../../../../scripts/local-org/save/contract.ts';
import { gateComponents } from './gate-components.ts';

let org: EngineOrg;
beforeEach(() => {
  org = openEngineOrg(gateComponents);
});
afterEach(() => org.close());

function opportunityWithDoor(): { opportunity: string; door: string } {
  const opportunity = org.insert('Opportunity', {
    Name: 'Big deal',
    StageName: 'Prospecting',
    CloseDate: '2026-06-30',
  });
  const door = org.insert('Door__c', { Name: 'D', Opportunity__c: opportunity });
  expect(org.update('Opportunity', { Id: opportunity, Door__c: door }).errors).toEqual([]);
  return { opportunity, door };
}

describe('a gate made of roll-ups and rules', () => {
  it('refuses the move while the door has no items', () => {
    const { opportunity } = opportunityWithDoor();
    expect(org.update('Opportunity', { Id: opportunity, StageName: 'Qualification' }).errors).toEqual([
      {
        statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'The door of this stage is closed',
        fields: ['StageName'],
      },
    ]);
    expect(org.row('Opportunity', opportunity)['StageName']).toBe('Prospecting');
  });

  it('lets the move pass once every item is passed', () => {
    const { opportunity, door } = opportunityWithDoor();
    const item = org.insert('Item__c', { Name: 'I', Door__c: door, Weight__c: '2.5', Due__c: '2026-05-01' });
    expect(org.row('Door__c', door)).toMatchObject({
      Items__c: 1,
      Weight__c: 2.5,
      Open_Items__c: 1,
      Earliest__c: '2026-05-01',
    });
    expect(org.update('Opportunity', { Id: opportunity, StageName: 'Qualification' }).success).toBe(false);
    expect(org.update('Item__c', { Id: item, Passed__c: true }).errors).toEqual([]);
    expect(org.row('Door__c', door)['Open_Items__c']).toBe(0);
    expect(org.update('Opportunity', { Id: opportunity, StageName: 'Qualification' }).errors).toEqual([]);
  });

  it('counts again when an item is deleted and when it comes back', () => {
    const { door } = opportunityWithDoor();
    const item = org.insert('Item__c', { Name: 'I', Door__c: door, Weight__c: 3 });
    expect(org.save('delete', 'Item__c', [{ Id: item }])[0]?.errors).toEqual([]);
    expect(org.row('Door__c', door)).toMatchObject({ Items__c: 0, Weight__c: 0, Earliest__c: null });
    expect(org.save('undelete', 'Item__c', [{ Id: item }])[0]?.errors).toEqual([]);
    expect(org.row('Door__c', door)).toMatchObject({ Items__c: 1, Weight__c: 3 });
  });

  it('refuses a child whose roll-up breaks a rule of the parent, and only that child', () => {
    const { opportunity, door } = opportunityWithDoor();
    const other = org.insert('Door__c', { Name: 'E', Opportunity__c: opportunity });
    const results = org.save('insert', 'Item__c', [
      { Name: 'heavy', Door__c: door, Weight__c: 101 },
      { Name: 'light', Door__c: other, Weight__c: 1 },
    ]);
    expect(results.map((result) => result.errors[0]?.message)).toEqual([
      'The items of this door are too heavy',
      undefined,
    ]);
    expect(org.rows('Item__c').map((row) => row['Name'])).toEqual(['light']);
    expect(org.row('Door__c', door)['Weight__c']).toBe(0);
    expect(org.row('Door__c', other)['Weight__c']).toBe(1);
  });

  it('lets a rule of the parent see that a roll-up changed', () => {
    const { door } = opportunityWithDoor();
    org.update('Door__c', { Id: door, Closed_By_Force__c: true });
    const [result] = org.save('insert', 'Item__c', [{ Name: 'late', Door__c: door, Weight__c: 1 }]);
    expect(result?.errors[0]?.message).toBe('This door takes no more items');
  });

  it('reports every rule that fails, each at its field', () => {
    const { door } = opportunityWithDoor();
    const [result] = org.save('insert', 'Item__c', [
      { Name: 'bad', Door__c: door, Weight__c: -1, Due__c: '2025-12-31' },
    ]);
    expect(result?.errors.map((error) => error.fields)).toEqual([['Due__c'], ['Weight__c']]);
  });

  it('rolls back the good with the bad when all or none is asked', () => {
    const { door } = opportunityWithDoor();
    const rows: RequestRow[] = [
      { Name: 'good', Door__c: door, Weight__c: 1 },
      { Name: 'bad', Door__c: door },
    ];
    const results = org.save('insert', 'Item__c', rows, true);
    expect(results.map((result) => result.errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect(org.rows('Item__c')).toEqual([]);
    expect(org.row('Door__c', door)['Items__c']).toBe(0);
  });

  it('takes the details with a deleted master and empties look-ups without a rule', () => {
    const { opportunity, door } = opportunityWithDoor();
    const item = org.insert('Item__c', { Name: 'I', Door__c: door, Weight__c: 1 });
    expect(org.save('delete', 'Door__c', [{ Id: door }])[0]?.errors).toEqual([]);
    expect(org.row('Item__c', item)['IsDeleted']).toBe(true);
    expect(org.row('Opportunity', opportunity)['Door__c']).toBeNull();
    expect(org.save('undelete', 'Door__c', [{ Id: door }])[0]?.errors).toEqual([]);
    expect(org.row('Item__c', item)['IsDeleted']).toBe(false);
    expect(org.row('Opportunity', opportunity)['Door__c']).toBe(door);
  });

  it('finds the record of an upsert by its external id', () => {
    const { door } = opportunityWithDoor();
    const [first] = org.upsert('Item__c', 'Key__c', [{ Name: 'k', Door__c: door, Weight__c: 1, Key__c: 'K1' }]);
    expect(first).toMatchObject({ success: true, created: true });
    const [again] = org.upsert('Item__c', 'key__c', [{ Key__c: 'K1', Weight__c: 4 }]);
    expect(again).toEqual({ id: first?.id, success: true, created: false, errors: [] });
    expect(org.row('Door__c', door)).toMatchObject({ Items__c: 1, Weight__c: 4 });
    expect(() => org.upsert('Item__c', 'Weight__c', [{ Weight__c: 4 }])).toThrow('is not an External ID');
  });

  it('refuses to write a master that may not change, even with the value it has', () => {
    const { door } = opportunityWithDoor();
    const item = org.insert('Item__c', { Name: 'I', Door__c: door, Weight__c: 1 });
    expect(org.update('Item__c', { Id: item, Door__c: door }).errors[0]?.statusCode).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
  });
});
