import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, openCommandLine, resultOf } from '../../support/command-line.ts';
import { expectShape } from '../../support/json-shape.ts';
import { must } from '../gate/deals.ts';
import { openCompany, type Company } from './company.ts';
import { orderLines } from './six-orders.ts';

let line: CommandLine;
let company: Company;

beforeAll(async () => {
  line = openCommandLine();
  company = await openCompany();
  const { accessToken, instanceUrl } = company.integration.connection;
  await line.know({ url: instanceUrl, accessToken: accessToken! }, 'company');
}, 300_000);
afterAll(() => line.close());
afterAll(() => company?.close());

const expected = [
  ['DO-1001', 'Chen Li', 85.5, 78.0],
  ['DO-1003', 'Zhao Qiang', 69.1, 94.2],
  ['DO-1002', 'Wang Min', 66.0, 87.5],
  ['DO-1006', 'Zhao Qiang', 61.3, 92.2],
  ['DO-1005', 'Li Na', 54.5, 94.2],
  ['DO-1004', 'Sun Yue', 38.2, 100],
] as const;

interface Served {
  readonly order: string;
  readonly worth: number;
  readonly people: readonly { readonly name: string; readonly fit: number }[];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const picks = (result: Record<string, unknown>) =>
  (result['served'] as Served[]).map(({ order, worth, people }) => [
    order,
    people[0]!.name,
    tenth(worth),
    tenth(people[0]!.fit),
  ]);
const expectedPicks = () => expected.map(([id, ...figures]) => [company.numbers[id], ...figures]);

async function stored() {
  const queries = [
    'SELECT Name, Status__c, Lead__r.Name, Rank__c, Explanation_En__c, Explanation_Zh__c, Planned_Hours__c, LastModifiedDate FROM MF_Dispatch__c ORDER BY Name',
    'SELECT Booking_Key__c, Hours__c, Status__c, Cost__c, LastModifiedDate FROM MF_Booking__c ORDER BY Booking_Key__c',
    'SELECT Candidate_Key__c, Fit__c, Rank__c, Chosen__c, Why_Not_En__c, LastModifiedDate FROM MF_Candidate__c ORDER BY Candidate_Key__c',
    'SELECT Run_Key__c, Status__c, Objective__c, Cost__c, Started_At__c, Finished_At__c, LastModifiedDate FROM MF_Allocation_Run__c',
    'SELECT Week_Key__c, Capacity__c, LastModifiedDate FROM MF_Resource_Week__c ORDER BY Week_Key__c',
  ];
  const { connection } = company.integration;
  const answers = await Promise.all(queries.map((query) => connection.query<Record<string, unknown>>(query)));
  return answers.map(({ records }) => records);
}

describe('the allocation of the six orders', { timeout: 240_000 }, () => {
  it('scores what was submitted, so that it can be validated', async () => {
    const applied = await line.run('allocate', 'apply', '-o', 'company', '--json');
    expect(resultOf(applied)).toMatchObject({ scored: 6, written: 6, served: [], deferred: [], refusals: [] });
    const rows = Object.values(company.orders).map((Id) => ({ Id, Status__c: 'Validated' }));
    await must(company.dispatcher.connection, 'update', 'MF_Dispatch__c', rows);
  });

  it('is planned to the last figure, and nothing is written', async () => {
    const planned = await line.run('allocate', 'plan', '-o', 'company', '--json');
    const result = resultOf(planned);
    expect(result).toMatchObject({ proof: 'optimal', gap: 0, scored: 0, deferred: [] });
    expect(result['objective']).toBeCloseTo(335.42, 2);
    expect(result['fairness']).toMatchObject({ served: 6, hours: 116, cost: 37_040, heldEnvy: 0, idleEnvy: 0 });
    expect(picks(result)).toEqual(expectedPicks());
    await expectShape('allocate-plan', planned);
    const shown = await line.run('allocate', 'plan', '-o', 'company', '--time-limit', '20');
    expect(shown.stdout).toContain('Objective 335.42, bound 335.42, gap 0.00 % (proved optimal)');
    expect(shown.stdout).toMatch(
      /6 of 6 orders served, 116 hours, cost 37040; worth covered 100\.0 %; justified envy 0\./,
    );
    expect(shown.stdout).toMatch(/85\.5.*Chen Li.*78\.0.*24 h/);
    const [, ...rest] = await stored();
    expect(rest.map((rows) => rows.length)).toEqual([0, 0, 0, 0]);
  });

  it('is written as proposals, and a second time not at all', async () => {
    const rehearsed = await line.run('allocate', 'apply', '-o', 'company', '--dry-run', '--json');
    expect(resultOf(rehearsed)).toMatchObject({ written: 0 });
    const applied = await line.run('allocate', 'apply', '-o', 'company', '--json');
    expect(applied.code).toBe(0);
    expect(picks(resultOf(applied))).toEqual(expectedPicks());
    await expectShape('allocate-apply', applied);
    const before = await stored();
    const [orders, bookings, candidates, runs] = before;
    expect(orders!.map((order) => order['Status__c'])).toEqual(Array.from({ length: 6 }, () => 'Proposed'));
    expect(bookings!.reduce((sum, booking) => sum + Number(booking['Cost__c']), 0)).toBe(37_040);
    expect(candidates).toHaveLength(30);
    expect(runs).toMatchObject([
      { Status__c: 'Applied', Objective__c: expect.closeTo(335.42, 2) as number, Cost__c: 37_040 },
    ]);
    const again = await line.run('allocate', 'apply', '-o', 'company', '--json');
    expect(resultOf(again)).toMatchObject({ written: 0, refusals: [] });
    expect(await stored()).toEqual(before);
  });

  it('is the same run whoever asks: the grade of the requester is measured and decides nothing', async () => {
    const before = resultOf(await line.run('allocate', 'plan', '-o', 'company', '--json'));
    const grades = orderLines.map(({ id, grade }) => ({ Id: company.orders[id]!, Requester_Grade__c: grade }));
    await must(company.integration.connection, 'update', 'MF_Dispatch__c', grades);
    const after = resultOf(await line.run('allocate', 'plan', '-o', 'company', '--json'));
    expect(after['runKey']).toBe(before['runKey']);
    expect(picks(after)).toEqual(expectedPicks());
    expect(before['fairness']).toMatchObject({ gradeCorrelation: null });
  });
});

describe('the explanation of one of them', { timeout: 120_000 }, () => {
  it('tells rank, worth and every candidate, in words and in figures', async () => {
    const order = company.numbers['DO-1006']!;
    const explained = await line.run('allocate', 'explain', '-o', 'company', '--order', order, '--json');
    await expectShape('allocate-explain', explained);
    const result = resultOf(explained);
    expect(result).toMatchObject({ order, rank: 4, of: 6, status: 'Proposed', servingWorth: null });
    expect(result['words']).toMatchObject({
      en: expect.stringMatching(/^Rank 4 of 6 by worth 61\.3\. Proposed: Zhao Qiang \(92\.2\)\./) as string,
      zh: expect.stringMatching(/^按价值 61\.3 排第 4 位，共 6 单。/) as string,
    });
    const candidates = result['candidates'] as { person: string; whyNot: { en: string } | null }[];
    expect(candidates.map(({ person, whyNot }) => [person, whyNot?.en])).toEqual([
      ['Zhao Qiang', undefined],
      ['Wang Min', `Serves ${company.numbers['DO-1002']!} (worth 4.7 more).`],
      ['Chen Li', `Serves ${company.numbers['DO-1001']!} (worth 24.2 more).`],
      ['Sun Yue', 'Lacks the mandatory skill BID: level 2, 3 needed.'],
      ['Li Na', 'Lacks the mandatory skill BID: level 2, 3 needed.'],
    ]);
    const changes = result['candidates'] as {
      change: { loss: number; moves: { order: string; to: string[] }[] } | null;
    }[];
    expect(changes.map(({ change }) => change?.loss ?? null)).toEqual([
      null,
      expect.closeTo(75.3, 1) as number,
      expect.any(Number),
      null,
      null,
    ]);
    expect(changes[1]?.change?.moves).toContainEqual({ order, from: ['Zhao Qiang'], to: ['Wang Min'] });
    const breakdown = result['breakdown'] as { factor: string; score: number; weight: number }[];
    expect(breakdown.reduce((sum, { score, weight }) => sum + score * weight, 0)).toBeCloseTo(61.3, 1);
  });

  it('is refused for an order that is not there', async () => {
    const refused = await line.run('allocate', 'explain', '-o', 'company', '--order', 'DO-99999');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('the org has no dispatch order DO-99999');
  });
});
