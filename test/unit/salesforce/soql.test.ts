import { expect, it } from 'vitest';
import { soql } from '../../../scripts/salesforce/soql.ts';

it('quotes and escapes what is bound', () => {
  expect(soql`SELECT Id FROM Account WHERE Name = ${`O'Brien "x" \\ \n`}`).toBe(
    `SELECT Id FROM Account WHERE Name = 'O\\'Brien \\"x\\" \\\\ \\n'`,
  );
});

it('writes lists, numbers, blanks and times as SOQL literals', () => {
  const when = new Date('2026-01-02T03:04:05.006Z');
  expect(soql`WHERE A IN ${['x', 'y']} AND B = ${1.5} AND C = ${null} AND D = ${true} AND E < ${when}`).toBe(
    "WHERE A IN ('x', 'y') AND B = 1.5 AND C = null AND D = true AND E < 2026-01-02T03:04:05.006Z",
  );
});

it('refuses an empty list, which SOQL has no word for', () => {
  expect(() => soql`WHERE A IN ${[]}`).toThrow('Expected at least one value for IN');
});
