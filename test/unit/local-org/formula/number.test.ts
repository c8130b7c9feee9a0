import { describe, expect, it } from 'vitest';

import { evaluate } from './formula-under-test.ts';

const fields = {
  Rate__c: { type: 'Number', value: 20, percent: true },
  Odd_Rate__c: { type: 'Number', value: 12.345, percent: true },
  Amount: { type: 'Number', value: 1234567.89 },
  Third__c: { type: 'Number', value: 3 },
  Empty__c: { type: 'Number', value: null },
} as const;

describe('numbers', () => {
  it.each([
    ['0.1 + 0.2', 0.3],
    ['0.1 * 3', 0.3],
    ['1.1 - 1', 0.1],
    ['0.1 + 0.2 = 0.3', true],
    ['1 / 3 * 3', 1],
    ['FLOOR(1 / 3 * 3)', 1],
    ['10 / 4', 2.5],
    ['9007199254740993 - 9007199254740992', 1],
    ['123456789012345678 * 10 = 1234567890123456780', true],
    ['Amount * 0.07', 86419.7523],
    ['Rate__c', 0.2],
    ['Amount * Rate__c', 246913.578],
    ['Odd_Rate__c', 0.12345],
    ['TEXT(1 / 4)', '0.25'],
    ['TEXT(100 * 1.50)', '150'],
    ['TEXT(1000000 * 1000000 * 1000000 * 1000000)', '1000000000000000000000000'],
    ['TEXT(0.0000001)', '0.0000001'],
    ['2 ^ 10', 1024],
    ['1.5 ^ 2', 2.25],
    ['2 ^ -1', 0.5],
  ])('%s is exactly %j', (source, expected) => {
    expect(evaluate(source, { fields })).toBe(expected);
  });

  it.each([
    ['ROUND(2.5, 0)', 3],
    ['ROUND(-2.5, 0)', -3],
    ['ROUND(1.005, 2)', 1.01],
    ['ROUND(1234.5, -2)', 1200],
    ['ROUND(7, -1)', 0],
    ['TRUNC(-1.99, 1)', -1.9],
    ['FLOOR(-2.5)', -2],
    ['CEILING(-2.5)', -3],
    ['MFLOOR(-2.5)', -3],
    ['MCEILING(-2.5)', -2],
    ['CEILING(2.1)', 3],
    ['MOD(7, 3)', 1],
    ['MOD(-7, 3)', -1],
    ['MOD(5.5, 2)', 1.5],
    ['ABS(-3.2)', 3.2],
    ['MAX(1, 5, 3)', 5],
    ['MIN(1, -5, 3)', -5],
    ['SQRT(16)', 4],
    ['LOG(1000)', 2.9999999999999996],
    ['EXP(0)', 1],
    ['LN(1)', 0],
    ['LN(3)', 1.0986122886681098],
    ['LN(LN(3))', 0.0940478276166991],
    ['ACOS(2)', null],
    ['ROUND(PI(), 4)', 3.1416],
    ['ROUND(ATAN2(1, 1) * 4, 4)', 3.1416],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  it.each([
    '1 / 0',
    'MOD(1, 0)',
    'SQRT(-1)',
    'LN(0)',
    '2 ^ 0.5',
    '10 ^ 65',
    '0 ^ -1',
    'VALUE("1,000")',
    'VALUE("ten")',
    'ATAN2(null, 1)',
  ])('%s is an error when it is evaluated, not when it is compiled', (source) => {
    expect(() => evaluate(source)).toThrow(expect.objectContaining({ name: 'FormulaRuntimeError' }));
  });

  it('does not evaluate the branch that is not taken', () => {
    expect(evaluate('IF(Third__c = 3, 1, 1 / 0)', { fields })).toBe(1);
    expect(evaluate('AND(false, 1 / 0 = 1)')).toBe(false);
    expect(evaluate('OR(true, 1 / 0 = 1)')).toBe(true);
    expect(evaluate('CASE(1, 1, 5, 2, 1 / 0, 6)')).toBe(5);
  });

  it('rounds to the declared scale and stores percents as percent fields do', () => {
    expect(evaluate('10 / 3', { options: { scale: 2 } })).toBe(3.33);
    expect(evaluate('0.125', { options: { scale: 1, percent: true } })).toBe(12.5);
    expect(evaluate('-0.005', { options: { scale: 2 } })).toBe(-0.01);
  });

  it.each([
    ['VALUE("12.50")', 12.5],
    ['VALUE("-.5")', -0.5],
    ['VALUE("1e3")', 1000],
    ['VALUE("")', null],
    ['ISNUMBER("12.5")', true],
    ['ISNUMBER("12 ")', false],
    ['ISNUMBER("")', false],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });
});
