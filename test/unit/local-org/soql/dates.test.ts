import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueryOrg, type QueryOrg } from '../../../support/local-org/query-org.ts';

let org: QueryOrg;
beforeAll(() => void (org = openQueryOrg()));
afterAll(() => org.close());

/** The test's clock stands at 2026-03-03 16:00 in Shanghai, a Tuesday. */
function holds(literal: string, day: string): boolean {
  const id = org.insert('Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: day });
  const found = org.query(`SELECT Id FROM Opportunity WHERE Id = '${id}' AND CloseDate ${literal}`).totalSize === 1;
  return found;
}

describe('a date literal covers its first and last day and no other', () => {
  test.each([
    ['= TODAY', '2026-03-03', '2026-03-03'],
    ['= YESTERDAY', '2026-03-02', '2026-03-02'],
    ['= TOMORROW', '2026-03-04', '2026-03-04'],
    ['= THIS_WEEK', '2026-03-01', '2026-03-07'],
    ['= LAST_WEEK', '2026-02-22', '2026-02-28'],
    ['= NEXT_WEEK', '2026-03-08', '2026-03-14'],
    ['= THIS_MONTH', '2026-03-01', '2026-03-31'],
    ['= LAST_MONTH', '2026-02-01', '2026-02-28'],
    ['= NEXT_MONTH', '2026-04-01', '2026-04-30'],
    ['= THIS_QUARTER', '2026-01-01', '2026-03-31'],
    ['= LAST_QUARTER', '2025-10-01', '2025-12-31'],
    ['= NEXT_QUARTER', '2026-04-01', '2026-06-30'],
    ['= THIS_YEAR', '2026-01-01', '2026-12-31'],
    ['= LAST_YEAR', '2025-01-01', '2025-12-31'],
    ['= NEXT_YEAR', '2027-01-01', '2027-12-31'],
    ['= THIS_FISCAL_QUARTER', '2026-01-01', '2026-03-31'],
    ['= LAST_FISCAL_YEAR', '2025-01-01', '2025-12-31'],
    ['= LAST_90_DAYS', '2025-12-03', '2026-03-03'],
    ['= NEXT_90_DAYS', '2026-03-04', '2026-06-01'],
    ['= LAST_N_DAYS:3', '2026-02-28', '2026-03-03'],
    ['= NEXT_N_DAYS:3', '2026-03-04', '2026-03-06'],
    ['= N_DAYS_AGO:3', '2026-02-28', '2026-02-28'],
    ['= LAST_N_WEEKS:2', '2026-02-15', '2026-02-28'],
    ['= NEXT_N_MONTHS:2', '2026-04-01', '2026-05-31'],
    ['= N_MONTHS_AGO:2', '2026-01-01', '2026-01-31'],
    ['= LAST_N_QUARTERS:1', '2025-10-01', '2025-12-31'],
    ['= NEXT_N_YEARS:2', '2027-01-01', '2028-12-31'],
    ['IN (TODAY, TOMORROW)', '2026-03-03', '2026-03-04'],
    ['= 2026-02-28', '2026-02-28', '2026-02-28'],
  ])('CloseDate %s', (literal, first, last) => {
    const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
    expect([shifted(first, -1), first, last, shifted(last, 1)].map((day) => holds(literal, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each([
    ['< THIS_MONTH', '2026-02-28', '2026-03-01'],
    ['<= THIS_MONTH', '2026-03-31', '2026-04-01'],
    ['> THIS_MONTH', '2026-04-01', '2026-03-31'],
    ['>= THIS_MONTH', '2026-03-01', '2026-02-28'],
    ['!= THIS_MONTH', '2026-02-28', '2026-03-01'],
  ])('CloseDate %s', (literal, inside, outside) => {
    expect([holds(literal, inside), holds(literal, outside)]).toEqual([true, false]);
  });
});

describe('days of a dateTime', () => {
  test('begin and end at midnight in the user’s zone', () => {
    const made = (at: string) => org.insert('Account', { Name: 'when', CreatedDate: at });
    const ids = [
      '2026-03-02T15:59:59.999Z',
      '2026-03-02T16:00:00.000Z',
      '2026-03-03T15:59:59.999Z',
      '2026-03-03T16:00:00.000Z',
    ].map(made);
    const today = "SELECT Id FROM Account WHERE Name = 'when' AND CreatedDate = TODAY";
    expect(org.column(today)).toEqual([ids[1], ids[2]]);
    const berlin = org.user('bert', { profile: 'System Administrator', row: { TimeZoneSidKey: 'Europe/Berlin' } });
    expect(org.column(today, berlin)).toEqual([ids[2], ids[3]]);
  });

  test('are taken apart in UTC, and in the user’s zone through convertTimezone()', () => {
    org.insert('Account', { Name: 'late', CreatedDate: '2025-12-31T23:30:00.000Z' });
    const soql = (f: (field: string) => string) =>
      org.rows(
        `SELECT ${f('CreatedDate')} x, COUNT(Id) n FROM Account WHERE Name = 'late' GROUP BY ${f('CreatedDate')}`,
      )[0]?.['x'];
    expect(soql((field) => `CALENDAR_YEAR(${field})`)).toBe(2025);
    expect(soql((field) => `CALENDAR_YEAR(convertTimezone(${field}))`)).toBe(2026);
    expect(soql((field) => `DAY_ONLY(convertTimezone(${field}))`)).toBe('2026-01-01');
    expect(soql((field) => `HOUR_IN_DAY(convertTimezone(${field}))`)).toBe(7);
    expect(soql((field) => `DAY_IN_WEEK(${field})`)).toBe(4);
    expect(soql((field) => `DAY_IN_YEAR(${field})`)).toBe(365);
    expect(soql((field) => `WEEK_IN_MONTH(${field})`)).toBe(5);
    expect(soql((field) => `WEEK_IN_YEAR(${field})`)).toBe(53);
    expect(soql((field) => `FISCAL_QUARTER(${field})`)).toBe(4);
  });

  test('compare with moments of any offset', () => {
    org.insert('Account', { Name: 'offset', CreatedDate: '2026-01-01T00:00:00.000Z' });
    const count = (condition: string) =>
      org.query(`SELECT COUNT() FROM Account WHERE Name = 'offset' AND CreatedDate ${condition}`).totalSize;
    expect(count('= 2026-01-01T08:00:00+08:00')).toBe(1);
    expect(count('> 2026-01-01T08:00:00.000+0800')).toBe(0);
    expect(count('<= 2026-01-01T00:00:00Z')).toBe(1);
  });
});

test('the fiscal year follows the organization', () => {
  org.org.store.db.exec('UPDATE "Organization" SET "FiscalYearStartMonth" = 4');
  expect([
    holds('= THIS_FISCAL_YEAR', '2025-03-31'),
    holds('= THIS_FISCAL_YEAR', '2025-04-01'),
    holds('= THIS_FISCAL_YEAR', '2026-03-31'),
  ]).toEqual([false, true, true]);
  expect(holds('= THIS_FISCAL_QUARTER', '2026-01-01')).toBe(true);
  const id = org.insert('Opportunity', { Name: 'fiscal', StageName: 'Prospecting', CloseDate: '2026-04-01' });
  expect(
    org.rows(
      `SELECT FISCAL_YEAR(CloseDate) y, FISCAL_MONTH(CloseDate) m, COUNT(Id) n FROM Opportunity WHERE Id = '${id}' GROUP BY FISCAL_YEAR(CloseDate), FISCAL_MONTH(CloseDate)`,
    ),
  ).toEqual([{ y: 2027, m: 1, n: 1 }]);
  org.org.store.db.exec('UPDATE "Organization" SET "FiscalYearStartMonth" = 1');
});
