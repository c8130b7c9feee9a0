import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startTestOrg, type TestOrg } from '../support/local-org.ts';
import {
  afterSave,
  bool,
  deployFlows,
  type FlowTree,
  installFlows,
  number,
  put,
  ref,
  set,
  text,
  to,
  when,
} from '../support/local-org/flow-package.ts';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg({ now: () => Date.parse('2026-03-02T08:00:00Z') });
});
afterAll(() => org.close());

interface ActionResult {
  actionName: string;
  isSuccess: boolean;
  errors: { statusCode: string; message: string }[] | null;
  outputValues: Record<string, unknown> | null;
}

async function invoke(name: string, inputs: object[], connection = org.connection): Promise<ActionResult[]> {
  const answer = await fetch(`${org.org.url}/services/data/v66.0/actions/custom/flow/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${String(connection.accessToken)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ inputs }),
  });
  return (await answer.json()) as ActionResult[];
}

const outputs = async (name: string, ...inputs: object[]): Promise<(Record<string, unknown> | null)[]> =>
  (await invoke(name, inputs)).map(({ outputValues }) => outputValues);

const variable = (name: string, dataType: string, more: object = {}): object => ({
  name,
  dataType,
  isCollection: false,
  isInput: true,
  isOutput: true,
  ...more,
});
const records = (name: string, objectType: string, more: object = {}): object =>
  variable(name, 'SObject', { isCollection: true, ...more, objectType });

const begin = (first: string): FlowTree => ({ start: { connector: to(first) } });

describe('the actions of the org', () => {
  it('list and describe active autolaunched flows only', async () => {
    await installFlows(org.connection, {
      Listed: {
        ...begin('Set'),
        assignments: { name: 'Set', assignmentItems: put('out', 'Assign', number(1)) },
        variables: [variable('out', 'Number', { isInput: false })],
      },
      Not_Active: {
        ...begin('Set'),
        status: 'Draft',
        assignments: { name: 'Set', assignmentItems: put('out', 'Assign', number(1)) },
        variables: [variable('out', 'Number')],
      },
    });
    const base = '/services/data/v66.0/actions/custom/flow';
    const { actions } = await org.connection.request<{ actions: { name: string; type: string }[] }>(base);
    expect(actions).toMatchObject([{ name: 'Listed', type: 'FLOW', url: `${base}/Listed` }]);
    const described = await org.connection.request<{ inputs: object[]; outputs: { name: string }[] }>(`${base}/listed`);
    expect(described.inputs).toEqual([]);
    expect(described.outputs.map(({ name }) => name)).toEqual(['Flow__InterviewStatus', 'out']);
    await expect(org.connection.request(`${base}/Not_Active`)).rejects.toThrow(/does not exist/);
  });
});

describe('an assignment', () => {
  const cases: [operator: string, start: string[], value: object, result: string[]][] = [
    ['Add', ['a'], text('b'), ['a', 'b']],
    ['AddItem', ['a'], text('b'), ['a', 'b']],
    ['AddAtStart', ['a'], text('b'), ['b', 'a']],
    ['RemoveAll', ['a', 'b', 'a'], text('a'), ['b']],
    ['RemoveFirst', ['a', 'b', 'a'], text('a'), ['b', 'a']],
    ['RemoveBeforeFirst', ['a', 'b', 'c'], text('b'), ['b', 'c']],
    ['RemoveAfterFirst', ['a', 'b', 'c'], text('b'), ['a', 'b']],
    ['RemovePosition', ['a', 'b', 'c'], number(2), ['a', 'c']],
    ['RemoveUncommon', ['a', 'b', 'c'], ref('others'), ['b', 'c']],
    ['Assign', ['a'], ref('others'), ['b', 'c', 'd']],
  ];
  beforeAll(() =>
    installFlows(
      org.connection,
      Object.fromEntries(
        cases.map(([operator, , value]) => [
          `List_${operator}`,
          {
            ...begin('Do'),
            assignments: {
              name: 'Do',
              assignmentItems: [put('list', operator, value), put('size', 'AssignCount', ref('list'))],
            },
            variables: [
              variable('list', 'String', { isCollection: true }),
              variable('others', 'String', { isCollection: true }),
              variable('size', 'Number'),
            ],
          },
        ]),
      ),
    ),
  );
  it.each(cases)('%s changes the list %j', async (operator, list, _, result) => {
    const [out] = await outputs(`List_${operator}`, { list, others: ['b', 'c', 'd'] });
    expect(out).toMatchObject({ list: result, size: result.length });
  });

  it('adds and subtracts numbers, texts and dates without what binary arithmetic adds', async () => {
    await installFlows(org.connection, {
      Sums: {
        ...begin('Do'),
        assignments: {
          name: 'Do',
          assignmentItems: [
            put('amount', 'Add', number(0.2)),
            put('rest', 'Subtract', number(5)),
            put('day', 'Add', number(3)),
            put('words', 'Add', text(' and {!amount}')),
          ],
        },
        variables: [
          variable('amount', 'Number', { scale: 2 }),
          variable('rest', 'Number', { scale: 2 }),
          variable('day', 'Date'),
          variable('words', 'String'),
        ],
      },
    });
    expect(await outputs('Sums', { amount: 0.1, rest: 2, day: '2026-02-27', words: 'x' })).toMatchObject([
      { amount: 0.3, rest: -3, day: '2026-03-02', words: 'x and 0.3' },
    ]);
  });
});

describe('records in a flow', () => {
  it('are found by filters and sort, looped over, changed in memory and written together', async () => {
    await installFlows(org.connection, {
      Rename: {
        ...begin('Find'),
        recordLookups: {
          name: 'Find',
          connector: to('Each'),
          filterLogic: '1 AND (2 OR 3)',
          filters: [
            when('Site', 'EqualTo', ref('site')),
            when('Name', 'StartsWith', text('a')),
            when('NumberOfEmployees', 'GreaterThan', number(10)),
          ],
          getFirstRecordOnly: false,
          object: 'Account',
          sortField: 'Name',
          sortOrder: 'Desc',
          storeOutputAutomatically: true,
        },
        loops: {
          name: 'Each',
          collectionReference: 'Find',
          iterationOrder: 'Asc',
          nextValueConnector: to('Change'),
          noMoreValuesConnector: to('Write'),
        },
        assignments: {
          name: 'Change',
          assignmentItems: [
            put('names', 'Add', ref('Each.Name')),
            put('Each.TickerSymbol', 'Assign', text('seen')),
            put('changed', 'Add', ref('Each')),
          ],
          connector: to('Each'),
        },
        recordUpdates: { name: 'Write', inputReference: 'changed' },
        variables: [
          variable('site', 'String'),
          variable('names', 'String', { isCollection: true, isInput: false }),
          records('changed', 'Account', { isInput: false, isOutput: false }),
        ],
      },
    });
    await org.connection.sobject('Account').create([
      { Name: 'A1', Site: 'rename', NumberOfEmployees: 1 },
      { Name: 'B1', Site: 'rename', NumberOfEmployees: 11 },
      { Name: 'B2', Site: 'rename', NumberOfEmployees: 9 },
      { Name: 'A2', Site: 'elsewhere' },
    ]);
    expect(await outputs('Rename', { site: 'RENAME' })).toMatchObject([{ names: ['B1', 'A1'] }]);
    const { records: rows } = await org.connection.query(
      "SELECT Name FROM Account WHERE TickerSymbol = 'seen' ORDER BY Name",
    );
    expect(rows.map(({ Name }) => Name as unknown)).toEqual(['A1', 'B1']);
  });

  it('take one query and one statement for all starts of a request, and none of it stays when one fails', async () => {
    await installFlows(org.connection, {
      Make: {
        ...begin('Create'),
        recordCreates: {
          name: 'Create',
          assignRecordIdToReference: 'id',
          inputAssignments: [set('Name', ref('name'))],
          object: 'Account',
        },
        variables: [variable('name', 'String'), variable('id', 'String', { isInput: false })],
      },
    });
    const many = Array.from({ length: 200 }, (_, index) => ({ name: `Made ${index}` }));
    const answer = await fetch(`${org.org.url}/services/data/v66.0/actions/custom/flow/Make`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.org.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: many }),
    });
    expect(answer.headers.get('Local-Org-Transaction')).toMatch(/dml=1; rows=200;/);
    const failed = await invoke('Make', [{ name: 'Undone' }, { name: null }]);
    expect(failed.map(({ isSuccess }) => isSuccess)).toEqual([false, false]);
    expect(failed[1]?.errors?.[0]?.message).toContain('REQUIRED_FIELD_MISSING');
    const { totalSize } = await org.connection.query("SELECT Id FROM Account WHERE Name = 'Undone'");
    expect(totalSize).toBe(0);
  });

  it('go down the fault path with the reason, while the others go on', async () => {
    await installFlows(org.connection, {
      Careful: {
        ...begin('Create'),
        recordCreates: {
          name: 'Create',
          connector: to('Good'),
          faultConnector: to('Bad'),
          inputAssignments: [set('Name', ref('name'))],
          object: 'Account',
        },
        assignments: [
          { name: 'Good', assignmentItems: put('end', 'Assign', text('good')) },
          { name: 'Bad', assignmentItems: put('end', 'Assign', ref('$Flow.FaultMessage')) },
        ],
        variables: [variable('name', 'String'), variable('end', 'String')],
      },
    });
    const ends = await outputs('Careful', { name: 'Fine' }, { name: null });
    expect(ends[0]).toMatchObject({ end: 'good' });
    expect(ends[1]?.['end']).toMatch(/REQUIRED_FIELD_MISSING: Required fields are missing: \[Name\]/);
  });

  it('are those of the user who starts the flow, unless the flow says otherwise', async () => {
    const flow = {
      ...begin('Find'),
      recordLookups: {
        name: 'Find',
        connector: to('Count'),
        filterLogic: 'and',
        filters: when('Site', 'EqualTo', text('private')),
        getFirstRecordOnly: false,
        object: 'Opportunity',
        storeOutputAutomatically: true,
      },
      assignments: { name: 'Count', assignmentItems: put('found', 'AssignCount', ref('Find')) },
      variables: variable('found', 'Number'),
    };
    const lookups = { ...flow.recordLookups, filters: when('NextStep', 'EqualTo', text('private')) };
    await installFlows(org.connection, {
      As_User: { ...flow, recordLookups: lookups },
      As_System: { ...flow, recordLookups: lookups, runInMode: 'SystemModeWithoutSharing' },
    });
    await org.connection
      .sobject('Opportunity')
      .create({ Name: 'Hidden', StageName: 'Prospecting', CloseDate: '2026-12-31', NextStep: 'private' });
    const guest = await org.connectAs(
      await createUser(org.connection, 'guest@flow.example', { profile: 'Minimum Access - Salesforce' }),
    );
    const found = async (name: string) => (await invoke(name, [{}], guest))[0]?.outputValues?.['found'];
    expect(await found('As_User')).toBe(0);
    expect(await found('As_System')).toBe(1);
  });
});

describe('a subflow', () => {
  it('takes inputs and gives outputs by name or by itself', async () => {
    await installFlows(org.connection, {
      Twice: {
        ...begin('Do'),
        assignments: { name: 'Do', assignmentItems: put('result', 'Assign', ref('Double')) },
        formulas: { name: 'Double', dataType: 'Number', expression: '{!number} * 2', scale: 0 },
        variables: [
          variable('number', 'Number', { isOutput: false }),
          variable('result', 'Number', { isInput: false }),
        ],
      },
    });
    await installFlows(org.connection, {
      Caller: {
        ...begin('By_Itself'),
        subflows: [
          {
            name: 'By_Itself',
            connector: to('By_Name'),
            flowName: 'Twice',
            inputAssignments: { name: 'number', value: number(4) },
            storeOutputAutomatically: true,
          },
          {
            name: 'By_Name',
            connector: to('Add_Up'),
            flowName: 'Twice',
            inputAssignments: { name: 'number', value: ref('By_Itself.result') },
            outputAssignments: { assignToReference: 'named', name: 'result' },
          },
        ],
        assignments: { name: 'Add_Up', assignmentItems: put('sum', 'Assign', ref('Total')) },
        formulas: { name: 'Total', dataType: 'Number', expression: '{!By_Itself.result} + {!named}', scale: 0 },
        variables: [variable('named', 'Number'), variable('sum', 'Number')],
      },
    });
    expect(await outputs('Caller', {})).toMatchObject([{ named: 16, sum: 24 }]);
  });
});

describe('a transform', () => {
  it('maps each item of a collection, by reference and by formula, and counts and sums', async () => {
    const map = (outputFieldApiName: string, value: object): object => ({
      outputFieldApiName,
      transformType: 'Map',
      value,
    });
    const over = (transformType: string): object => ({
      inputParameters: [
        { name: 'aggregationField', value: text('NumberOfEmployees') },
        { name: 'aggregationValues', value: ref('accounts') },
      ],
      transformType,
    });
    await installFlows(org.connection, {
      Reshape: {
        ...begin('Make_Tasks'),
        transforms: [
          {
            name: 'Make_Tasks',
            connector: to('Make_Names'),
            dataType: 'SObject',
            isCollection: true,
            objectType: 'Task',
            transformValues: {
              transformValueActions: [
                map('Subject', {
                  formulaDataType: 'String',
                  formulaExpression:
                    'UPPER({!accounts[$EachItem].Name}) & "-" & TEXT({!accounts[$EachItem].NumberOfEmployees})',
                }),
                map('Description', ref('accounts[$EachItem].Site')),
                map('Status', text('Not Started')),
              ],
            },
          },
          {
            name: 'Make_Names',
            connector: to('Count_Them'),
            dataType: 'String',
            isCollection: true,
            transformValues: {
              transformValueActions: { transformType: 'Map', value: ref('accounts[$EachItem].Name') },
            },
          },
          {
            name: 'Count_Them',
            connector: to('Sum_Them'),
            dataType: 'Number',
            transformValues: { transformValueActions: over('Count') },
          },
          {
            name: 'Sum_Them',
            connector: to('Out'),
            dataType: 'Number',
            transformValues: { transformValueActions: over('Sum') },
          },
        ],
        assignments: {
          name: 'Out',
          assignmentItems: [
            put('tasks', 'Assign', ref('Make_Tasks')),
            put('names', 'Assign', ref('Make_Names')),
            put('count', 'Assign', ref('Count_Them')),
            put('sum', 'Assign', ref('Sum_Them')),
          ],
        },
        variables: [
          records('accounts', 'Account', { isOutput: false }),
          records('tasks', 'Task', { isInput: false }),
          variable('names', 'String', { isCollection: true }),
          variable('count', 'Number'),
          variable('sum', 'Number', { scale: 2 }),
        ],
      },
    });
    const accounts = [
      { attributes: { type: 'Account' }, Name: 'a', Site: 'x', NumberOfEmployees: 3 },
      { attributes: { type: 'Account' }, Name: 'b', NumberOfEmployees: 4 },
    ];
    const [out] = await outputs('Reshape', { accounts });
    expect(out).toMatchObject({ names: ['a', 'b'], count: 2, sum: 7 });
    expect(out?.['tasks']).toEqual([
      { attributes: { type: 'Task' }, Subject: 'A-3', Description: 'x', Status: 'Not Started' },
      { attributes: { type: 'Task' }, Subject: 'B-4', Status: 'Not Started' },
    ]);
  });
});

describe('a collection processor', () => {
  it('filters by conditions on the item and sorts with blanks where they are wanted', async () => {
    await installFlows(org.connection, {
      Choose: {
        ...begin('Filter'),
        collectionProcessors: [
          {
            name: 'Filter',
            elementSubtype: 'FilterCollectionProcessor',
            assignNextValueToReference: 'currentItem_Filter',
            collectionProcessorType: 'FilterCollectionProcessor',
            collectionReference: 'accounts',
            conditionLogic: 'or',
            conditions: [
              {
                leftValueReference: 'currentItem_Filter.NumberOfEmployees',
                operator: 'GreaterThan',
                rightValue: number(2),
              },
              { leftValueReference: 'currentItem_Filter.Site', operator: 'IsNull', rightValue: bool(true) },
            ],
            connector: to('Sort'),
          },
          {
            name: 'Sort',
            elementSubtype: 'SortCollectionProcessor',
            collectionProcessorType: 'SortCollectionProcessor',
            collectionReference: 'accounts',
            connector: to('Out'),
            limit: 2,
            sortOptions: { doesPutEmptyStringAndNullFirst: true, sortField: 'Site', sortOrder: 'Desc' },
          },
        ],
        assignments: {
          name: 'Out',
          assignmentItems: [put('kept', 'Assign', ref('Filter')), put('accounts', 'Assign', ref('Sort'))],
        },
        variables: [records('accounts', 'Account'), records('kept', 'Account')],
      },
    });
    const accounts = [
      { Name: 'few', Site: 'x', NumberOfEmployees: 1 },
      { Name: 'many', Site: 'y', NumberOfEmployees: 3 },
      { Name: 'nowhere' },
    ];
    const [out] = await outputs('Choose', { accounts });
    expect((out?.['kept'] as { Name: string }[]).map(({ Name }) => Name)).toEqual(['many', 'nowhere']);
    expect((out?.['accounts'] as { Name: string }[]).map(({ Name }) => Name)).toEqual(['nowhere', 'many']);
  });
});

describe('a call', () => {
  it('is refused with what does not fit', async () => {
    expect(await invoke('Make', [{ nobody: 1 }])).toMatchObject([
      { errorCode: 'INVALID_INPUT', message: 'Expected an input variable of the flow Make, got nobody' },
    ]);
    expect(await invoke('Make', [])).toMatchObject([{ errorCode: 'INVALID_INPUT' }]);
    expect(await invoke('Sums', [{ amount: 'many' }])).toMatchObject([{ errorCode: 'INVALID_INPUT' }]);
  });
});

describe('a deploy', () => {
  const assign = {
    assignments: { name: 'Do', assignmentItems: put('out', 'Assign', number(1)) },
    variables: variable('out', 'Number'),
  };
  const wrong: [what: string, tree: FlowTree, says: string][] = [
    [
      'a screen',
      {
        ...begin('Ask'),
        screens: {
          name: 'Ask',
          allowBack: true,
          allowFinish: true,
          allowPause: false,
          showFooter: true,
          showHeader: true,
        },
      },
      'Ask (screens) - The local org does not support Flow element screens.',
    ],
    [
      'an action',
      { ...begin('Mail'), actionCalls: { name: 'Mail', actionName: 'emailSimple', actionType: 'emailSimple' } },
      'Mail (actionCalls) - The local org does not support Flow element actionCalls.',
    ],
    [
      'a wait',
      { ...begin('Wait'), waits: { name: 'Wait', defaultConnectorLabel: 'x' } },
      'Wait (waits) - The local org does not support Flow element waits.',
    ],
    [
      'an entry formula that does not compile',
      {
        ...assign,
        start: { ...afterSave('Account', { connector: to('Do'), filterFormula: 'ISCHANGED({!$Record.Nope})' }) },
      },
      'Start - Field $Record.Nope does not exist. Check spelling.',
    ],
    [
      'a checkbox that is added to',
      {
        ...begin('Do'),
        variables: { name: 'yes', dataType: 'Boolean', isCollection: false, isInput: false, isOutput: false },
        assignments: { name: 'Do', assignmentItems: put('yes', 'Add', bool(true)) },
      },
      'Do (Assignment) - The assignment operator "Add" is not available for "yes", a single Boolean.',
    ],
    [
      'an upsert that stands in parts',
      {
        ...begin('Put'),
        recordCreates: { name: 'Put', doesUpsert: true, inputReference: 'rows' },
        variables: records('rows', 'Account'),
      },
      'Put (Create Records) - The local org does not support Flow recordCreates doesUpsert without doesUpsertAllOrNone.',
    ],
    [
      'a join',
      {
        ...begin('Join'),
        transforms: {
          name: 'Join',
          dataType: 'String',
          transformValues: { transformValueActions: { transformType: 'InnerJoin' } },
        },
      },
      'Join (Transform) - The local org does not support Flow transformType InnerJoin.',
    ],
    [
      'an Apex value',
      {
        ...begin('Do'),
        ...assign,
        variables: [variable('out', 'Number'), variable('apex', 'Apex', { apexClass: 'X' })],
      },
      'The local org does not support Flow dataType Apex.',
    ],
    [
      'no operator',
      { ...begin('Do'), ...assign, assignments: { name: 'Do', assignmentItems: put('out', 'None', number(1)) } },
      'Do (Assignment) - The local org does not support Flow assignment operator None.',
    ],
    [
      'a mode with sharing alone',
      { ...begin('Do'), ...assign, runInMode: 'SystemModeWithSharing' },
      'The local org does not support Flow runInMode SystemModeWithSharing.',
    ],
    [
      'a name that nothing has',
      { ...begin('Do'), ...assign, assignments: { name: 'Do', assignmentItems: put('out', 'Assign', ref('Nothing')) } },
      'Do (Assignment) - The element has an invalid reference to "Nothing".',
    ],
    [
      'a field that is not there',
      {
        ...begin('Do'),
        ...assign,
        assignments: { name: 'Do', assignmentItems: put('row.Nothing__c', 'Assign', number(1)) },
        variables: variable('row', 'SObject', { objectType: 'Account' }),
      },
      'Do (Assignment) - The element has an invalid reference to "row.Nothing__c".',
    ],
    [
      'a merge field of nothing',
      {
        ...begin('Do'),
        ...assign,
        assignments: { name: 'Do', assignmentItems: put('out', 'Assign', text('{!$Record.Name}')) },
      },
      'Do (Assignment) - The element has an invalid reference to "$Record.Name".',
    ],
    [
      'a filter on a field that is not there',
      {
        ...begin('Find'),
        recordLookups: {
          name: 'Find',
          filters: when('Nothing__c', 'EqualTo', number(1)),
          object: 'Account',
          storeOutputAutomatically: true,
        },
      },
      'Find (Get Records) - The field "Nothing__c" for the object "Account" doesn\'t exist.',
    ],
    [
      'an object that is not there',
      { ...begin('Find'), recordLookups: { name: 'Find', object: 'Nothing__c', storeOutputAutomatically: true } },
      'Find (Get Records) - The object "Nothing__c" can\'t be found.',
    ],
    [
      'a field that nobody writes',
      {
        ...begin('Put'),
        recordCreates: { name: 'Put', inputAssignments: set('Nothing', number(1)), object: 'Account' },
      },
      'Put (Create Records) - The field "Nothing" for the object "Account" doesn\'t exist.',
    ],
    [
      'a subflow that is not there',
      { ...begin('Call'), subflows: { name: 'Call', flowName: 'Nothing' } },
      'Call (Subflow) - The flow "Nothing" can\'t be found.',
    ],
    [
      'an input that is not there',
      {
        ...begin('Call'),
        subflows: { name: 'Call', flowName: 'Twice', inputAssignments: { name: 'nothing', value: number(1) } },
      },
      'Call (Subflow) - The flow "Twice" has no input variable "nothing".',
    ],
    [
      'a formula that does not parse',
      { ...begin('Do'), ...assign, formulas: { name: 'Bad', dataType: 'Number', expression: '1 +' } },
      'Bad (Formula) - ',
    ],
  ];
  it.each(wrong)('is refused for %s, with its name and its place', async (_, tree, says) => {
    const problems = await deployFlows(org.connection, { Wrong: tree });
    expect(problems.map(({ problem }) => problem).join('\n')).toContain(says);
    expect(problems.every(({ lineNumber }) => lineNumber > 2)).toBe(true);
  });

  it('is refused for a subflow that records start', async () => {
    const problems = await deployFlows(org.connection, {
      By_Record: { ...assign, start: afterSave('Account', { connector: to('Do') }) },
      Wrong: { ...begin('Call'), subflows: { name: 'Call', flowName: 'By_Record' } },
    });
    expect(problems.map(({ problem }) => problem)).toEqual([
      'Call (Subflow) - The flow "By_Record" has a trigger: nothing else can start it.',
    ]);
  });

  it('says everything that is wrong at once', async () => {
    const problems = await deployFlows(org.connection, {
      Wrong: {
        ...begin('Ask'),
        ...assign,
        screens: {
          name: 'Ask',
          allowBack: true,
          allowFinish: true,
          allowPause: false,
          showFooter: true,
          showHeader: true,
        },
        assignments: { name: 'Do', assignmentItems: put('nothing', 'Assign', number(1)), connector: to('Nowhere') },
      },
    });
    expect(problems.map(({ problem }) => problem)).toEqual([
      'Ask (screens) - The local org does not support Flow element screens.',
      'Do (Assignment) - The element has an invalid reference to "nothing".',
      'The element "Nowhere" can\'t be found.',
    ]);
  });
});
