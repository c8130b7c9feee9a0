import { afterEach, describe, expect, it } from 'vitest';
import type { Component } from '../../../../scripts/local-org/schema/model.ts';
import { openEngineOrg, type EngineOrg } from '../../../support/local-org/engine-org.ts';
import { gateComponents } from '../save/gate-components.ts';
import { component } from '../schema/component-samples.ts';
import { afterSave, beforeSave, bool, flow, number, ref, text, to } from './flow-samples.ts';

let org: EngineOrg;
afterEach(() => org.close());

const open = (...flows: Component[]): void => {
  org = openEngineOrg([...gateComponents, ...flows]);
};

const deal = (name: string) => ({ Name: name, StageName: 'Prospecting', CloseDate: '2026-06-30' });

describe('a before-save flow', () => {
  const stamp = flow('Stamp', {
    start: beforeSave('Opportunity', 'Big', {
      filters: [{ field: 'Amount', operator: 'GreaterThan', value: number(100) }],
    }),
    decisions: [
      {
        name: 'Big',
        rules: [
          {
            name: 'Is_Big',
            conditionLogic: '1 AND (2 OR 3)',
            conditions: [
              { leftValueReference: '$Record.StageName', operator: 'EqualTo', rightValue: text('Prospecting') },
              { leftValueReference: '$Record.Amount', operator: 'GreaterThanOrEqualTo', rightValue: number(1000) },
              { leftValueReference: '$Record.Name', operator: 'StartsWith', rightValue: text('Key') },
            ],
            connector: to('Say'),
          },
        ],
      },
    ],
    assignments: [
      {
        name: 'Say',
        assignmentItems: [
          { assignToReference: '$Record.NextStep', operator: 'Assign', value: text('Call {!$Record.Name}: {!Tenth}') },
        ],
      },
    ],
    formulas: [{ name: 'Tenth', dataType: 'Number', expression: '{!$Record.Amount} / 10', scale: 1 }],
  });

  it('changes the record before it is written, without a statement', () => {
    open(stamp);
    const big = org.insert('Opportunity', { ...deal('Big one'), Amount: 2000 });
    const key = org.insert('Opportunity', { ...deal('Key one'), Amount: 200 });
    const small = org.insert('Opportunity', { ...deal('Small one'), Amount: 200 });
    expect([big, key, small].map((id) => org.row('Opportunity', id)['NextStep'])).toEqual([
      'Call Big one: 200',
      'Call Key one: 20',
      null,
    ]);
    expect(org.session.limits).toEqual({ soqlQueries: 0, dmlStatements: 0, dmlRows: 0, queryRows: 0 });
  });

  it('does nothing while it is not active', () => {
    open({ ...stamp, content: { ...stamp.content, status: 'Draft' } });
    expect(
      org.row('Opportunity', org.insert('Opportunity', { ...deal('Big one'), Amount: 2000 }))['NextStep'],
    ).toBeNull();
  });

  it('names the open items in its error, with one query for the whole batch', () => {
    open(
      flow('Explain', {
        start: beforeSave('Opportunity', 'Get_Items', {
          recordTriggerType: 'Update',
          filterFormula: 'ISCHANGED({!$Record.StageName})',
        }),
        variables: [{ name: 'names', dataType: 'String' }],
        recordLookups: [
          {
            name: 'Get_Items',
            object: 'Item__c',
            filters: [
              { field: 'Door__c', operator: 'EqualTo', value: ref('$Record.Door__c') },
              { field: 'Is_Open__c', operator: 'EqualTo', value: bool(true) },
            ],
            sortField: 'Name',
            sortOrder: 'Asc',
            storeOutputAutomatically: true,
            connector: to('Each'),
          },
        ],
        loops: [
          {
            name: 'Each',
            collectionReference: 'Get_Items',
            nextValueConnector: to('Append'),
            noMoreValuesConnector: to('Any'),
          },
        ],
        assignments: [
          {
            name: 'Append',
            assignmentItems: [{ assignToReference: 'names', operator: 'Add', value: text('{!Each.Name}; ') }],
            connector: to('Each'),
          },
        ],
        decisions: [
          {
            name: 'Any',
            rules: [
              {
                name: 'Yes',
                conditionLogic: 'and',
                conditions: [{ leftValueReference: 'names', operator: 'IsNull', rightValue: bool(false) }],
                connector: to('Refuse'),
              },
            ],
          },
        ],
        customErrors: [
          {
            name: 'Refuse',
            customErrorMessages: [{ errorMessage: 'Open: {!names}', isFieldError: true, fieldSelection: 'StageName' }],
          },
        ],
      }),
    );
    const ids = ['a', 'b', 'c'].map((name) => {
      const id = org.insert('Opportunity', deal(name));
      const door = org.insert('Door__c', { Name: name, Opportunity__c: id });
      org.update('Opportunity', { Id: id, Door__c: door });
      org.insert('Item__c', { Name: `second ${name}`, Door__c: door, Weight__c: 1, Passed__c: name === 'c' });
      org.insert('Item__c', { Name: `first ${name}`, Door__c: door, Weight__c: 1, Passed__c: name === 'c' });
      return id;
    });
    const results = org.save(
      'update',
      'Opportunity',
      ids.map((Id) => ({ Id, StageName: 'Qualification' })),
    );
    expect(results.map((result) => result.errors)).toEqual([
      [
        {
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: 'Open: first a; second a; ',
          fields: ['StageName'],
        },
      ],
      [
        {
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: 'Open: first b; second b; ',
          fields: ['StageName'],
        },
      ],
      [],
    ]);
    expect(org.session.limits.soqlQueries).toBe(1);
  });
});

const createDoors = flow('Create_Doors', {
  start: afterSave('Opportunity', 'Create_Door', {
    filters: [{ field: 'Door__c', operator: 'IsNull', value: bool(true) }],
  }),
  recordCreates: [
    {
      name: 'Create_Door',
      object: 'Door__c',
      inputAssignments: [
        { field: 'Name', value: text('Door of {!$Record.Name}') },
        { field: 'Opportunity__c', value: ref('$Record.Id') },
      ],
      storeOutputAutomatically: true,
      connector: to('Three'),
    },
    { name: 'Create_Items', inputReference: 'items', connector: to('Point') },
  ],
  variables: [
    { name: 'items', dataType: 'SObject', objectType: 'Item__c', isCollection: true },
    { name: 'item', dataType: 'SObject', objectType: 'Item__c' },
    { name: 'made', dataType: 'Number', value: number(0) },
  ],
  decisions: [
    {
      name: 'Three',
      rules: [
        {
          name: 'More',
          conditionLogic: 'and',
          conditions: [{ leftValueReference: 'made', operator: 'LessThan', rightValue: number(3) }],
          connector: to('Make'),
        },
      ],
      defaultConnector: to('Create_Items'),
    },
  ],
  assignments: [
    {
      name: 'Make',
      assignmentItems: [
        { assignToReference: 'made', operator: 'Add', value: number(1) },
        { assignToReference: 'item.Name', operator: 'Assign', value: text('Item {!made}') },
        { assignToReference: 'item.Door__c', operator: 'Assign', value: ref('Create_Door') },
        { assignToReference: 'item.Weight__c', operator: 'Assign', value: ref('made') },
        { assignToReference: 'items', operator: 'Add', value: ref('item') },
      ],
      connector: to('Three'),
    },
  ],
  recordUpdates: [
    { name: 'Point', inputReference: '$Record', inputAssignments: [{ field: 'Door__c', value: ref('Create_Door') }] },
  ],
});

describe('an after-save flow', () => {
  it('creates what belongs to 200 records with one statement per element and updates its own record once', () => {
    open(createDoors);
    const results = org.save(
      'insert',
      'Opportunity',
      Array.from({ length: 200 }, (_, index) => deal(`Deal ${String(index)}`)),
    );
    expect(results.every((result) => result.success)).toBe(true);
    expect(org.session.limits).toMatchObject({ soqlQueries: 0, dmlStatements: 3, dmlRows: 200 + 600 + 200 });
    const [door] = org.rows('Door__c');
    expect(door).toMatchObject({ Items__c: 3, Weight__c: 6, Open_Items__c: 3 });
    expect(org.row('Opportunity', String(door?.['Opportunity__c']))['Door__c']).toBe(door?.['Id']);
    expect(org.rows('Door__c')).toHaveLength(200);
  });

  it('fails only the record whose flow fails and leaves no trace of it', () => {
    const fussy = component('ValidationRule', 'Door__c.No_Bad_Names', {
      active: true,
      errorConditionFormula: 'CONTAINS(Name, "bad")',
      errorMessage: 'No bad doors',
    });
    open(createDoors, fussy);
    const results = org.save('insert', 'Opportunity', [deal('good'), deal('bad'), deal('fine')]);
    expect(results.map((result) => result.success)).toEqual([true, false, true]);
    expect(results[1]?.errors[0]).toMatchObject({ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', fields: [] });
    expect(results[1]?.errors[0]?.message).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION: No bad doors');
    expect(org.rows('Door__c').map((row) => row['Name'])).toEqual(['Door of good', 'Door of fine']);
    expect(org.rows('Opportunity').map((row) => row['Name'])).toEqual(['good', 'fine']);
  });

  it('rolls everything back when a loop writes too often', () => {
    open(
      flow('Chatty', {
        start: afterSave('Opportunity', 'Note'),
        variables: [{ name: 'count', dataType: 'Number', value: number(0) }],
        recordCreates: [
          {
            name: 'Note',
            object: 'Door__c',
            inputAssignments: [
              { field: 'Name', value: text('x') },
              { field: 'Opportunity__c', value: ref('$Record.Id') },
            ],
            connector: to('Note_Again'),
            faultConnector: to('Note_Again'),
          },
        ],
        decisions: [{ name: 'Note_Again', rules: [], defaultConnector: to('Note') }],
      }),
    );
    const [result] = org.save('insert', 'Opportunity', [deal('x')]);
    expect(result?.errors[0]).toMatchObject({ statusCode: 'LIMIT_EXCEEDED', message: 'Too many DML statements: 151' });
    expect(org.rows('Door__c')).toEqual([]);
    expect(org.rows('Opportunity')).toEqual([]);
  });

  it('takes the fault path with the message of what failed', () => {
    open(
      flow('Careful', {
        start: afterSave('Opportunity', 'Fail', { recordTriggerType: 'Create' }),
        recordCreates: [
          {
            name: 'Fail',
            object: 'Item__c',
            inputAssignments: [{ field: 'Name', value: text('no door') }],
            faultConnector: to('Note'),
          },
        ],
        recordUpdates: [
          {
            name: 'Note',
            inputReference: '$Record',
            inputAssignments: [{ field: 'Description', value: ref('$Flow.FaultMessage') }],
          },
        ],
      }),
    );
    const id = org.insert('Opportunity', deal('x'));
    expect(org.row('Opportunity', id)['Description']).toContain(
      'REQUIRED_FIELD_MISSING: Required fields are missing: [',
    );
  });

  it('runs only when a record starts to meet the criteria', () => {
    open(
      flow('Once', {
        start: afterSave('Opportunity', 'Count', {
          filters: [{ field: 'StageName', operator: 'EqualTo', value: text('Closed Won') }],
          doesRequireRecordChangedToMeetCriteria: true,
        }),
        recordCreates: [
          {
            name: 'Count',
            object: 'Door__c',
            inputAssignments: [
              { field: 'Name', value: text('won') },
              { field: 'Opportunity__c', value: ref('$Record.Id') },
            ],
          },
        ],
      }),
    );
    const id = org.insert('Opportunity', { ...deal('x'), StageName: 'Closed Won' });
    expect(org.rows('Door__c')).toHaveLength(1);
    org.update('Opportunity', { Id: id, NextStep: 'again' });
    expect(org.rows('Door__c')).toHaveLength(1);
  });
});

describe('a before-delete flow', () => {
  it('refuses to let a passed item go', () => {
    open(
      flow('Keep', {
        start: {
          object: 'Item__c',
          triggerType: 'RecordBeforeDelete',
          recordTriggerType: 'Delete',
          connector: to('Refuse'),
          filters: [{ field: 'Passed__c', operator: 'EqualTo', value: bool(true) }],
        },
        customErrors: [
          { name: 'Refuse', customErrorMessages: [{ errorMessage: 'Passed items stay', isFieldError: false }] },
        ],
      }),
    );
    const door = org.insert('Door__c', { Name: 'd', Opportunity__c: org.insert('Opportunity', deal('x')) });
    const kept = org.insert('Item__c', { Name: 'kept', Door__c: door, Weight__c: 1, Passed__c: true });
    const gone = org.insert('Item__c', { Name: 'gone', Door__c: door, Weight__c: 1 });
    const results = org.save('delete', 'Item__c', [{ Id: kept }, { Id: gone }]);
    expect(results.map((result) => result.errors.map((error) => error.message))).toEqual([['Passed items stay'], []]);
    expect(org.row('Door__c', door)['Items__c']).toBe(1);
  });
});
