import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { deployFlows, installFlows, put, ref, set, text, to, when } from '../support/local-org/flow-package.ts';

/** A Monday; the company of a new org lives where its sign-up country is, here the default's Pacific time. */
const START = Date.parse('2026-03-02T08:00:00Z');
const DAY = 24 * 3_600;

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg({ now: () => START });
  const { records } = await org.connection.query<{ Id: string }>('SELECT Id FROM Organization');
  await org.connection.sobject('Organization').update({ Id: String(records[0]?.Id), TimeZoneSidKey: 'Asia/Shanghai' });
});
afterAll(() => org.close());

interface Clock {
  now: string;
  pathsRun: number;
  waitingFlows: { flow: string; due: string }[];
  failedPaths: { flow: string; recordId: string; message: string }[];
}

const clock = (): Promise<Clock> => org.connection.request<Clock>('/services/local-org/clock');
const advance = (advanceSeconds: number): Promise<Clock> =>
  org.connection.request<Clock>({
    method: 'POST',
    url: '/services/local-org/clock',
    body: JSON.stringify({ advanceSeconds }),
    headers: { 'Content-Type': 'application/json' },
  });
const waitsFor = async (name: string): Promise<string | undefined> =>
  (await clock()).waitingFlows.find(({ flow }) => flow === name)?.due;

const at = (frequency: string, startDate: string, startTime: string): object => ({ frequency, startDate, startTime });
const scheduled = (schedule: object, more: object = {}): object => ({
  connector: to('Write'),
  schedule,
  triggerType: 'Scheduled',
  ...more,
});
const note = (subject: string) => ({
  recordCreates: [{ name: 'Write', inputAssignments: [set('Subject', text(subject))], object: 'Task' }],
});
const count = async (soql: string): Promise<number> => (await org.connection.query(soql)).totalSize;

describe('a schedule-triggered flow', () => {
  it('waits for its time of day where the organization is, and never for one that has passed', async () => {
    await installFlows(org.connection, {
      Once_Later: { ...note('Once'), start: scheduled(at('Once', '2026-03-03', '06:00:00.000Z')) },
      Once_Past: { ...note('Past'), start: scheduled(at('Once', '2026-03-02', '15:59:00.000Z')) },
      Each_Day: { ...note('Day {!$Flow.CurrentDate}'), start: scheduled(at('Daily', '2026-01-01', '06:00:00.000Z')) },
      Each_Week: { ...note('Week'), start: scheduled(at('Weekly', '2026-02-25', '06:00:00.000Z')) },
      Asleep: { ...note('x'), status: 'Draft', start: scheduled(at('Daily', '2026-01-01', '06:00:00.000Z')) },
    });
    expect((await clock()).waitingFlows).toEqual([
      { flow: 'Each_Day', due: '2026-03-02T22:00:00.000Z' },
      { flow: 'Once_Later', due: '2026-03-02T22:00:00.000Z' },
      { flow: 'Each_Week', due: '2026-03-03T22:00:00.000Z' },
    ]);
  });

  it('lives through every day that the clock is moved over', async () => {
    const { pathsRun } = await advance(8 * DAY);
    expect(pathsRun).toBe(10);
    const { records } = await org.connection.query<{ Subject: string }>(
      "SELECT Subject FROM Task WHERE Subject LIKE 'Day %' ORDER BY Subject",
    );
    // The dates are those of the days it ran at, as the user who ran it sees them.
    expect(new Set(records.map(({ Subject }) => Subject)).size).toBe(8);
    expect(await count("SELECT Id FROM Task WHERE Subject = 'Week'")).toBe(1);
    expect(await count("SELECT Id FROM Task WHERE Subject = 'Once'")).toBe(1);
    expect(await waitsFor('Once_Later')).toBeUndefined();
    expect(await waitsFor('Each_Week')).toBe('2026-03-10T22:00:00.000Z');
  });

  it('is overdue, once, when the org was off at its time, and waits no more when it is deactivated', async () => {
    const due = await waitsFor('Each_Day');
    org = await org.restart();
    expect(await waitsFor('Each_Day')).toBe(due);
    const tooling = org.connection.tooling;
    const { records } = await tooling.query<{ Id: string }>(
      "SELECT Id FROM FlowDefinition WHERE DeveloperName = 'Each_Day'",
    );
    await tooling
      .sobject('FlowDefinition')
      .update({ Id: String(records[0]?.Id), Metadata: { activeVersionNumber: 0 } } as never);
    expect(await waitsFor('Each_Day')).toBeUndefined();
  });
});

describe('a schedule-triggered flow with an object', () => {
  it('has one interview for each record that its filters find, 200 in a transaction, and one that fails stops no other', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => ({
      Name: `Due ${index}`,
      Site: index % 2 === 0 ? 'even' : 'ODD',
      Description: index === 7 ? 'x'.repeat(300) : 'fine',
    }));
    for (const part of [rows.slice(0, 200), rows.slice(200)])
      await org.connection.sobject('Account').create(part, { allOrNone: true });
    await installFlows(org.connection, {
      For_Each: {
        start: scheduled(at('Daily', '2026-01-01', '06:00:00.000Z'), {
          object: 'Account',
          filterLogic: 'or',
          filters: [when('Site', 'EqualTo', text('odd')), when('Name', 'EqualTo', text('due 0'))],
        }),
        recordUpdates: [
          {
            name: 'Write',
            inputReference: '$Record',
            inputAssignments: [set('AccountNumber', ref('$Record.Description'))],
          },
        ],
      },
    });
    const { pathsRun, failedPaths } = await advance(DAY);
    expect(pathsRun).toBeGreaterThanOrEqual(116);
    expect(await count("SELECT Id FROM Account WHERE AccountNumber = 'fine'")).toBe(115);
    expect(await count("SELECT Id FROM Account WHERE AccountNumber != null AND Site = 'even'")).toBe(1);
    const failed = failedPaths.filter(({ flow }) => flow === 'For_Each');
    expect(failed).toHaveLength(1);
    expect(await count(`SELECT Id FROM Account WHERE Id = '${failed[0]?.recordId}' AND Name = 'Due 7'`)).toBe(1);
  });

  it('is started by nothing else', async () => {
    await expect(
      org.connection.request({
        method: 'POST',
        url: '/actions/custom/flow/For_Each',
        body: '{"inputs":[{}]}',
        headers: { 'Content-Type': 'application/json' },
      }),
    ).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });
});

describe('a deploy of a schedule', () => {
  it('refuses what is incomplete or belongs to records that are saved', async () => {
    const day = at('Daily', '2026-01-01', '06:00:00.000Z');
    const filters = [when('Name', 'EqualTo', text('x'))];
    const problems = await deployFlows(org.connection, {
      No_Schedule: { ...note('x'), start: { connector: to('Write'), triggerType: 'Scheduled' } },
      No_Time: { ...note('x'), start: scheduled({ frequency: 'Daily', startDate: '2026-01-01' }) },
      Hourly: { ...note('x'), start: scheduled({ ...day, frequency: 'Hourly' }) },
      Filters: { ...note('x'), start: scheduled(day, { filterLogic: 'and', filters }) },
      Formula: { ...note('x'), start: scheduled(day, { filterFormula: 'true', object: 'Account' }) },
      No_Trigger: { ...note('x'), start: { connector: to('Write'), schedule: day } },
      Record: { ...note('{!$Record.Name}'), start: scheduled(day) },
      Prior: { ...note('{!$Record__Prior.Name}'), start: scheduled(day, { object: 'Account' }) },
      Changed: {
        ...note('x'),
        formulas: [{ name: 'Was', dataType: 'Boolean', expression: 'ISCHANGED({!$Record.Name})' }],
        start: scheduled(day, { object: 'Account' }),
      },
      Error: {
        assignments: [{ name: 'Write', assignmentItems: [put('n', 'Assign', text('x'))] }],
        variables: [{ name: 'n', dataType: 'String', isCollection: false, isInput: false, isOutput: false }],
        customErrors: [{ name: 'Stop', customErrorMessages: [{ errorMessage: 'no', isFieldError: false }] }],
        start: scheduled(day, { object: 'Account' }),
      },
    });
    expect(problems.map(({ fullName, problem }) => `${fullName}: ${problem}`).sort()).toEqual([
      'Changed: Was (Formula) - Function ISCHANGED may not be used in this type of formula',
      'Error: Custom error elements are only available in record-triggered flows',
      'Filters: Start - Filters are only available with an object.',
      'Formula: Start - filterFormula is not available in a schedule-triggered flow.',
      'Hourly: Start - The local org does not support Flow schedule frequency Hourly.',
      'No_Schedule: Start - Required field is missing: schedule',
      'No_Time: Start - Required field is missing: startTime',
      'No_Trigger: Start - A schedule is only available with the trigger type Scheduled.',
      'Prior: Write (Create Records) - $Record__Prior is not available in a schedule-triggered flow.',
      'Record: Write (Create Records) - The element has an invalid reference to "$Record.Name".',
    ]);
  });
});
