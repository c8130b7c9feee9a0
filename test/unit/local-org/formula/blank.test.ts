import { describe, expect, it } from 'vitest';

import { evaluate, type Fields } from './formula-under-test.ts';

const fields: Fields = {
  Number__c: { type: 'Number' },
  Five__c: { type: 'Number', value: 5 },
  Text__c: { type: 'Text' },
  Empty__c: { type: 'Text', value: '' },
  Date__c: { type: 'Date' },
  Box__c: { type: 'Boolean' },
};

/** Source, with blanks as zeroes, with blanks as blanks. */
const CASES = [
  ['Number__c', 0, null],
  ['Number__c + Five__c', 5, null],
  ['Number__c * Five__c', 0, null],
  ['Number__c = 0', true, false],
  ['Number__c < 1', true, false],
  ['NOT(Number__c < 1)', false, false],
  ['ISBLANK(Number__c)', false, true],
  ['ISNULL(Number__c)', false, true],
  ['BLANKVALUE(Number__c, 7)', 0, 7],
  ['NULLVALUE(Number__c, 7)', 0, 7],
  ['MAX(Number__c, Five__c)', 5, null],
  ['TEXT(Number__c)', '0', null],
  ['CASE(Number__c, 0, "none", "some")', 'none', 'some'],
  ['IF(Number__c > 1, "big", "small")', 'small', 'small'],
  ['Number__c = null', false, false],
] as const;

describe('blank fields', () => {
  it.each(CASES)('%s is %j with blanks as zeroes', (source, zero) => {
    expect(evaluate(source, { fields, options: { blanks: 'zero' } })).toBe(zero);
  });

  it.each(CASES)('%s is, with blanks as zeroes, %j and otherwise %j', (source, _zero, blank) => {
    expect(evaluate(source, { fields })).toBe(blank);
  });

  it.each([
    ['ISBLANK(Text__c)', true],
    ['ISBLANK(Empty__c)', true],
    ['ISBLANK("")', true],
    ['ISNULL(Text__c)', false],
    ['BLANKVALUE(Text__c, "x")', 'x'],
    ['NULLVALUE(Text__c, "x")', null],
    ['Text__c = ""', true],
    ['Text__c = Empty__c', true],
    ['Text__c <> "a"', true],
    ['Text__c & "a"', 'a'],
    ['LEN(Text__c)', 0],
    ['Text__c >= "a"', false],
    ['CONTAINS("abc", Text__c)', true],
    ['CONTAINS(Text__c, "a")', false],
    ['NOT(CONTAINS(Text__c, "a"))', false],
    ['FIND("a", Text__c)', 0],
    ['ISBLANK(Date__c)', true],
    ['Date__c + 1', null],
    ['Date__c > TODAY()', false],
    ['DATEVALUE(null)', null],
    ['Box__c', false],
    ['NOT(Box__c)', true],
    ['IF(Box__c, 1, 2)', 2],
    ['IF(Date__c > TODAY(), 1, 2)', 2],
    ['AND(true, Date__c > TODAY())', false],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source, { fields })).toBe(expected);
  });
});
