import { describe, expect, it } from 'vitest';

import { compile, evaluate, type Fields } from './formula-under-test.ts';

const fields: Fields = {
  Close__c: { type: 'Date', value: '2026-03-31' },
  Leap__c: { type: 'Date', value: '2024-02-29' },
  Start__c: { type: 'DateTime', value: '2026-03-31T18:30:00.000Z' },
  End__c: { type: 'DateTime', value: '2026-04-01T06:30:00.000Z' },
  Open__c: { type: 'Time', value: '22:30:00.000' },
};

describe('dates and times', () => {
  it.each([
    ['Close__c + 1', '2026-04-01'],
    ['Close__c + 1.9', '2026-04-01'],
    ['1 + Close__c', '2026-04-01'],
    ['Close__c - Leap__c', 761],
    ['Start__c + 0.5', '2026-04-01T06:30:00.000Z'],
    ['Start__c + 1/24', '2026-03-31T19:30:00.000Z'],
    ['End__c - Start__c', 0.5],
    ['Open__c + 7200000', '00:30:00.000'],
    ['Open__c - Open__c', 0],
    ['ADDMONTHS(Close__c, 1)', '2026-04-30'],
    ['ADDMONTHS(Leap__c, 12)', '2025-02-28'],
    ['ADDMONTHS(DATE(2025, 2, 28), 12)', '2026-02-28'],
    ['ADDMONTHS(DATE(2023, 2, 28), 12)', '2024-02-29'],
    ['ADDMONTHS(DATE(2025, 1, 30), 1)', '2025-02-28'],
    ['ADDMONTHS(Start__c, -1)', '2026-02-28T18:30:00.000Z'],
    ['YEAR(Close__c) * 10000 + MONTH(Close__c) * 100 + DAY(Close__c)', 20260331],
    ['WEEKDAY(Close__c)', 3],
    ['DAYOFYEAR(Leap__c)', 60],
    ['ISOWEEK(DATE(2027, 1, 3))', 53],
    ['ISOYEAR(DATE(2027, 1, 3))', 2026],
    ['HOUR(Open__c) * 100 + MINUTE(Open__c)', 2230],
    ['SECOND(TIMEVALUE("10:11:12.345")) + MILLISECOND(TIMEVALUE("10:11:12.345"))', 357],
    ['TIMEVALUE(Start__c)', '18:30:00.000'],
    ['UNIXTIMESTAMP(DATE(1970, 1, 2))', 86400],
    ['FROMUNIXTIME(86400)', '1970-01-02T00:00:00.000Z'],
    ['FORMATDURATION(93784)', '26:03:04'],
    ['FORMATDURATION(93784, true)', '1:02:03:04'],
    ['FORMATDURATION(Start__c, End__c)', '0:12:00:00'],
    ['TEXT(Close__c)', '2026-03-31'],
    ['TEXT(Start__c)', '2026-03-31 18:30:00Z'],
    ['TEXT(Open__c)', '22:30:00.000'],
    ['DATEVALUE("2026-3-1")', '2026-03-01'],
    ['DATETIMEVALUE("2026-03-01 05:06:07")', '2026-03-01T05:06:07.000Z'],
    ['Close__c = DATE(2026, 3, 31)', true],
    ['Start__c < End__c', true],
    ['CASE(WEEKDAY(Close__c), 1, "Sun", 7, "Sat", "weekday")', 'weekday'],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source, { fields })).toBe(expected);
  });

  it.each([
    'DATE(2025, 2, 29)',
    'DATE(2025, 13, 1)',
    'DATE(0, 1, 1)',
    'DATEVALUE("31.3.2026")',
    'DATETIMEVALUE("soon")',
    'TIMEVALUE("25:00:00.000")',
  ])('%s is an error when it is evaluated', (source) => {
    expect(() => evaluate(source)).toThrow(expect.objectContaining({ name: 'FormulaRuntimeError' }));
  });

  it('takes the day from where the user is', () => {
    expect(evaluate('TODAY()')).toBe('2026-03-15');
    expect(evaluate('TODAY()', { environment: { timeZone: 'America/New_York' } })).toBe('2026-03-14');
    expect(evaluate('DATEVALUE(Start__c)', { fields })).toBe('2026-04-01');
    expect(evaluate('NOW()')).toBe('2026-03-14T20:30:15.000Z');
  });

  it('knows which formulas stay the same while no field changes', () => {
    expect(compile('Close__c + 1', { fields }).deterministic).toBe(true);
    for (const source of ['TODAY()', 'NOW()', 'TIMENOW()', 'DATEVALUE(Start__c)', 'ISNEW()', 'ISCHANGED(Close__c)']) {
      expect(compile(source, { fields }).deterministic, source).toBe(false);
    }
  });
});
