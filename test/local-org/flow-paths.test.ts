import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { afterSave, deployFlows, installFlows, ref, set, text, to, when } from '../support/local-org/flow-package.ts';

const START = Date.parse('2026-03-02T08:00:00Z');
const HOUR = 3_600;
const DAY = 24 * HOUR;

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg({ now: () => START });
});
afterAll(() => org.close());

interface Clock {
  now: string;
  pathsRun: number;
  waitingPaths: { flow: string; path: string; recordId: string; due: string }[];
  failedPaths: { flow: string; path: string; recordId: string; message: string }[];
}

const clock = (): Promise<Clock> => org.connection.request<Clock>('/services/local-org/clock');
const advance = (advanceSeconds: number): Promise<Clock> =>
  org.connection.request<Clock>({
    method: 'POST',
    url: '/services/local-org/clock',
    body: JSON.stringify({ advanceSeconds }),
    headers: { 'Content-Type': 'application/json' },
  });
const create = async (values: Record<string, unknown>): Promise<string> =>
  String((await org.connection.sobject('Opportunity').create({ StageName: 'Prospecting', Name: '', ...values })).id);
const read = async (id: string): Promise<Record<string, unknown>> => org.connection.sobject('Opportunity').retrieve(id);
const waitingFor = async (id: string) => (await clock()).waitingPaths.filter(({ recordId }) => recordId === id);

const remind = (path: object, name: string, filter = 'Remind') => ({
  label: name,
  start: afterSave('Opportunity', {
    filterLogic: 'and',
    filters: [when('Type', 'EqualTo', text(filter))],
    scheduledPaths: [{ name: 'Later', connector: to('Write'), label: 'Later', ...path }],
  }),
  recordUpdates: [
    {
      name: 'Write',
      inputReference: '$Record',
      inputAssignments: [set('NextStep', text('{!$Record.Name} of {!$User.Username}'))],
    },
  ],
});

describe('a scheduled path', () => {
  beforeAll(() =>
    installFlows(org.connection, {
      After_Two_Hours: remind({ offsetNumber: 2, offsetUnit: 'Hours', timeSource: 'RecordTriggerEvent' }, 'Two', 'Two'),
      Before_Close: remind(
        { offsetNumber: -3, offsetUnit: 'Days', recordField: 'CloseDate', timeSource: 'RecordField' },
        'Close',
        'Close',
      ),
    }),
  );

  it('runs when the clock has come to its time, with the record as it is then and as who changed it', async () => {
    const id = await create({ Name: 'First', Type: 'Two', CloseDate: '2026-12-31' });
    expect(await waitingFor(id)).toMatchObject([{ flow: 'After_Two_Hours', due: '2026-03-02T10:00:00.000Z' }]);
    await advance(HOUR);
    expect((await read(id))['NextStep']).toBeNull();
    await org.connection.sobject('Opportunity').update({ Id: id, Name: 'Renamed', Type: 'Two' });
    expect(await waitingFor(id)).toMatchObject([{ due: '2026-03-02T11:00:00.000Z' }]);
    const { pathsRun, now } = await advance(2 * HOUR);
    expect(pathsRun).toBe(1);
    expect(now).toBe('2026-03-02T11:00:00.000Z');
    expect((await read(id))['NextStep']).toBe(`Renamed of ${org.org.username}`);
  });

  it('goes by a field, at midnight where the organization is, and moves with it', async () => {
    const id = await create({ Name: 'Second', Type: 'Close', CloseDate: '2026-06-10' });
    expect(await waitingFor(id)).toMatchObject([{ due: '2026-06-06T16:00:00.000Z' }]);
    await org.connection.sobject('Opportunity').update({ Id: id, CloseDate: '2026-06-20' });
    expect(await waitingFor(id)).toMatchObject([{ due: '2026-06-16T16:00:00.000Z' }]);
  });

  it('waits no more when the record leaves the conditions, or is gone when its time comes', async () => {
    const left = await create({ Name: 'Left', Type: 'Close', CloseDate: '2026-06-10' });
    await org.connection.sobject('Opportunity').update({ Id: left, Type: 'Other' });
    expect(await waitingFor(left)).toEqual([]);
    const gone = await create({ Name: 'Gone', Type: 'Two', CloseDate: '2026-06-10' });
    await org.connection.sobject('Opportunity').destroy(gone);
    await advance(3 * HOUR);
    expect(await waitingFor(gone)).toEqual([]);
    expect((await clock()).failedPaths).toEqual([]);
  });

  it('leaves nothing behind when the save that would have scheduled it is refused', async () => {
    const before = (await clock()).waitingPaths.length;
    const results = await org.connection.sobject('Opportunity').create(
      [
        { Name: 'Good', StageName: 'Prospecting', CloseDate: '2026-06-10', Type: 'Two' },
        { Name: 'Bad', StageName: 'Prospecting', Type: 'Two' },
      ],
      { allOrNone: true },
    );
    expect(results.map(({ success }) => success)).toEqual([false, false]);
    expect((await clock()).waitingPaths).toHaveLength(before);
  });

  it('outlives a restart', async () => {
    const id = await create({ Name: 'Kept', Type: 'Two', CloseDate: '2026-12-31' });
    org = await org.restart();
    expect(await waitingFor(id)).toHaveLength(1);
    await advance(DAY);
    expect((await read(id))['NextStep']).toMatch(/^Kept of /);
  });

  it('keeps the clock where it was moved to over a restart', async () => {
    const { now } = await advance(HOUR);
    org = await org.restart();
    expect((await clock()).now).toBe(now);
  });
});

describe('paths of many records', () => {
  beforeAll(() =>
    installFlows(org.connection, {
      Task_Later: {
        ...remind({ offsetNumber: 1, offsetUnit: 'Hours', timeSource: 'RecordTriggerEvent' }, 'Many', 'Many'),
        recordUpdates: [],
        recordCreates: [
          {
            name: 'Write',
            inputAssignments: [set('Subject', text('{!$Record.Name}')), set('WhatId', ref('$Record.NextStep'))],
            object: 'Task',
          },
        ],
      },
    }),
  );

  it('run together, and one that fails takes no other with it', async () => {
    const account = await org.connection.sobject('Account').create({ Name: 'Target' });
    const rows = Array.from({ length: 60 }, (_, index) => ({
      Name: `Many ${index}`,
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      Type: 'Many',
      NextStep: index === 7 ? '001000000000000AAA' : String(account.id),
    }));
    const made = await org.connection.sobject('Opportunity').create(rows);
    expect(made.every(({ success }) => success)).toBe(true);
    const { failedPaths } = await advance(2 * HOUR);
    const tasks = await org.connection.query("SELECT count(Id) n FROM Task WHERE Subject LIKE 'Many %'");
    expect(tasks.records[0]).toMatchObject({ n: 59 });
    expect(failedPaths).toMatchObject([{ flow: 'Task_Later', path: 'Later', recordId: made[7]?.id }]);
  });
});

describe('an asynchronous path', () => {
  it('runs after the commit and knows how the record was', async () => {
    await installFlows(org.connection, {
      Async: {
        label: 'Async',
        start: afterSave('Account', {
          recordTriggerType: 'Update',
          scheduledPaths: [{ connector: to('Write'), pathType: 'AsyncAfterCommit' }],
          filterLogic: 'and',
          filters: [when('Name', 'IsChanged', { booleanValue: true })],
        }),
        recordUpdates: [
          {
            name: 'Write',
            inputReference: '$Record',
            inputAssignments: [set('Description', text('{!$Record__Prior.Name} became {!$Record.Name}'))],
          },
        ],
      },
    });
    const { id } = await org.connection.sobject('Account').create({ Name: 'Old' });
    await org.connection.sobject('Account').update({ Id: String(id), Name: 'New' });
    await advance(0);
    expect(await org.connection.sobject('Account').retrieve(String(id))).toMatchObject({
      Description: 'Old became New',
    });
  });
});

describe('a path that sets itself off again without end', () => {
  it('is stopped and noted, and the org goes on', async () => {
    await installFlows(org.connection, {
      Endless: {
        label: 'Endless',
        start: afterSave('Campaign', {
          recordTriggerType: 'CreateAndUpdate',
          scheduledPaths: [{ connector: to('Again'), pathType: 'AsyncAfterCommit' }],
        }),
        formulas: [{ name: 'Longer', dataType: 'Number', expression: '{!$Record.NumberSent} + 1', scale: 0 }],
        recordUpdates: [
          { name: 'Again', inputReference: '$Record', inputAssignments: [set('NumberSent', ref('Longer'))] },
        ],
      },
    });
    const { id } = await org.connection.sobject('Campaign').create({ Name: 'Round', NumberSent: 0 });
    const { failedPaths } = await advance(0);
    expect(failedPaths).toContainEqual(
      expect.objectContaining({
        flow: 'Endless',
        recordId: id,
        message: 'Stopped: paths set one another off 200 times in a row.',
      }),
    );
    expect(await waitingFor(String(id))).toEqual([]);
    expect(await org.connection.sobject('Campaign').retrieve(String(id))).toMatchObject({ NumberSent: 200 });
  });
});

describe('a deploy', () => {
  it('refuses paths that could never run, each with its name and its line', async () => {
    const problems = await deployFlows(org.connection, {
      Before: {
        ...remind({ offsetNumber: 1, offsetUnit: 'Hours', timeSource: 'RecordTriggerEvent' }, 'x'),
        start: {
          object: 'Opportunity',
          recordTriggerType: 'Create',
          scheduledPaths: [{ name: 'Early', connector: to('Write'), pathType: 'AsyncAfterCommit' }],
          triggerType: 'RecordBeforeSave',
        },
      },
      Prior: {
        ...remind({ offsetNumber: 1, offsetUnit: 'Hours', timeSource: 'RecordTriggerEvent' }, 'x'),
        formulas: [{ name: 'Was', dataType: 'String', expression: '{!$Record__Prior.Name} & "!"' }],
        recordUpdates: [
          { name: 'Write', inputReference: '$Record', inputAssignments: [set('NextStep', text('{!Was}'))] },
        ],
      },
      Recall: remind({ pathType: 'ApprovalRecall' }, 'x'),
      No_Date: remind({ offsetNumber: 1, offsetUnit: 'Days', recordField: 'Name', timeSource: 'RecordField' }, 'x'),
      No_Source: remind({ offsetNumber: 1, offsetUnit: 'Days' }, 'x'),
    });
    expect(problems.map(({ fullName, problem }) => `${fullName}: ${problem}`).sort()).toEqual([
      'Before: Early (Scheduled Path) - Scheduled paths are only available in flows that run after the record is saved.',
      'No_Date: Later (Scheduled Path) - The field "Name" is not a date or a date and time that is stored.',
      'No_Source: Later (Scheduled Path) - Required field is missing: timeSource',
      'Prior: Write (Update Records) - The local org does not support Flow $Record__Prior in a scheduled path.',
      'Recall: Later (Scheduled Path) - The local org does not support Flow scheduledPaths pathType ApprovalRecall.',
    ]);
    expect(problems.every(({ lineNumber, columnNumber }) => lineNumber > 1 && columnNumber > 0)).toBe(true);
  });
});
