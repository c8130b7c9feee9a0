import { describe, expect, it } from 'vitest';

import { complaint, evaluate } from './formula-under-test.ts';

describe('the grammar', () => {
  it.each([
    ['2*2^3', 64, 'multiplies before it raises to a power'],
    ['2^3^2', 64, 'raises from left to right'],
    ['2+3*4', 14, 'multiplies before it adds'],
    ['-2^2', 4, 'takes the sign before the power'],
    ['10 - 4 - 3', 3, 'subtracts from left to right'],
    ['5 -- 2', 7, 'reads a sign after an operator'],
    ['1 + 2 = 3 && 2 <> 3', true, 'adds, then compares, then joins'],
    ['true || false && false', true, 'joins with and before or'],
    ['1 < 2 = true', true, 'orders before it equates'],
    ['!false', true, 'reads ! as NOT'],
    ['NOT false', true, 'reads NOT without parentheses'],
    ['1 == 1', true, 'reads == as ='],
    ['1 != 1', false, 'reads != as <>'],
    ['/* one */ 1 /* + \n two */ + 1', 2, 'skips comments'],
    ['if(TRUE, 1, Null)', 1, 'ignores case in words and functions'],
    ['\'single\' & "double"', 'singledouble', 'takes either quote'],
    [String.raw`"say \"hi\" \\ \n"`, String.raw`say "hi" \ \n`, 'unescapes quotes and backslashes only'],
    ['"a" + "b" & "c"', 'abc', 'joins texts with + as with &'],
  ] as readonly (readonly [string, string | number | boolean, string])[])('%s is %j: it %s', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  it.each([
    ['IF(true, 1, 2', "Syntax error.  Missing ')'", 13],
    ['1 +', "Syntax error.  Found 'end of formula'", 3],
    ['', "Syntax error.  Found 'end of formula'", 0],
    ['1 + * 2', "Syntax error.  Found '*'", 4],
    ['(1))', "Syntax error. Extra ')'", 3],
    ['1 Amount', 'Syntax error. Extra Amount', 2],
    ['"open', 'Syntax error', 0],
    ['1 # 2', 'Syntax error', 2],
    ['LEFT("a" 1)', "Syntax error.  Missing ')'", 9],
  ])('%j is refused with: %s', (source, message, position) => {
    expect(complaint(source)).toEqual({ message, position });
  });

  it('refuses nesting that no formula of the allowed length needs, and does not overflow', () => {
    expect(complaint(`${'('.repeat(1900)}1${')'.repeat(1900)}`).message).toBe('Syntax error');
    expect(complaint(`${'-'.repeat(3000)}1`).message).toBe('Syntax error');
  });

  it('reads a hundred nested conditions in a moment', () => {
    const source = `${'IF(1=2,0,'.repeat(100)}7${')'.repeat(100)}`;
    const start = performance.now();
    expect(evaluate(source)).toBe(7);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
