import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleOrg, type SampleOrg } from './sample-org.ts';

let org: SampleOrg;
beforeAll(() => {
  org = openSampleOrg();
  const [first, second] = org.accounts;
  const deals: [string, string, number | null, string][] = [
    [first!, 'Prospecting', 0.1, '2026-01-31'],
    [first!, 'Prospecting', 0.2, '2026-02-01'],
    [second!, 'Closed Won', 100, '2026-02-28'],
    [second!, 'Closed Won', null, '2025-12-31'],
    [second!, 'closed won', 50, '2026-07-01'],
  ];
  deals.forEach(([AccountId, StageName, Amount, CloseDate], index) =>
    org.insert('Opportunity', { Name: `deal ${index}`, AccountId, StageName, Amount, CloseDate }),
  );
});
afterAll(() => org.close());

test('COUNT() answers with a number alone', () => {
  expect(org.query('SELECT COUNT() FROM Opportunity WHERE Amount > 1')).toMatchObject({ totalSize: 2, records: [] });
  expect(org.query('SELECT count() FROM Opportunity LIMIT 3').totalSize).toBe(3);
});

test('every aggregate leaves blanks out, and sums show no binary dust', () => {
  const soql = `SELECT COUNT(Id), COUNT(Amount) withAmount, COUNT_DISTINCT(StageName), SUM(Amount) total, AVG(Amount), MIN(CloseDate),
    MAX(CreatedDate) latest, MIN(Account.Name) FROM Opportunity`;
  expect(org.query(soql).records).toEqual([
    {
      attributes: { type: 'AggregateResult' },
      expr0: 5,
      withAmount: 4,
      expr1: 2,
      total: 150.3,
      expr2: 37.575,
      expr3: '2025-12-31',
      latest: '2026-03-03T08:00:00.000+0000',
      expr4: 'beta',
    },
  ]);
});

test('an empty set has no sum, and a count of nought', () => {
  expect(org.rows("SELECT COUNT(Id) n, SUM(Amount) s FROM Opportunity WHERE Name = 'none'")).toEqual([
    { n: 0, s: null },
  ]);
  expect(org.rows("SELECT StageName, COUNT(Id) n FROM Opportunity WHERE Name = 'none' GROUP BY StageName")).toEqual([]);
});

describe('groups', () => {
  test('ignore case, take parents and formulas, and are chosen by HAVING', () => {
    expect(org.rows('SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 2')).toEqual([
      { StageName: 'Closed Won', n: 3 },
    ]);
    expect(
      org.rows(
        'SELECT Account.Name, SUM(Amount) total FROM Opportunity GROUP BY Account.Name HAVING SUM(Amount) >= 1 AND (COUNT(Id) = 3 OR MIN(Amount) = 1)',
      ),
    ).toEqual([{ Name: 'beta', total: 150 }]);
    expect(
      org.rows('SELECT Is_Large__c big, COUNT(Id) n FROM Site__c GROUP BY Is_Large__c ORDER BY COUNT(Id) DESC'),
    ).toEqual([
      { big: false, n: 3 },
      { big: true, n: 1 },
    ]);
  });

  test('are left out by NOT in HAVING', () => {
    const having = 'HAVING (NOT COUNT(Id) > 2) AND COUNT(Id) > 0';
    expect(org.column(`SELECT StageName FROM Opportunity GROUP BY StageName ${having}`)).toEqual(['Prospecting']);
  });

  test('by parts of dates', () => {
    expect(
      org.rows(
        'SELECT CALENDAR_YEAR(CloseDate) y, CALENDAR_QUARTER(CloseDate) q, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_QUARTER(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate), CALENDAR_QUARTER(CloseDate)',
      ),
    ).toEqual([
      { y: 2025, q: 4, n: 1 },
      { y: 2026, q: 1, n: 3 },
      { y: 2026, q: 3, n: 1 },
    ]);
  });

  test('are given once without an aggregate', () => {
    expect(org.column('SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY StageName')).toEqual([
      'Prospecting',
      'Closed Won',
    ]);
  });

  test('ROLLUP adds sub-totals and a total', () => {
    const rows = org.rows(
      'SELECT Account.Name, StageName, COUNT(Id) n, GROUPING(StageName) g FROM Opportunity GROUP BY ROLLUP(Account.Name, StageName)',
    );
    expect(rows).toHaveLength(5);
    expect(rows).toContainEqual({ Name: 'beta', StageName: null, n: 3, g: 1 });
    expect(rows.at(-1)).toEqual({ Name: null, StageName: null, n: 5, g: 1 });
  });

  test('HAVING asks for subtotals by GROUPING(), and a group is blank in them', () => {
    const from = 'FROM Opportunity GROUP BY ROLLUP(Account.Name, StageName) HAVING';
    const totals = `SELECT Account.Name a, StageName s, COUNT(Id) n ${from}`;
    expect(org.rows(`${totals} GROUPING(StageName) = 1 AND GROUPING(Account.Name) = 0 ORDER BY Account.Name`)).toEqual([
      { a: 'beta', s: null, n: 3 },
      { a: 'Ångström Power', s: null, n: 2 },
    ]);
    expect(org.rows(`${totals} StageName = null AND COUNT(Id) > 2 ORDER BY COUNT(Id)`)).toEqual([
      { a: 'beta', s: null, n: 3 },
      { a: null, s: null, n: 5 },
    ]);
    expect(org.rows(`SELECT StageName s ${from} GROUPING(Account.Name) = 1`)).toEqual([{ s: null }]);
  });

  test('CUBE adds every combination', () => {
    const rows = org.rows(
      'SELECT Account.Name a, StageName s, COUNT(Id) n FROM Opportunity GROUP BY CUBE(Account.Name, StageName)',
    );
    expect(rows).toHaveLength(2 + 2 + 2 + 1);
    expect(rows).toContainEqual({ a: null, s: 'Prospecting', n: 2 });
  });
});

test.each([
  ['SELECT Name, COUNT(Id) FROM Opportunity', 'Field must be grouped or aggregated: Name'],
  ['SELECT StageName, Name FROM Opportunity GROUP BY StageName', 'Field must be grouped or aggregated: Name'],
  ['SELECT SUM(Name) FROM Opportunity', 'field Name does not support aggregate operator SUM'],
  ['SELECT Id FROM Opportunity WHERE COUNT(Id) > 1', 'Grouped field should not be aggregated'],
  ['SELECT Notes__c, COUNT(Id) FROM Site__c GROUP BY Notes__c', "field 'Notes__c' can not be grouped"],
  ['SELECT COUNT(Id) n, SUM(Amount) n FROM Opportunity', 'duplicate alias: n'],
])('refuses %s', (soql, message) => {
  expect(() => org.query(soql)).toThrow(message);
});
