import { afterEach, describe, expect, it } from 'vitest';
import type { Component } from '../../../../scripts/local-org/schema/model.ts';
import { openEngineOrg, type EngineOrg } from '../../../support/local-org/engine-org.ts';
import { gateComponents } from '../save/gate-components.ts';
import { afterSave, beforeSave, bool, flow, number, ref, text, to } from './flow-samples.ts';

let org: EngineOrg;
afterEach(() => org.close());

const open = (...flows: Component[]): void => {
  org = openEngineOrg([...gateComponents, ...flows]);
};

const deal = (name: string, more: object = {}) => ({
  Name: name,
  StageName: 'Prospecting',
  CloseDate: '2026-06-30',
  ...more,
});

/** Lists the open items of a door, by their due date, in the deal's next step. */
const listing = (sortOrder: 'Asc' | 'Desc', limit?: number): Component =>
  flow('List', {
    start: beforeSave('Opportunity', 'Get_Items', { recordTriggerType: 'Update' }),
    variables: [{ name: 'names', dataType: 'String' }],
    recordLookups: [
      {
        name: 'Get_Items',
        object: 'Item__c',
        filters: [{ field: 'Door__c', operator: 'EqualTo', value: ref('$Record.Door__c') }],
        storeOutputAutomatically: true,
        connector: to('Open_Ones'),
      },
    ],
    collectionProcessors: [
      {
        name: 'Open_Ones',
        collectionProcessorType: 'FilterCollectionProcessor',
        collectionReference: 'Get_Items',
        assignNextValueToReference: 'currentItem_Open_Ones',
        conditionLogic: 'and',
        conditions: [
          { leftValueReference: 'currentItem_Open_Ones.Passed__c', operator: 'EqualTo', rightValue: bool(false) },
        ],
        connector: to('By_Due_Date'),
      },
      {
        name: 'By_Due_Date',
        collectionProcessorType: 'SortCollectionProcessor',
        collectionReference: 'Open_Ones',
        sortOptions: [{ sortField: 'Due__c', sortOrder, doesPutEmptyStringAndNullFirst: false }],
        ...(limit === undefined ? {} : { limit }),
        connector: to('Each'),
      },
    ],
    loops: [
      {
        name: 'Each',
        collectionReference: 'By_Due_Date',
        nextValueConnector: to('Append'),
        noMoreValuesConnector: to('Say'),
      },
    ],
    assignments: [
      {
        name: 'Append',
        assignmentItems: [{ assignToReference: 'names', operator: 'Add', value: text('{!Each.Name} ') }],
        connector: to('Each'),
      },
      {
        name: 'Say',
        assignmentItems: [{ assignToReference: '$Record.NextStep', operator: 'Assign', value: ref('names') }],
      },
    ],
  });

function nextStepOfListedDeal(): unknown {
  const id = org.insert('Opportunity', deal('listed'));
  const door = org.insert('Door__c', { Name: 'D', Opportunity__c: id });
  for (const [Name, Due__c, Passed__c] of [
    ['early', '2026-03-01', false],
    ['passed', '2026-03-05', true],
    ['blank', null, false],
    ['late', '2026-04-09', false],
  ] as const) {
    org.insert('Item__c', { Name, Door__c: door, Weight__c: 1, Due__c, Passed__c });
  }
  expect(org.update('Opportunity', { Id: id, Door__c: door }).errors).toEqual([]);
  return org.row('Opportunity', id)['NextStep'];
}

describe('a collection in a flow', () => {
  it.each<['Asc' | 'Desc', number | undefined, string]>([
    ['Desc', undefined, 'late early blank'],
    ['Asc', undefined, 'early late blank'],
    ['Desc', 1, 'late'],
  ])('is filtered and sorted %s with limit %s', (order, limit, expected) => {
    open(listing(order, limit));
    expect(String(nextStepOfListedDeal()).trim()).toBe(expected);
  });

  it('gives a loop a copy, so that what the loop changes stays out of the collection', () => {
    open(
      flow('Rename', {
        start: afterSave('Opportunity', 'Get_Doors', { recordTriggerType: 'Update' }),
        variables: [{ name: 'first', dataType: 'SObject', objectType: 'Door__c' }],
        recordLookups: [
          {
            name: 'Get_Doors',
            object: 'Door__c',
            filters: [{ field: 'Opportunity__c', operator: 'EqualTo', value: ref('$Record.Id') }],
            storeOutputAutomatically: true,
            connector: to('Each'),
          },
        ],
        loops: [
          {
            name: 'Each',
            collectionReference: 'Get_Doors',
            nextValueConnector: to('Change'),
            noMoreValuesConnector: to('Again'),
          },
          {
            name: 'Again',
            collectionReference: 'Get_Doors',
            nextValueConnector: to('Keep'),
            noMoreValuesConnector: to('Write'),
          },
        ],
        assignments: [
          {
            name: 'Change',
            assignmentItems: [{ assignToReference: 'Each.Name', operator: 'Assign', value: text('changed') }],
            connector: to('Each'),
          },
          {
            name: 'Keep',
            assignmentItems: [
              { assignToReference: 'first', operator: 'Assign', value: ref('Again') },
              { assignToReference: 'first.Name', operator: 'Add', value: text(' kept') },
            ],
            connector: to('Again'),
          },
        ],
        recordUpdates: [{ name: 'Write', inputReference: 'first' }],
      }),
    );
    const id = org.insert('Opportunity', deal('x'));
    const door = org.insert('Door__c', { Name: 'D', Opportunity__c: id });
    expect(org.update('Opportunity', { Id: id, Amount: 1 }).errors).toEqual([]);
    expect(org.row('Door__c', door)['Name']).toBe('D kept');
  });
});

describe('a subflow', () => {
  const doubled = flow('Double', {
    start: { connector: to('Times_Two') },
    variables: [
      { name: 'amount', dataType: 'Number', isInput: true, scale: 2 },
      { name: 'result', dataType: 'Number', isOutput: true, scale: 2 },
    ],
    assignments: [
      {
        name: 'Times_Two',
        assignmentItems: [
          { assignToReference: 'result', operator: 'Assign', value: ref('amount') },
          { assignToReference: 'result', operator: 'Add', value: ref('amount') },
        ],
      },
    ],
  });
  const caller = flow('Caller', {
    start: afterSave('Opportunity', 'Call', { recordTriggerType: 'Create' }),
    subflows: [
      {
        name: 'Call',
        flowName: 'Double',
        inputAssignments: [{ name: 'amount', value: ref('$Record.Amount') }],
        storeOutputAutomatically: true,
        connector: to('Write'),
      },
    ],
    recordUpdates: [
      {
        name: 'Write',
        inputReference: '$Record',
        inputAssignments: [{ field: 'TotalOpportunityQuantity', value: ref('Call.result') }],
      },
    ],
  });

  it('takes its inputs, gives its outputs back and shares its caller’s statements', () => {
    open(doubled, caller);
    const results = org.save('insert', 'Opportunity', [deal('a', { Amount: 3 }), deal('b', { Amount: 10.5 })]);
    expect(results.map(({ id }) => org.row('Opportunity', String(id))['TotalOpportunityQuantity'])).toEqual([6, 21]);
    expect(org.session.limits.dmlStatements).toBe(1);
  });
});

describe('a before-delete flow', () => {
  it('refuses the record and lets the others of the request go', () => {
    open(
      flow('Keep', {
        start: {
          object: 'Opportunity',
          triggerType: 'RecordBeforeDelete',
          recordTriggerType: 'Delete',
          filters: [{ field: 'Amount', operator: 'GreaterThan', value: number(100) }],
          connector: to('Refuse'),
        },
        customErrors: [
          { name: 'Refuse', customErrorMessages: [{ errorMessage: 'Too big to go', isFieldError: false }] },
        ],
      }),
    );
    const big = org.insert('Opportunity', deal('big', { Amount: 500 }));
    const small = org.insert('Opportunity', deal('small', { Amount: 5 }));
    const results = org.save('delete', 'Opportunity', [{ Id: big }, { Id: small }]);
    expect(results.map(({ errors }) => errors.map(({ message }) => message))).toEqual([['Too big to go'], []]);
    expect([big, small].map((id) => org.row('Opportunity', id)['IsDeleted'])).toEqual([false, true]);
  });
});
